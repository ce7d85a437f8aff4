package it.sportello.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import it.sportello.api.Sessions;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.till.OpenTill;
import it.sportello.app.till.TillBook;
import it.sportello.app.wiring.DeskSession;
import it.sportello.app.wiring.DeviceAddresses;
import it.sportello.app.wiring.WiredDesk;
import it.sportello.domain.till.Count;
import it.sportello.domain.till.TillSession;
import it.sportello.offlinecache.journal.OutboxItem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A machine whose clock is wrong: the day of the desk is the server's. */
class DeskDayTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @TempDir
    Path home;

    @ParameterizedTest(name = "server {0}, machine {1} minutes off")
    @CsvSource({
        "2026-03-03T08:20:00Z, -1440",
        "2026-03-03T08:20:00Z, 1440",
        "2026-03-03T22:50:00Z, 30",
        "2026-03-03T23:10:00Z, -30",
        "2026-12-31T22:50:00Z, 30",
        "2026-12-31T23:10:00Z, -30"
    })
    @Tag("R-SYN-7")
    @Tag("R-TIL-4")
    void theTillOpensOnTheServersDay(String server, long minutesOff) throws Exception {
        Clock right = Clock.fixed(Instant.parse(server), ROME);
        Clock machine = Clock.offset(right, Duration.ofMinutes(minutesOff));
        try (StubServer stub = new StubServer(right);
                DeskCore core = new DeskCore(settings(stub, machine), new FxDoor())) {
            core.enrolling().ensure();
            core.services().session().signIn(cashier());
            LocalDate day = LocalDate.ofInstant(right.instant(), ROME);
            assertEquals(day, open(core).accountingDay());
            assertEquals(List.of(day), days(core), "and the operation that tells of it is of that day");
        }
    }

    private WorkstationSettings settings(StubServer server, Clock machine) {
        return new WorkstationSettings(
                home, server.address(), "D05", "ENROL-5", DeviceAddresses.none(), machine, Optional.empty());
    }

    private static TillSession open(DeskCore core) {
        TillBook book = new TillBook(
                core.services().journal(),
                new WiredDesk(core.services()),
                core.services().history());
        OpenTill.Result result = new OpenTill(book, core.services().clock()).open(new Count(Map.of()), null);
        return assertInstanceOf(OpenTill.Result.Opened.class, result).session();
    }

    private static List<LocalDate> days(DeskCore core) {
        return core.services().journal().outbox().pending().stream()
                .map(OutboxItem::createdAt)
                .map(at -> LocalDate.ofInstant(at, ROME))
                .distinct()
                .toList();
    }

    private static DeskSession.Operator cashier() {
        return new DeskSession.Operator(
                new Sessions.Operator("op1", "orsini", "10423", "Caterina Orsini", List.of("CASHIER")),
                "session-1",
                Optional.of("token"));
    }
}
