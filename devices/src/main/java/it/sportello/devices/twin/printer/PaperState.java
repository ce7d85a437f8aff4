package it.sportello.devices.twin.printer;

/** What the paper sensors see. */
public enum PaperState {
    OK,
    NEAR_END,
    END
}
