package it.sportello.devices.display;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Messages and answers over one open line. Belongs to the display's lane. */
final class DisplayExchange {

    private static final Duration WRITE = Duration.ofSeconds(1);
    private static final Duration GLANCE = Duration.ofMillis(1);
    private static final Duration LISTEN = Duration.ofMillis(20);
    private static final Duration GREETING = Duration.ofMillis(250);
    private static final int MOST_STALE_READS = 16;
    private static final int ROOM = 512;

    private final Link link;
    private final DisplayProtocol protocol;
    private final String id;
    private final byte[] heard = new byte[ROOM];

    /** @param link open already */
    DisplayExchange(Link link, DisplayProtocol protocol, String id) {
        this.link = link;
        this.protocol = protocol;
        this.id = id;
    }

    /** Says hello; a display that is slow or deaf is found out by the first message. */
    void begin() throws LinkException {
        byte[] begin = protocol.begin();
        if (begin.length > 0) {
            link.writeAll(begin, WRITE);
            if (protocol.answers()) {
                listen(GREETING);
            }
        }
    }

    /**
     * Sends a message until it is accepted.
     *
     * @throws DeviceFault {@code REFUSED} when the display said no, {@code NO_ANSWER} when it should say something and
     *     did not
     */
    void send(byte[] message) throws LinkException {
        if (message.length == 0) {
            return;
        }
        Optional<Boolean> answer = Optional.empty();
        for (int attempt = 1; attempt <= protocol.attempts(); attempt++) {
            dropStale();
            if (attempt > 1) {
                begin();
                dropStale();
            }
            link.writeAll(message, WRITE);
            if (!protocol.answers()) {
                return;
            }
            answer = listen(protocol.answerLimit());
            if (answer.orElse(false)) {
                return;
            }
        }
        throw new DeviceFault(answer.isPresent() ? LinkQueueDisplay.REFUSED : DeviceFault.NO_ANSWER, true, id);
    }

    /** An answer that comes too late must not confirm the next message. */
    private void dropStale() throws LinkException {
        byte[] stale = new byte[64];
        for (int i = 0; i < MOST_STALE_READS && link.read(stale, GLANCE) > 0; i++) {
            Arrays.fill(stale, (byte) 0);
        }
    }

    private Optional<Boolean> listen(Duration limit) throws LinkException {
        long end = System.nanoTime() + limit.toNanos();
        byte[] piece = new byte[64];
        int count = 0;
        while (System.nanoTime() < end) {
            int more = link.read(piece, LISTEN);
            if (more > 0) {
                if (count + more > ROOM) {
                    int kept = ROOM / 2;
                    System.arraycopy(heard, count - kept, heard, 0, kept);
                    count = kept;
                }
                System.arraycopy(piece, 0, heard, count, more);
                count += more;
                Optional<Boolean> answer = protocol.answer(heard, count);
                if (answer.isPresent()) {
                    return answer;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the line is still there: a read that fails is how one knows. */
    void glance() throws LinkException {
        dropStale();
    }
}
