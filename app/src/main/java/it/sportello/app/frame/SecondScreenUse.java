package it.sportello.app.frame;

/** What the second screen of the desk is for (S62). */
public enum SecondScreenUse {
    NONE,
    /** The numbers that are called, for the waiting room (S67). */
    BOARD,
    /** What the citizen at the desk may read (S66). */
    CITIZEN
}
