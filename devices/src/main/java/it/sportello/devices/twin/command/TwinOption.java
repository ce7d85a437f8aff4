package it.sportello.devices.twin.command;

import java.util.List;

/**
 * An option of the command line.
 *
 * @param name with its dashes
 * @param argument what stands behind it, empty for nothing
 */
record TwinOption(String name, String argument, String meaning) {

    static final TwinOption HELP = new TwinOption("--help", "", "prints this");

    /** Every twin has these. */
    static final List<TwinOption> COMMON = List.of(
            new TwinOption("--scenario", "FILE", "first does the commands of FILE, one a line; wait MILLIS pauses"),
            new TwinOption("--seed", "N", "other garbage"),
            HELP);

    /** Those on a line have these. */
    static final List<TwinOption> CHANNEL = List.of(
            new TwinOption("--tcp", "PORT", "listens on 127.0.0.1 only; 0 takes any free port"),
            new TwinOption("--pty", "", "opens a pseudo-terminal (not on Windows)"),
            new TwinOption("--link", "PATH", "opens a pseudo-terminal with this name"));

    String form() {
        return argument.isEmpty() ? name : name + " " + argument;
    }
}
