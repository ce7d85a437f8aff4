package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.api.Queues;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a call may be, and how its wait stands in the extract, on a real PostgreSQL. */
class QueueCallsTest {
    private static final String SITE = "QC";

    private final TestServer server = TestServer.shared();
    private final World world = server.world;

    @BeforeEach
    void aSiteOfItsOwn() {
        world.run(
                "insert into site values (?, ?, 'D1', 'AUTHORITY', 'L736', 'Venezia', 'Via di Prova 1') on conflict do nothing",
                SITE,
                "Sede " + SITE);
        world.run(
                "insert into queue_category values (?, 'A', 'Cassa'), (?, 'B', 'CUP') on conflict do nothing",
                SITE,
                SITE);
    }

    private TestDesk desk(String... roles) {
        return new TestDesk(server, world.desk(SITE), roles);
    }

    private static Reply issue(TestDesk desk, Queues.Issue wish) {
        return desk.post("/v1/sites/" + SITE + "/queue/tickets", wish);
    }

    private static Reply call(TestDesk desk, String category) {
        return desk.post(
                "/v1/sites/" + SITE + "/queue/calls", new Queues.Call(UUID.randomUUID(), desk.id, List.of(category)));
    }

    @Test
    void whoWaitsIsNotCalledOutOfOrderUnderTheNameOfARecall() {
        TestDesk desk = desk("CASHIER");
        Reply first = issue(desk, new Queues.Issue(UUID.randomUUID(), "A", 0));
        server.clock.advance(Duration.ofSeconds(1));
        Reply second = issue(desk, new Queues.Issue(UUID.randomUUID(), "A", 0));
        assertEquals(
                List.of("STATE_WAITING"),
                desk.post(
                                "/v1/queue/" + second.body().path("id").asString() + "/changes",
                                new Queues.Change(UUID.randomUUID(), "RECALLED"))
                        .violations());
        assertEquals(first.body().path("id"), call(desk, "A").body().path("id"));
    }

    @Test
    @Tag("R-QUE-1")
    void theExtractBearsTheWaitAsTheFiguresCountIt() {
        TestDesk desk = desk("CASHIER", "SUPERVISOR");
        Reply booked = issue(
                desk,
                new Queues.Issue(
                        UUID.randomUUID(),
                        "B",
                        0,
                        Optional.of(server.clock.instant().plusSeconds(600)),
                        Optional.empty()));
        server.clock.advance(Duration.ofMinutes(13));
        assertEquals(booked.body().path("id"), call(desk, "B").body().path("id"));
        long[] waits = desk.get("/v1/sites/" + SITE + "/queue/figures?day=" + world.today())
                .body()
                .path("legs")
                .valueStream()
                .filter(leg -> leg.path("number").equals(booked.body().path("number")))
                .mapToLong(leg -> leg.path("waitSeconds").asLong())
                .toArray();
        assertEquals(List.of(180L), java.util.Arrays.stream(waits).boxed().toList());
    }
}
