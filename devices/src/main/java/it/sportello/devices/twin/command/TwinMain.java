package it.sportello.devices.twin.command;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** {@code sportello twin}: see {@link TwinCommand}. */
public final class TwinMain {
    private TwinMain() {}

    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Clock clock = Clock.system(ZoneId.of("Europe/Rome"));
        System.exit(new TwinCommand(in, out, errors, clock).run(List.of(words)));
    }
}
