package it.sportello.quality.planted.app;

/** Planted: stands for the one place that wires. */
public final class Workstation {
    public int wired() {
        return 1;
    }
}
