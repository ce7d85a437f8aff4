package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Documents;
import it.sportello.api.Headers;
import it.sportello.api.Tills;
import it.sportello.api.Tills.LedgerSummary;
import it.sportello.domain.ledger.Chain;
import it.sportello.domain.ledger.ChainCheck;
import it.sportello.domain.ledger.ChainLink;
import it.sportello.domain.ledger.ChainedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The money of the server is the sum of what the desks did, however the network shuffles it; a changed record shows. */
@Tag("R-TIL-4")
class LedgerStormTest {
    private static final int ACTS = 40;

    private final TestServer server = TestServer.shared();
    private final World world = server.world;

    /** A day of a till made ahead, as a desk that was cut off has it in its outbox. */
    private final class OfflineDay {
        private final TestDesk desk = TestDesk.with("CASHIER");
        private final List<TestDesk.Ready> outbox = new ArrayList<>();
        private final Random random;
        private final List<String> documents = new ArrayList<>();
        private final List<Long> cents = new ArrayList<>();
        private long expected;

        OfflineDay(long seed) {
            random = new Random(seed);
            add(desk.opening(10_000), 10_000);
            for (int act = 0; act < ACTS; act++) {
                switch (random.nextInt(6)) {
                    case 0 -> annul();
                    case 1 -> print();
                    default -> collect();
                }
            }
        }

        private void add(TestDesk.Ready ready, long cash) {
            outbox.add(ready);
            expected += cash;
            desk.assumeSent(ready);
        }

        private void collect() {
            String person = world.person();
            long amount = 1L + random.nextInt(20_000);
            add(
                    desk.collection(person, world.due(person, "SPECIALIST_COPAYMENT", amount, null, null), amount, 1),
                    amount);
            documents.add(desk.number(documents.size() + 1L));
            cents.add(amount);
        }

        private void annul() {
            if (documents.isEmpty()) {
                return;
            }
            int index = random.nextInt(documents.size());
            long back = cents.get(index);
            if (back == 0) {
                return;
            }
            cents.set(index, 0L);
            String number = documents.get(index);
            Tills.Annulled annulled = new Tills.Annulled(
                    desk.tillSession,
                    number,
                    "Errore",
                    Optional.empty(),
                    List.of(desk.entry("ANNULMENT", -back, desk.total() - back, Optional.of(number))));
            add(desk.ready("till.annulled", "till:" + desk.till(), annulled, -back), -back);
        }

        private void print() {
            if (!documents.isEmpty()) {
                add(
                        desk.ready(
                                "document.printed",
                                "till:" + desk.till(),
                                new Documents.Printed(documents.getLast(), random.nextBoolean(), "PRINTED"),
                                0),
                        0);
            }
        }

        LedgerSummary ledger() {
            return desk.get("/v1/tills/" + desk.till() + "/ledger").as(LedgerSummary.class);
        }
    }

    /** Sends the outbox shuffled and with repetitions until everything is acknowledged, as a wild network would. */
    private static void sendWildly(OfflineDay day, Random random) {
        List<TestDesk.Ready> left = new ArrayList<>(day.outbox);
        int rounds = 0;
        while (!left.isEmpty()) {
            rounds++;
            assertTrue(rounds < 3_000, "the lane does not drain");
            int near = Math.min(left.size(), 4);
            TestDesk.Ready pick = left.get(random.nextInt(near));
            Reply reply = day.desk.resend(pick);
            if (reply.status() < 300) {
                left.remove(pick);
                if (random.nextInt(3) == 0) {
                    TestDesk.Ready again = day.outbox.get(random.nextInt(day.outbox.size()));
                    Reply repeated = day.desk.resend(again);
                    assertTrue(
                            repeated.status() < 300 || repeated.code().equals("SEQUENCE_HOLE"),
                            () -> repeated.body().toString());
                    left.removeIf(it -> it.id().equals(again.id()) && repeated.status() < 300);
                }
            } else {
                assertEquals("SEQUENCE_HOLE", reply.code(), () -> reply.body().toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 11, 20_261_122})
    void theServersLedgerIsTheSumOfTheEntries(long seed) {
        OfflineDay day = new OfflineDay(seed);
        sendWildly(day, new Random(seed + 1));
        assertAddsUp(day);
    }

    private void assertAddsUp(OfflineDay day) {
        LedgerSummary ledger = day.ledger();
        String till = day.desk.till();
        assertEquals(day.expected, ledger.sumCents());
        assertEquals(day.outbox.size(), ledger.operations());
        assertEquals(day.outbox.size(), ledger.lastSequence());
        assertEquals(ledger.entries(), ledger.lines().size());
        assertEquals(
                LongStream.rangeClosed(1, ledger.entries()).boxed().toList(),
                ledger.lines().stream().map(Tills.Entry::sequence).toList());
        long total = 0;
        for (Tills.Entry line : ledger.lines()) {
            total += line.cashCents();
            assertEquals(total, line.runningTotalCents(), "running total after line " + line.sequence());
        }
        assertEquals(
                day.expected,
                world.value(Long.class, "select sum(cash_cents) from ledger_entry where till_id = ?", till));
        assertEquals(
                day.expected, world.value(Long.class, "select running_total from lane where name = ?", "till:" + till));
        assertEquals(
                0,
                world.value(
                        Integer.class,
                        "select count(*) from fiscal_document d where till_id = ? and progressive <> (select count(*) "
                                + "from fiscal_document e where e.till_id = d.till_id and e.progressive <= d.progressive)",
                        till),
                "the series has no gap");
        assertEquals(
                0,
                world.value(
                        Integer.class,
                        "select count(*) from fiscal_document d where till_id = ? and annulled <> "
                                + "exists (select from ledger_entry l where l.document_number = d.number and kind = 'ANNULMENT')",
                        till));
        assertEquals(
                0,
                world.value(
                        Integer.class,
                        "select count(*) from due u join due_settlement s on s.due_id = u.id join fiscal_document d "
                                + "on d.operation_id = s.operation_id where d.till_id = ? "
                                + "and (u.state = 'OPEN') <> d.annulled",
                        till),
                "a due is owed again exactly when its document was voided");
    }

    /** Several senders of one outbox: a desk that was cloned, or a retry that overtakes. */
    @Test
    @Tag("R-SYN-2")
    void severalSendersOfOneOutboxEndInOneLedger() throws Exception {
        OfflineDay day = new OfflineDay(5);
        AtomicInteger turn = new AtomicInteger();
        IdempotencyTest.concurrently(6, () -> {
            Random random = new Random(turn.getAndIncrement());
            for (int attempt = 0; attempt < 60; attempt++) {
                TestDesk.Ready one = day.outbox.get(random.nextInt(day.outbox.size()));
                Reply reply = day.desk.resend(one);
                assertTrue(
                        reply.status() < 300
                                || List.of("SEQUENCE_HOLE", "OPERATION_IN_PROGRESS")
                                        .contains(reply.code()),
                        () -> reply.body().toString());
            }
            return 0;
        });
        day.outbox.forEach(one -> assertTrue(day.desk.resend(one).status() < 300));
        assertAddsUp(day);
    }

    /** What the server stored is a chain that verifies, and its head is the one it acknowledges. */
    @Test
    void theStoredChainVerifiesAndEachKindOfTamperingShows() {
        OfflineDay day = new OfflineDay(8);
        day.outbox.forEach(one -> assertEquals(true, day.desk.resend(one).status() < 300));
        String lane = "till:" + day.desk.till();
        ChainLink genesis = Chain.genesis(lane, day.desk.enrolled.epoch());
        List<ChainedRecord> stored = stored(lane, genesis, day);
        LedgerSummary ledger = day.ledger();
        ChainLink head = stored.getLast().link();
        assertEquals(ledger.chainHead(), head.hex());
        assertInstanceOf(ChainCheck.Intact.class, Chain.verify(genesis, stored, ledger.lastSequence(), head));

        int middle = stored.size() / 2;
        ChainedRecord honest = stored.get(middle);
        byte[] changed = honest.body().clone();
        changed[changed.length / 2] ^= 1;
        assertBroken(genesis, replaced(stored, middle, record(honest.previous(), changed, honest)), head);
        assertBroken(
                genesis,
                replaced(
                        stored,
                        middle,
                        new ChainedRecord(
                                honest.previous(), honest.body(), honest.runningTotalCents() + 1, honest.link())),
                head);
        assertBroken(genesis, without(stored, middle), head);
        assertBroken(genesis, without(stored, 0), head);
        assertBroken(genesis, without(stored, stored.size() - 1), head);
        List<ChainedRecord> swapped = new ArrayList<>(stored);
        swapped.set(middle, stored.get(middle + 1));
        swapped.set(middle + 1, honest);
        assertBroken(genesis, swapped, head);
        List<ChainedRecord> twice = new ArrayList<>(stored);
        twice.add(middle, honest);
        assertBroken(genesis, twice, head);
        assertBroken(Chain.genesis(lane, "Z"), stored, head);
        assertBroken(Chain.genesis("till:T999", day.desk.enrolled.epoch()), stored, head);
        ChainedRecord relinked = Chain.chained(honest.previous(), changed, honest.runningTotalCents());
        assertBroken(genesis, replaced(stored, middle, relinked), head);
    }

    private static ChainedRecord record(ChainLink previous, byte[] body, ChainedRecord honest) {
        return new ChainedRecord(previous, body, honest.runningTotalCents(), honest.link());
    }

    private static void assertBroken(ChainLink genesis, List<ChainedRecord> records, ChainLink head) {
        assertInstanceOf(ChainCheck.Broken.class, Chain.verify(genesis, records, Math.max(records.size(), 1), head));
    }

    private static List<ChainedRecord> replaced(List<ChainedRecord> records, int index, ChainedRecord with) {
        List<ChainedRecord> copy = new ArrayList<>(records);
        copy.set(index, with);
        return copy;
    }

    private static List<ChainedRecord> without(List<ChainedRecord> records, int index) {
        return IntStream.range(0, records.size())
                .filter(it -> it != index)
                .mapToObj(records::get)
                .toList();
    }

    /** The chain as an auditor rebuilds it from the stored bytes; running totals stand in the ledger. */
    private List<ChainedRecord> stored(String lane, ChainLink genesis, OfflineDay day) {
        List<byte[]> bodies = server.backend
                .database()
                .read(handle -> handle.createQuery(
                                "select body from operation where lane = :lane order by lane_sequence")
                        .bind("lane", lane)
                        .mapTo(byte[].class)
                        .list());
        List<byte[]> links = server.backend
                .database()
                .read(handle -> handle.createQuery(
                                "select chain_link from operation where lane = :lane order by lane_sequence")
                        .bind("lane", lane)
                        .mapTo(byte[].class)
                        .list());
        List<ChainedRecord> records = new ArrayList<>();
        ChainLink previous = genesis;
        for (int index = 0; index < bodies.size(); index++) {
            long total = Long.parseLong(day.outbox.get(index).headers().getOrDefault(Headers.RUNNING_TOTAL, "0"));
            ChainLink link = ChainLink.of(links.get(index));
            records.add(new ChainedRecord(previous, bodies.get(index), total, link));
            previous = link;
        }
        return records;
    }

    @Test
    void nobodyChangesOrDeletesWhatIsWritten() {
        OfflineDay day = new OfflineDay(9);
        day.desk.resend(day.outbox.getFirst());
        for (String table : List.of("ledger_entry", "operation", "access_row", "query_log")) {
            String column = table.equals("ledger_entry") ? "cash_cents = 1" : "desk_id = 'X'";
            if (world.value(Boolean.class, "select exists (select from " + table + ")")) {
                assertThrows(
                        RuntimeException.class,
                        () -> world.run(
                                "update " + table + " set " + column.replace("cash_cents = 1", "cash_cents = 1")));
                assertThrows(RuntimeException.class, () -> world.run("delete from " + table));
            }
        }
        assertEquals(10_000, day.ledger().sumCents());
    }

    @Test
    void aLinkATotalOrAPositionThatDoesNotFitIsRefusedAndLeavesNoTrace() {
        OfflineDay day = new OfflineDay(10);
        day.desk.resend(day.outbox.getFirst());
        TestDesk.Ready next = day.outbox.get(1);
        Map<String, String> wrong = Map.of(
                Headers.CHAIN_PREVIOUS, "f".repeat(64),
                Headers.CHAIN_LINK, "0".repeat(64),
                Headers.RUNNING_TOTAL, "123456");
        wrong.forEach((header, value) -> {
            Map<String, String> headers = new HashMap<>(next.headers());
            headers.put(header, value);
            Reply reply = server.send("POST", "/v1/operations", headers, next.body());
            assertEquals("CHAIN_BROKEN", reply.code(), header);
        });
        for (String header : wrong.keySet()) {
            for (String value : List.of("", "x", "12.5", "-", "g".repeat(64), "9".repeat(40))) {
                Map<String, String> headers = new HashMap<>(next.headers());
                headers.put(header, value);
                Reply reply = server.send("POST", "/v1/operations", headers, next.body());
                assertEquals("MALFORMED", reply.code(), header + " " + value);
            }
            Map<String, String> headers = new HashMap<>(next.headers());
            headers.remove(header);
            assertEquals(
                    "MALFORMED",
                    server.send("POST", "/v1/operations", headers, next.body()).code());
        }
        Reply hole = day.desk.resend(day.outbox.get(3));
        assertEquals("SEQUENCE_HOLE", hole.code());
        assertEquals("2", hole.headers().firstValue(Headers.EXPECTED_SEQUENCE).orElse(""));
        assertEquals(1, day.ledger().operations());
        assertTrue(day.desk.resend(next).status() < 300);
    }

    /** The summary is one picture: its lines, its sum and its head are of the same moment. */
    @Test
    void theLedgerIsReadInOnePieceWhileItGrows() throws Exception {
        OfflineDay day = new OfflineDay(12);
        day.desk.resend(day.outbox.getFirst());
        AtomicInteger turn = new AtomicInteger();
        List<List<LedgerSummary>> seen = IdempotencyTest.concurrently(3, () -> {
            List<LedgerSummary> pictures = new ArrayList<>();
            if (turn.getAndIncrement() == 0) {
                day.outbox.forEach(one -> day.desk.resend(one));
            } else {
                for (int look = 0; look < 40; look++) {
                    pictures.add(day.ledger());
                }
            }
            return pictures;
        });
        for (LedgerSummary picture : seen.stream().flatMap(List::stream).toList()) {
            assertEquals(picture.operations(), picture.lastSequence());
            long total =
                    picture.lines().isEmpty() ? 0 : picture.lines().getLast().runningTotalCents();
            assertEquals(picture.sumCents(), total);
            String head = world.value(
                    String.class,
                    "select encode(chain_link, 'hex') from operation where lane = ? and lane_sequence = ?",
                    "till:" + day.desk.till(),
                    picture.lastSequence());
            assertEquals(head, picture.chainHead());
        }
        assertAddsUp(day);
    }
}
