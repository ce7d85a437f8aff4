package it.sportello.devices.display;

/** What became of a call. */
public sealed interface DisplayOutcome {

    /** Sequence of the call. */
    long sequence();

    /**
     * The display has it.
     *
     * @param acknowledged it said so; most displays never answer, and then the line took all bytes
     */
    record Shown(long sequence, boolean acknowledged) implements DisplayOutcome {}

    /** A later call stands there already. */
    record Overtaken(long sequence) implements DisplayOutcome {}

    /**
     * It is not there: call by voice. The display shows it when it is back, unless another call comes first.
     *
     * @param code of the reason, as in {@link it.sportello.devices.DeviceFault}
     */
    record NotShown(long sequence, String code) implements DisplayOutcome {}
}
