package it.sportello.app;

/** Entry point of the workstation. */
public final class Launcher {
    private Launcher() {}
}
