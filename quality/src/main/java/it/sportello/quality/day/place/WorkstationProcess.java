package it.sportello.quality.day.place;

import it.sportello.backend.sample.SampleCast;
import it.sportello.quality.day.inside.DayWorkstation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real workstation of one desk as a process of its own, with the day's eyes on it. */
public final class WorkstationProcess implements AutoCloseable {
    private static final String SOCKET = "socket=";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * Where and as what a workstation starts.
     *
     * @param home folder of what the desk keeps
     * @param clock file of the day's clock
     * @param backend the desk's side of the line
     * @param devices words of the twins, {@code kind=address}
     * @param display the display its window stands on
     */
    public record Place(
            Path home, Path clock, URI backend, SampleCast.Desk desk, List<String> devices, String display, Path log) {}

    private final ChildProcess process;
    private final Eyes eyes;

    private WorkstationProcess(ChildProcess process, Eyes eyes) {
        this.process = process;
        this.eyes = eyes;
    }

    /** Starts it and waits until its window stands. */
    public static WorkstationProcess start(Place place) {
        Map<String, String> environment = new HashMap<>(Map.of("DISPLAY", place.display()));
        List<String> command = new ArrayList<>(JavaCommand.plain(DayWorkstation.class, "-Xmx768m", "-XX:+UseSerialGC"));
        command.addAll(List.of(
                place.home().toString(),
                place.clock().toString(),
                place.backend().toString(),
                place.desk().id(),
                place.desk().enrolmentCode(),
                "reader=any",
                "wedge=speed"));
        for (String word : place.devices()) {
            if (word.startsWith(SOCKET)) {
                environment.put("PCSCLITE_CSOCK_NAME", word.substring(SOCKET.length()));
            } else if (!word.startsWith("reader=")) {
                command.add(word);
            }
        }
        ChildProcess process =
                ChildProcess.start("workstation", command, environment, DayWorkstation.READY, place.log());
        return new WorkstationProcess(process, Eyes.on(Integer.parseInt(process.awaitMark(PATIENCE))));
    }

    public Eyes eyes() {
        return eyes;
    }

    /** As a power cut would: nothing of its own runs any more. */
    public void kill() {
        process.kill();
        eyes.close();
    }

    /** Asks it to end and waits until its files are closed. */
    @Override
    public void close() {
        eyes.close();
        process.close();
    }
}
