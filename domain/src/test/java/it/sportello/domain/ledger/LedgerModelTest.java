package it.sportello.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.ledger.LedgerViolation.Code;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The book against its rules written a second time, plainly, and against every kind in every place. */
@Tag("R-TIL-2")
class LedgerModelTest {
    private static final Instant AT = Instant.parse("2026-03-10T08:00:00Z");
    private static final String NUMBER = "SR-T01A/2026/000001";
    private static final List<EntryKind> KINDS = List.of(EntryKind.values());
    private static final Set<EntryKind> IN =
            EnumSet.of(EntryKind.FLOAT_OPENING, EntryKind.COLLECTION, EntryKind.TOP_UP, EntryKind.REINTEGRATION);
    private static final Set<EntryKind> OUT = EnumSet.of(
            EntryKind.ANNULMENT, EntryKind.REFUND, EntryKind.DROP, EntryKind.DEPOSIT, EntryKind.FLOAT_CARRIED);
    private static final Set<EntryKind> OF_DOCUMENT =
            EnumSet.of(EntryKind.COLLECTION, EntryKind.ROUNDING, EntryKind.ANNULMENT, EntryKind.REFUND);

    private static LedgerEntry entry(long sequence, EntryKind kind, TenderKind tender, long cents, boolean named) {
        return new LedgerEntry(sequence, kind, Map.of(tender, Money.ofCents(cents)), named ? NUMBER : null, AT);
    }

    private static LedgerEntry usual(long sequence, EntryKind kind, long cents) {
        return entry(sequence, kind, TenderKind.CASH, cents, OF_DOCUMENT.contains(kind));
    }

    /** The same rules in plain figures: what a reader of the specification would write on one page. */
    private static final class PlainBook {
        private long last;
        private long drawer;
        private String phase = "closed";
        private @Nullable EntryKind lastKind;
        private @Nullable String lastNumber;
        private final List<LedgerEntry> session = new ArrayList<>();

        private @Nullable Code judge(LedgerEntry entry) {
            if (entry.sequence() != last + 1) {
                return Code.SEQUENCE;
            }
            Code content = content(entry);
            if (content != null) {
                return content;
            }
            if (!inPlace(entry)) {
                return Code.ORDER;
            }
            long after = drawer + entry.cashCents();
            if (after < 0) {
                return Code.NEGATIVE_DRAWER;
            }
            return entry.kind() == EntryKind.FLOAT_CARRIED && after != 0 ? Code.NOT_EMPTY_AT_END : null;
        }

        /** The first broken rule; where an entry breaks several, any of them may be named. */
        private static @Nullable Code content(LedgerEntry entry) {
            EntryKind kind = entry.kind();
            for (Map.Entry<TenderKind, Money> amount : entry.amounts().entrySet()) {
                long cents = amount.getValue().cents();
                if ((IN.contains(kind) && cents < 0) || (OUT.contains(kind) && cents > 0)) {
                    return Code.SIGN;
                }
                boolean anyTender = OF_DOCUMENT.contains(kind) && kind != EntryKind.ROUNDING;
                if (!anyTender && amount.getKey() != TenderKind.CASH) {
                    return Code.TENDER;
                }
            }
            return OF_DOCUMENT.contains(kind) == (entry.documentNumber() == null) ? Code.DOCUMENT : null;
        }

        private boolean inPlace(LedgerEntry entry) {
            return switch (entry.kind()) {
                case FLOAT_OPENING -> phase.equals("closed");
                case OPENING_DIFFERENCE -> phase.equals("open") && lastKind == EntryKind.FLOAT_OPENING;
                case ROUNDING ->
                    phase.equals("open")
                            && lastKind == EntryKind.COLLECTION
                            && entry.documentNumber() != null
                            && entry.documentNumber().equals(lastNumber);
                case DEPOSIT, FLOAT_CARRIED -> phase.equals("counted");
                default -> phase.equals("open");
            };
        }

        private void write(LedgerEntry entry) {
            last = entry.sequence();
            drawer += entry.cashCents();
            lastKind = entry.kind();
            lastNumber = entry.documentNumber();
            if (entry.kind() == EntryKind.FLOAT_OPENING) {
                session.clear();
                phase = "open";
            } else if (entry.kind() == EntryKind.CLOSING_DIFFERENCE) {
                phase = "counted";
            } else if (entry.kind() == EntryKind.FLOAT_CARRIED) {
                phase = "closed";
            }
            session.add(entry);
        }

        private long sum(EntryKind kind, TenderKind tender) {
            return session.stream()
                    .filter(entry -> entry.kind() == kind)
                    .mapToLong(entry ->
                            entry.amounts().getOrDefault(tender, Money.ZERO).cents())
                    .sum();
        }
    }

    /** Mostly entries that might be right, some that cannot. */
    private static LedgerEntry random(Random random, PlainBook plain) {
        EntryKind kind = KINDS.get(random.nextInt(KINDS.size()));
        long sequence = random.nextInt(40) == 0 ? plain.last + random.nextInt(4) - 1 : plain.last + 1;
        long cents = random.nextInt(5) == 0 ? 0 : random.nextInt(6_000);
        if (kind == EntryKind.FLOAT_CARRIED && random.nextInt(3) > 0) {
            cents = plain.drawer;
        }
        boolean wrongWay = random.nextInt(25) == 0;
        boolean outwards = OUT.contains(kind) || (!IN.contains(kind) && random.nextBoolean());
        Map<TenderKind, Money> amounts = new EnumMap<>(TenderKind.class);
        amounts.put(TenderKind.CASH, Money.ofCents(outwards == wrongWay ? cents : -cents));
        if (random.nextInt(OF_DOCUMENT.contains(kind) ? 3 : 30) == 0) {
            long more = random.nextInt(9_000);
            amounts.put(TenderKind.CARD, Money.ofCents(outwards == wrongWay ? more : -more));
        }
        boolean named = OF_DOCUMENT.contains(kind) != (random.nextInt(30) == 0);
        String number = random.nextInt(10) == 0 ? "SR-T01A/2026/000002" : NUMBER;
        return new LedgerEntry(sequence, kind, amounts, named ? number : null, AT);
    }

    @Test
    @Tag("Q13")
    @Tag("Q19")
    void acceptsAndRefusesAsTheRulesWrittenASecondTime() {
        Random random = new Random(20_260_310);
        PlainBook plain = new PlainBook();
        Ledger ledger = Ledger.empty();
        int accepted = 0;
        int sessions = 0;
        EnumMap<Code, Integer> refused = new EnumMap<>(Code.class);
        for (int i = 0; i < 25_000; i++) {
            LedgerEntry entry = random(random, plain);
            Code expected = plain.judge(entry);
            Ledger before = ledger;
            if (expected == null) {
                ledger = ledger.append(entry);
                plain.write(entry);
                accepted++;
                sessions += entry.kind() == EntryKind.FLOAT_CARRIED ? 1 : 0;
            } else {
                LedgerViolation violation = assertThrows(LedgerViolation.class, () -> before.append(entry));
                refused.merge(violation.code(), 1, Integer::sum);
                boolean content = expected == Code.SIGN || expected == Code.TENDER || expected == Code.DOCUMENT;
                assertTrue(
                        violation.code() == expected || (content && isContent(violation.code())),
                        () -> entry + " expected " + expected + " but was " + violation.code());
            }
            assertEquals(plain.drawer, ledger.runningTotal().cents());
            assertEquals(plain.last, ledger.lastSequence());
        }
        assertTrue(accepted > 4_000, "accepted " + accepted);
        assertTrue(sessions > 120, "sessions " + sessions);
        assertTrue(
                refused.keySet()
                        .containsAll(EnumSet.of(
                                Code.SEQUENCE,
                                Code.SIGN,
                                Code.TENDER,
                                Code.DOCUMENT,
                                Code.ORDER,
                                Code.NEGATIVE_DRAWER,
                                Code.NOT_EMPTY_AT_END)),
                () -> "every rule was broken at least once: " + refused);
    }

    private static boolean isContent(Code code) {
        return code == Code.SIGN || code == Code.TENDER || code == Code.DOCUMENT;
    }

    @Test
    @Tag("Q20")
    void theSumsOfASessionAreThoseOfItsEntriesByKindAndTender() {
        Random random = new Random(81);
        PlainBook plain = new PlainBook();
        Ledger ledger = Ledger.empty();
        for (int i = 0; i < 20_000; i++) {
            LedgerEntry entry = random(random, plain);
            if (plain.judge(entry) != null) {
                continue;
            }
            ledger = ledger.append(entry);
            plain.write(entry);
            if (i % 7 == 0) {
                for (EntryKind kind : EntryKind.values()) {
                    for (TenderKind tender : TenderKind.values()) {
                        assertEquals(
                                plain.sum(kind, tender),
                                ledger.amount(kind, tender).cents());
                    }
                    assertEquals(
                            plain.sum(kind, TenderKind.CASH), ledger.cash(kind).cents());
                }
                long card = OF_DOCUMENT.stream()
                        .mapToLong(kind -> plain.sum(kind, TenderKind.CARD))
                        .sum();
                assertEquals(card, ledger.ofDocuments(TenderKind.CARD).cents());
            }
        }
    }

    @Test
    void aBookReadAgainIsTheSameBook() {
        Random random = new Random(82);
        PlainBook plain = new PlainBook();
        List<LedgerEntry> all = new ArrayList<>();
        Ledger ledger = Ledger.empty();
        long endOfLast = 0;
        List<LedgerEntry> inCourse = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            LedgerEntry entry = random(random, plain);
            if (plain.judge(entry) == null) {
                ledger = ledger.append(entry);
                plain.write(entry);
                all.add(entry);
                if (entry.kind() == EntryKind.FLOAT_OPENING) {
                    inCourse.clear();
                    endOfLast = entry.sequence() - 1;
                }
                inCourse.add(entry);
            }
        }
        for (Ledger again : List.of(Ledger.of(all), Ledger.ofSession(endOfLast, inCourse))) {
            assertEquals(ledger.lastSequence(), again.lastSequence());
            assertEquals(ledger.nextSequence(), again.nextSequence());
            assertEquals(ledger.phase(), again.phase());
            assertEquals(ledger.runningTotal(), again.runningTotal());
            assertEquals(ledger.floatCarried(), again.floatCarried());
            for (EntryKind kind : EntryKind.values()) {
                assertEquals(ledger.cash(kind), again.cash(kind));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EntryKind.class)
    void whichWayTheMoneyOfAKindGoes(EntryKind kind) {
        assertTrue(kind.admits(0));
        assertEquals(!OUT.contains(kind), kind.admits(1));
        assertEquals(!OUT.contains(kind), kind.admits(Long.MAX_VALUE));
        assertEquals(!IN.contains(kind), kind.admits(-1));
        assertEquals(!IN.contains(kind), kind.admits(Long.MIN_VALUE));
        assertEquals(OF_DOCUMENT.contains(kind), kind.isOfDocument());
    }

    /** Every kind in each of the three phases, and after each kind that a later one asks for. */
    @ParameterizedTest
    @CsvSource({
        "FLOAT_OPENING,1,0,0,0,0",
        "OPENING_DIFFERENCE,0,1,0,0,0",
        "COLLECTION,0,1,1,1,0",
        "ROUNDING,0,0,0,1,0",
        "ANNULMENT,0,1,1,1,0",
        "REFUND,0,1,1,1,0",
        "TOP_UP,0,1,1,1,0",
        "REINTEGRATION,0,1,1,1,0",
        "DROP,0,1,1,1,0",
        "CLOSING_DIFFERENCE,0,1,1,1,0",
        "DEPOSIT,0,0,0,0,1",
        "FLOAT_CARRIED,0,0,0,0,1"
    })
    void everyKindInEveryPlace(EntryKind kind, int closed, int floated, int differed, int sold, int counted) {
        List<Ledger> places = new ArrayList<>(List.of(Ledger.empty()));
        for (EntryKind step : List.of(
                EntryKind.FLOAT_OPENING,
                EntryKind.OPENING_DIFFERENCE,
                EntryKind.COLLECTION,
                EntryKind.CLOSING_DIFFERENCE)) {
            Ledger before = places.get(places.size() - 1);
            places.add(before.append(usual(before.nextSequence(), step, 0)));
        }
        List<Integer> expected = List.of(closed, floated, differed, sold, counted);
        for (int i = 0; i < places.size(); i++) {
            Ledger place = places.get(i);
            LedgerEntry entry = usual(place.nextSequence(), kind, 0);
            if (expected.get(i) == 1) {
                assertEquals(place.nextSequence(), place.append(entry).lastSequence());
            } else {
                assertEquals(
                        Code.ORDER,
                        assertThrows(LedgerViolation.class, () -> place.append(entry))
                                .code(),
                        kind + " at place " + i);
            }
        }
    }

    @Test
    void aSecondOpeningDifferenceOrRoundingDoesNotFollow() {
        Ledger differed = Ledger.empty()
                .append(usual(1, EntryKind.FLOAT_OPENING, 500))
                .append(usual(2, EntryKind.OPENING_DIFFERENCE, -20));
        assertEquals(
                Code.ORDER,
                assertThrows(LedgerViolation.class, () -> differed.append(usual(3, EntryKind.OPENING_DIFFERENCE, 20)))
                        .code());
        Ledger rounded = differed.append(usual(3, EntryKind.COLLECTION, 1002)).append(usual(4, EntryKind.ROUNDING, -2));
        assertEquals(
                Code.ORDER,
                assertThrows(LedgerViolation.class, () -> rounded.append(usual(5, EntryKind.ROUNDING, -2)))
                        .code());
        assertEquals(Money.ofCents(1480), rounded.runningTotal());
    }

    @Test
    void aRefusedEntryLeavesTheBookAsItWas() {
        Ledger ledger = Ledger.empty().append(usual(1, EntryKind.FLOAT_OPENING, 100));
        assertThrows(LedgerViolation.class, () -> ledger.append(usual(2, EntryKind.DROP, -101)));
        assertEquals(Money.ofCents(100), ledger.runningTotal());
        assertEquals(Money.ZERO, ledger.append(usual(2, EntryKind.DROP, -100)).runningTotal());
        assertEquals(1, ledger.lastSequence());
    }

    @Test
    void everyViolationHasItsOwnSupportCode() {
        Set<String> codes = new java.util.HashSet<>();
        for (Code code : Code.values()) {
            assertTrue(code.supportCode().matches("LED-[0-9]{3}"), code.supportCode());
            assertTrue(codes.add(code.supportCode()));
        }
        LedgerViolation violation =
                assertThrows(LedgerViolation.class, () -> Ledger.empty().append(usual(2, EntryKind.FLOAT_OPENING, 0)));
        assertNotNull(violation.getMessage());
        assertEquals(Code.SEQUENCE.supportCode(), violation.supportCode());
    }

    @Test
    void anEntryTellsItsCashAndItsTotal() {
        LedgerEntry mixed = LedgerEntry.document(
                3,
                EntryKind.COLLECTION,
                Map.of(TenderKind.CASH, Money.ofCents(1000), TenderKind.CARD, Money.ofCents(2615)),
                NUMBER,
                AT);
        assertEquals(1000, mixed.cashCents());
        assertEquals(Money.ofCents(3615), mixed.total());
        assertEquals(0, entry(4, EntryKind.COLLECTION, TenderKind.CARD, 5, true).cashCents());
    }
}
