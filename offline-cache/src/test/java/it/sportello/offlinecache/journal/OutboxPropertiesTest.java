package it.sportello.offlinecache.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.api.OperationAnswer;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.ScriptedServer;
import it.sportello.offlinecache.TestDesk;
import it.sportello.offlinecache.desk.DeskStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The outbox against a simple model of it, over random histories of committing, answering, refusing, parking, deciding and
 * starting again. The seed stands in the name of the test: the same seed is the same history.
 */
@Tag("R-SYN-1")
class OutboxPropertiesTest {
    private static final int STEPS = 120;
    private static final int LANES = 4;

    @TempDir
    private Path home;

    private Random random = new Random(0);
    private DeskStore store;

    /** What the model knows of each operation, in the order of the commits. */
    private final Map<UUID, Row> rows = new LinkedHashMap<>();

    private final List<UUID> delivered = new ArrayList<>();

    private static final class Row {
        private final String lane;
        private final boolean fact;
        private OutboxItem.State state = OutboxItem.State.WAITING;
        private boolean stops;
        private boolean flagged;

        Row(String lane, boolean fact) {
            this.lane = lane;
            this.fact = fact;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ordersParksAndReleasesAsTheModelDoes(long seed) {
        random = new Random(seed);
        store = TestDesk.open(home);
        for (int step = 0; step < STEPS; step++) {
            int choice = random.nextInt(10);
            if (choice < 4) {
                commit();
            } else if (choice < 8) {
                answer();
            } else if (choice == 8) {
                decide();
            } else if (random.nextInt(4) == 0) {
                store.close();
                store = TestDesk.open(home);
            }
            compare("seed " + seed + " step " + step);
        }
        drain(seed);
        store.close();
    }

    private void commit() {
        String name = "b" + random.nextInt(LANES);
        boolean fact = random.nextBoolean();
        Lane lane = fact ? Lane.booking(name) : Lane.person(name);
        OperationType type = fact ? OperationType.BOOKING_ACCEPT : OperationType.EXEMPTION_REGISTER;
        UUID id = store.journal()
                .commit(transaction -> transaction.enqueue(new OperationDraft(
                        type, 1, lane, new Bookings.Accept(name, 1, Optional.empty()), TestDesk.AUTHOR, true)));
        rows.put(id, new Row(lane.name(), fact));
    }

    private void answer() {
        List<OutboxItem> heads = store.journal().outbox().heads();
        if (heads.isEmpty()) {
            return;
        }
        OutboxItem head = heads.get(random.nextInt(heads.size()));
        Row row = rows.get(head.id());
        Outbox outbox = store.journal().outbox();
        switch (random.nextInt(5)) {
            case 0 -> {
                outbox.unconfirmed(head.id());
                row.state = OutboxItem.State.UNCONFIRMED;
            }
            case 1 -> {
                OperatorTask.Kind kind = row.fact
                        ? OperatorTask.Kind.PARKED
                        : random.nextBoolean() ? OperatorTask.Kind.REFUSED : OperatorTask.Kind.CONFLICT;
                outbox.stopped(head.id(), kind, Optional.of(ScriptedServer.problem("RULE_BROKEN", 422)));
                row.state = switch (kind) {
                    case PARKED -> OutboxItem.State.HELD;
                    case REFUSED -> OutboxItem.State.REFUSED;
                    default -> OutboxItem.State.CONFLICT;
                };
                row.stops = true;
            }
            default -> confirm(head.id(), random.nextInt(4) == 0 ? List.of("NOT_ON_THE_DAY") : List.of());
        }
    }

    private void confirm(UUID id, List<String> flags) {
        store.journal().outbox().confirmed(id, new OperationAnswer(id, flags, TestDesk.MORNING, Optional.empty()));
        Row row = rows.get(id);
        row.state = OutboxItem.State.CONFIRMED;
        row.flagged = row.fact && !flags.isEmpty();
        delivered.add(id);
    }

    private void decide() {
        List<OperatorTask> tasks = store.journal().tasks().open();
        if (!tasks.isEmpty()) {
            close(tasks.get(random.nextInt(tasks.size())));
        }
    }

    private void close(OperatorTask task) {
        store.journal().tasks().close(task.id(), "SEEN", "operator-1");
        Row row = rows.get(task.operationId());
        row.stops = false;
        row.flagged = false;
        if (row.state == OutboxItem.State.HELD) {
            row.state = OutboxItem.State.WAITING;
        }
    }

    private void compare(String when) {
        Outbox outbox = store.journal().outbox();
        assertEquals(heads(), outbox.heads().stream().map(OutboxItem::id).toList(), when);
        List<UUID> pending = rows.entrySet().stream()
                .filter(row -> row.getValue().state.isToSend() || row.getValue().state == OutboxItem.State.HELD)
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(pending, outbox.pending().stream().map(OutboxItem::id).toList(), when);
        assertEquals(pending.size(), outbox.summary().count(), when);
        long tasks =
                rows.values().stream().filter(row -> row.stops || row.flagged).count();
        assertEquals(tasks, store.journal().tasks().open().size(), when);
    }

    /** The oldest of each lane that may be sent; a lane with a task that stops it sends nothing. */
    private List<UUID> heads() {
        List<UUID> heads = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        List<String> stopped = rows.values().stream()
                .filter(row -> row.stops)
                .map(row -> row.lane)
                .toList();
        rows.forEach((id, row) -> {
            if (row.state.isToSend() && !seen.contains(row.lane)) {
                seen.add(row.lane);
                if (!stopped.contains(row.lane)) {
                    heads.add(id);
                }
            }
        });
        return heads;
    }

    /** Nothing vanishes: once everything is decided and answered, each fact was delivered, each lane in its order. */
    private void drain(long seed) {
        for (OperatorTask task : store.journal().tasks().open()) {
            close(task);
        }
        List<OutboxItem> heads = store.journal().outbox().heads();
        while (!heads.isEmpty()) {
            heads.forEach(head -> confirm(head.id(), List.of()));
            heads = store.journal().outbox().heads();
        }
        assertEquals(List.of(), store.journal().outbox().pending(), "seed " + seed);
        rows.forEach((id, row) -> assertTrue(
                !row.fact || row.state == OutboxItem.State.CONFIRMED, () -> "seed " + seed + ": a fact is lost"));
        for (int lane = 0; lane < LANES; lane++) {
            String name = "booking:b" + lane;
            List<UUID> made = rows.entrySet().stream()
                    .filter(row -> row.getValue().lane.equals(name))
                    .map(Map.Entry::getKey)
                    .toList();
            assertEquals(made, delivered.stream().filter(made::contains).toList(), "seed " + seed + " " + name);
        }
    }
}
