package it.sportello.devices.twin;

/** What may happen to the next thing a twin sends. */
public enum TwinFault {
    /** It is never sent. */
    SILENCE,
    /** Noise comes instead. */
    GARBAGE,
    /** Only its beginning is sent. */
    PARTIAL,
    /** Its last byte comes late. */
    DELAYED_BYTE,
    /** It is sent twice. */
    DUPLICATE,
    /** The plug is pulled in the middle of it. */
    DISCONNECT,
    /** The device restarts instead of sending it. */
    RESET
}
