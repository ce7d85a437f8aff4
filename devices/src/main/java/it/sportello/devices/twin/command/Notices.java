package it.sportello.devices.twin.command;

import java.io.PrintStream;
import java.util.List;

/** What a tool says: whole pieces, so that two threads never mix their lines. */
final class Notices {
    private final PrintStream out;

    Notices(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String text) {
        out.println(text);
        out.flush();
    }

    void say(List<String> lines) {
        if (!lines.isEmpty()) {
            say(String.join(System.lineSeparator(), lines));
        }
    }

    /** Whether a gate took a note. */
    void taken(boolean taken) {
        say(taken ? "the gate took it" : "the gate is closed: nobody opened it, or something is still in it");
    }
}
