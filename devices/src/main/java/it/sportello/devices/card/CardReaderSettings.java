package it.sportello.devices.card;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a desk's card reader.
 *
 * @param id the reader's name in the settings
 * @param enabled whether the desk uses it
 * @param readerName part of the PC/SC name of the reader to prefer, in either case; without it any is used, contact
 *     slots first
 * @param applications application identifiers tried when the files are not found by path; new lots of cards bring new
 *     ones every year or two
 * @param timing how long to wait for what
 */
public record CardReaderSettings(
        String id, boolean enabled, String readerName, CardApplications applications, Timing timing) {

    /** Any reader, the applications of the lots known today, usual times. */
    public static CardReaderSettings usual(String id) {
        return new CardReaderSettings(id, true, "", CardApplications.KNOWN, Timing.USUAL);
    }

    /** The same with one reader chosen. */
    public CardReaderSettings withReader(String namePart) {
        return new CardReaderSettings(id, enabled, namePart, applications, timing);
    }

    /** The same with other applications to try. */
    public CardReaderSettings withApplications(CardApplications others) {
        return new CardReaderSettings(id, enabled, readerName, others, timing);
    }

    /** The same with other times. */
    public CardReaderSettings withTiming(Timing other) {
        return new CardReaderSettings(id, enabled, readerName, applications, other);
    }

    /** The same, switched on or off. */
    public CardReaderSettings enabled(boolean on) {
        return new CardReaderSettings(id, on, readerName, applications, timing);
    }

    /**
     * How long to wait for what.
     *
     * @param heartbeat how often new readers are looked for while nothing happens
     * @param debounce how long a card has to sit before it is touched
     * @param watchdog the whole reading; then the thread and the context are given up
     * @param noReaderPoll pause when there is no reader
     * @param backOff pauses between tries to reach the service; the last one repeats
     * @param busyPause pause before a card held by another program is tried again
     */
    public record Timing(
            Duration heartbeat,
            Duration debounce,
            Duration watchdog,
            Duration noReaderPoll,
            List<Duration> backOff,
            Duration busyPause) {
        public static final Timing USUAL = new Timing(
                Duration.ofMillis(1500),
                Duration.ofMillis(150),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5)),
                Duration.ofMillis(300));

        public Timing {
            backOff = List.copyOf(backOff);
        }
    }

    /**
     * Where PC/SC is on this machine.
     *
     * @param library the file of libpcsclite, for runtimes before 22 on Debian; null lets the runtime look
     * @param socket the socket of a private daemon; null uses the machine's, or what PCSCLITE_CSOCK_NAME says
     */
    public record Pcsc(@Nullable Path library, @Nullable Path socket) {
        public static final Pcsc MACHINE = new Pcsc(null, null);
    }
}
