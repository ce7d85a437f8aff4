package it.sportello.app.till;

/** What happened to notes that no basket takes part in, or that everybody at the desk has to know. */
sealed interface NoteNews {
    /** A note was judged while no cash operation was open: it is tied to nothing. */
    record Outside(JudgedNote note) implements NoteNews {}

    /** A note is held to be suspect, or somebody tried to cheat a validator; stored already. Nobody is accused. */
    record Suspect(JudgedNote note) implements NoteNews {}

    /** Notes may be in the container that nobody can attribute: it has to be counted. */
    record CountContainer() implements NoteNews {}

    /** Somebody took the container out. */
    record ContainerRemoved() implements NoteNews {}

    /** A suspect note could not be kept: it is to be written down by hand. */
    record NotStored() implements NoteNews {}

    /** A counter's report broke off or does not hold together: it is to be printed again. */
    record ReportBroken() implements NoteNews {}
}
