package it.sportello.devices.detector;

/** What was said of a note. The operator's words stand under {@code verdict.<name>} in this package's bundle. */
public enum NoteVerdict {
    GENUINE,
    /** Not read, badly inserted, not wanted. Never a proof of counterfeiting. */
    REJECTED,
    /** Held to be false, or an attempt to cheat the device. */
    SUSPECT,
    /** Something was said that nobody understands. */
    UNKNOWN
}
