package it.sportello.devices.terminal;

/** Hears how an operation goes, on the terminal's own thread. */
public interface TerminalProgress {

    /** Hears nothing. */
    TerminalProgress NONE = new TerminalProgress() {};

    /**
     * The next thing that happens is the sending. Here the stored attempt learns what it needs to be resolved after a
     * crash; it may be written in place, since nothing leaves before this returns, and nothing leaves if it throws.
     */
    default void sending(TerminalDoubt doubt) {}

    /** What the terminal shows its user, at most twenty characters; must return at once. */
    default void message(String text) {}
}
