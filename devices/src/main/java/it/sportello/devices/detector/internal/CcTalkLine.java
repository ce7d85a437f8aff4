package it.sportello.devices.detector.internal;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.detector.CcTalkSettings;
import it.sportello.devices.detector.CcTalkSettings.Echo;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Asks and hears on a ccTalk line, with or without echo. Asking again does no harm: no question moves money twice. */
final class CcTalkLine {

    private static final Duration WRITE = Duration.ofSeconds(1);
    private static final int ANSWER = 0;
    private static final int MOST_STALE = 50;
    private static final Duration INSTANT = Duration.ofMillis(1);
    private static final int SILENT_AFTER = 3;

    private final ValidatorDesk desk;
    private final CcTalkSettings settings;
    private final byte[] buffer = new byte[300];
    private boolean crc;
    /** Something may be on the line that belongs to an earlier question. */
    private boolean stale = true;

    CcTalkLine(ValidatorDesk desk, CcTalkSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    void secureBy(boolean withCrc) {
        crc = withCrc;
    }

    /** Throws away what is on the line before the next question. */
    void mistrust() {
        stale = true;
    }

    /** Whether the unit is there and secures its frames in this way. */
    boolean isAnswered(Link link) throws LinkException {
        return once(link, CcTalkFrames.encode(settings.address(), 254, new byte[0], crc), length -> length == 0)
                .filter(answer -> answer.header() == ANSWER)
                .isPresent();
    }

    /**
     * Asks until there is an answer, as often as the settings say; busy and refused are asked again as well.
     *
     * @param length tells whether an answer to this question may be so long: what is not is a late answer to another one
     */
    byte[] ask(Link link, IntPredicate length, int header, int... data) throws LinkException {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        byte[] frame = CcTalkFrames.encode(settings.address(), header, bytes, crc);
        for (int tries = 1; tries <= desk.settings().tries(); tries++) {
            Optional<CcTalkFrames.Answer> answer = once(link, frame, length);
            if (answer.isPresent() && answer.get().header() == ANSWER) {
                return answer.get().data();
            }
            if (tries == SILENT_AFTER) {
                desk.silent();
            }
        }
        throw new DeviceFault(DeviceFault.NO_ANSWER, true);
    }

    private Optional<CcTalkFrames.Answer> once(Link link, byte[] frame, IntPredicate length) throws LinkException {
        for (int i = 0; stale && i < MOST_STALE; i++) {
            stale = link.read(buffer, INSTANT) > 0;
        }
        link.writeAll(frame, WRITE);
        CcTalkFrames.Reader reader = new CcTalkFrames.Reader(crc, settings.gap().toNanos());
        int echoed = settings.echo() == Echo.NO ? frame.length : 0;
        long end = System.nanoTime() + desk.settings().answer().toNanos();
        while (true) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                stale = true;
                return Optional.empty();
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new LinkException(LinkException.Kind.GONE, "given up");
            }
            int count = link.read(buffer, Duration.ofNanos(left));
            long now = System.nanoTime();
            for (int i = 0; i < count; i++) {
                if (echoed < frame.length && buffer[i] == frame[echoed]) {
                    echoed++;
                    continue;
                }
                if (echoed < frame.length && settings.echo() == Echo.YES) {
                    // Somebody spoke at the same time, or the echo is damaged: the question did not arrive whole.
                    continue;
                }
                for (int k = 0; echoed < frame.length && k < echoed; k++) {
                    reader.accept(frame[k], now);
                }
                echoed = frame.length;
                Optional<CcTalkFrames.Answer> answer = reader.accept(buffer[i], now);
                boolean fits = answer.isPresent()
                        && (answer.get().header() != ANSWER
                                || length.test(answer.get().data().length));
                stale |= fits ? i + 1 < count : answer.isPresent();
                if (fits) {
                    return answer;
                }
            }
        }
    }
}
