package it.sportello.quality.day.place;

import it.sportello.app.virtual.VirtualDesk;
import it.sportello.backend.sample.SampleCast;
import it.sportello.domain.calendar.Holidays;
import it.sportello.domain.calendar.WorkWeek;
import it.sportello.domain.calendar.WorkingDays;
import it.sportello.quality.day.inside.SharedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything the day needs around a workstation, made fresh and cleaned up at the end, whatever happened: folder, clock,
 * server, line, the twins of the devices, a display.
 */
public final class Premises implements AutoCloseable {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalTime OPENING = LocalTime.of(7, 40);
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Path root;
    private final Path logs;
    private final Path clockFile;
    private final SharedClock clock;
    private final String display;
    private final ServerProcess server;
    private final LineCutter line;
    private final VirtualDesk twins;
    private final SampleCast cast;
    private int workstations;

    /** Says what is being prepared. */
    @FunctionalInterface
    public interface Progress {
        void preparing(String what);
    }

    /**
     * Prepares all of it.
     *
     * @param logs folder that receives what the processes say
     * @param ownDisplay the display to use; empty for a virtual one
     */
    public Premises(long seed, Path logs, Optional<String> ownDisplay, Progress progress) {
        this.logs = logs;
        boolean ready = false;
        try {
            root = Files.createTempDirectory("sportello-day");
            open.push(this::forget);
            clockFile = root.resolve("clock");
            clock = SharedClock.create(
                    clockFile, nextWorkingDay().atTime(OPENING).atZone(ROME).toInstant(), Clock.systemUTC());
            display = ownDisplay.orElseGet(
                    () -> opened(VirtualScreen.start(WIDTH, HEIGHT)).display());
            progress.preparing("server and sample authority");
            server = opened(ServerProcess.start(root.resolve("server"), clockFile, seed, logs.resolve("server.log")));
            line = opened(LineCutter.before(server.uri()));
            progress.preparing("twins of the devices");
            twins = opened(VirtualDesk.start(root.resolve("twins"), clock));
            cast = SampleCast.read(root.resolve("server"));
            ready = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    /** The next day on which the counters are open all day. */
    private static LocalDate nextWorkingDay() {
        return new WorkingDays(Holidays.shipped(), WorkWeek.MON_FRI, null)
                .addWorkingDays(LocalDate.now(Clock.system(ROME)), 1);
    }

    private <T extends AutoCloseable> T opened(T thing) {
        open.push(thing);
        return thing;
    }

    public SharedClock clock() {
        return clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ROME);
    }

    public ServerProcess server() {
        return server;
    }

    public LineCutter line() {
        return line;
    }

    public VirtualDesk twins() {
        return twins;
    }

    public SampleCast cast() {
        return cast;
    }

    /** A desk of the sample. */
    public SampleCast.Desk desk(String id) {
        return cast.desks().stream()
                .filter(desk -> desk.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Where a desk keeps its things. */
    public Path home(String deskId) {
        return root.resolve("desk-" + deskId);
    }

    /** Another desk, without a window. */
    public OtherDesk otherDesk(String deskId, String userName) {
        return opened(OtherDesk.open(server.uri(), desk(deskId), userName, cast.password()));
    }

    /** Starts the workstation of a desk; the same home again after a kill. */
    public WorkstationProcess workstation(String deskId) {
        workstations++;
        return opened(WorkstationProcess.start(new WorkstationProcess.Place(
                home(deskId),
                clockFile,
                line.uri(),
                desk(deskId),
                twins.addresses(),
                display,
                logs.resolve("workstation-" + workstations + "-" + deskId + ".log"))));
    }

    private void forget() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** Ends every process and removes the folder, the newest first. */
    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            AutoCloseable thing = open.pop();
            try {
                thing.close();
            } catch (Exception e) {
                System.err.println("closing: " + e.getMessage());
            }
        }
    }
}
