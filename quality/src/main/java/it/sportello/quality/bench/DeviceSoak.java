package it.sportello.quality.bench;

import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.detector.VirtualLineDetector;
import it.sportello.devices.twin.display.VirtualDisplay;
import it.sportello.devices.twin.printer.VirtualPrinter;
import it.sportello.devices.twin.scanner.VirtualScanner;
import it.sportello.devices.twin.terminal.TerminalSetup;
import it.sportello.devices.twin.terminal.VirtualTerminal;
import it.sportello.domain.till.Denomination;
import it.sportello.quality.day.inside.Vitals;
import it.sportello.quality.day.place.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A day of events for the drivers, one after the other without pauses: what they hold must not grow. */
public final class DeviceSoak {
    private final Path folder;

    /** @param folder for the lines of the twins; kept by the caller */
    public DeviceSoak(Path folder) {
        this.folder = folder;
    }

    /**
     * What the drivers' process held.
     *
     * @param failures events that did not do what they should
     * @param held at each tenth of the way, the start included
     */
    public record Outcome(int events, int failures, List<Vitals> held) {
        /** After a tenth of the way everything is loaded: from there on nothing may grow. */
        public Vitals settled() {
            return held.get(1);
        }

        public Vitals last() {
            return held.getLast();
        }
    }

    /** Lets so many events happen. */
    public Outcome run(int events) {
        try (VirtualScanner scanner =
                        new VirtualScanner(TwinPlug.line(folder.resolve("scanner")), VirtualScanner.Setup.USUAL);
                VirtualDisplay display =
                        new VirtualDisplay(TwinPlug.line(folder.resolve("display")), VirtualDisplay.Dialect.CD5220);
                VirtualPrinter printer = new VirtualPrinter(TwinPlug.tcp(0));
                VirtualLineDetector detector = new VirtualLineDetector(
                        TwinPlug.line(folder.resolve("detector")), VirtualLineDetector.Port.LINES);
                VirtualTerminal terminal =
                        new VirtualTerminal(TwinPlug.tcp(0), TerminalSetup.USUAL, Clock.systemUTC())) {
            List<String> command = new ArrayList<>(JavaCommand.plain(SoakDesk.class, "-Xmx256m", "-XX:+UseSerialGC"));
            command.addAll(List.of(
                    scanner.address(),
                    display.address(),
                    printer.address(),
                    detector.address(),
                    terminal.address(),
                    Integer.toString(events)));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                return follow(process, scanner, detector, events);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome follow(Process process, VirtualScanner scanner, VirtualLineDetector detector, int events)
            throws IOException {
        List<Vitals> held = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                switch (words[0]) {
                    case SoakDesk.SCAN -> scanner.scan("SOAK-" + words[1]);
                    case SoakDesk.NOTE ->
                        detector.showNote(Denomination.NOTE_20, true, "S" + (1_000_000 + Integer.parseInt(words[1])));
                    case SoakDesk.VITALS -> held.add(Vitals.parse(words[2]));
                    case SoakDesk.DONE -> {
                        return new Outcome(events, Integer.parseInt(words[1]), List.copyOf(held));
                    }
                    default -> System.out.println(line);
                }
            }
        }
        throw new IllegalStateException("the drivers' process ended before its events");
    }
}
