package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.devices.detector.ValidatorRecord;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Count;
import it.sportello.domain.till.Denomination;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notes a validator keeps are a container of their own, counted blind beside the drawer at opening and closing. */
@Tag("R-ADD-13")
@Tag("R-TIL-11")
class ContainerTest {
    private static final Dues.DueView VISIT = TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615);
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    private Path home;

    private final ScriptedValidator validator = new ScriptedValidator();

    private ContainerBook container(TillDay day) {
        return new ContainerBook(day.journal(), () -> List.of(validator));
    }

    private CloseTill closing(TillDay day) {
        return new CloseTill(day.book, day.clock, container(day));
    }

    /** Opens with 150 euro in the drawer, stacks 50 and 20, and collects 36,15 for which 70 were given. */
    private void work(TillDay day) {
        OpenTill opening = new OpenTill(day.book, day.clock, container(day));
        assertTrue(opening.countsContainer());
        assertInstanceOf(
                OpenTill.Result.Opened.class,
                opening.open(TillDay.count(15_000), Optional.of(Count.empty()), "Primo fondo"));
        stacked(day, Denomination.NOTE_50, Denomination.NOTE_20);
        assertInstanceOf(CollectDues.Result.Collected.class, day.collectDues().collect(TillDay.payment(7_000, VISIT)));
    }

    private static void stacked(TillDay day, Denomination... notes) {
        new NoteMemory(day.journal(), day.book.desk(), new CashPhase())
                .keep(new ValidatorRecord(
                        "ssp 1",
                        "stacked " + notes.length,
                        Arrays.stream(notes)
                                .map(note -> (ValidatorEvent) new ValidatorEvent.Stacked(note, false))
                                .toList(),
                        AT));
    }

    private static Count notes(Denomination... notes) {
        Count count = Count.empty();
        for (Denomination note : notes) {
            count = count.plus(new Count(Map.of(note, 1)));
        }
        return count;
    }

    private CloseTill.Result.Compared count(TillDay day, long drawer, Count inside) {
        CloseTill close = closing(day);
        assertInstanceOf(CloseTill.Result.Counting.class, close.begin(true, List.of()));
        return assertInstanceOf(
                CloseTill.Result.Compared.class,
                close.count(TillDay.count(drawer).plus(inside), Optional.of(inside)));
    }

    @Test
    void drawerAndContainerTogetherAreWhatTheBookExpects() {
        try (TillDay day = new TillDay(home)) {
            work(day);
            assertEquals(
                    Money.ZERO,
                    count(day, 11_615, notes(Denomination.NOTE_50, Denomination.NOTE_20))
                            .difference());
            StoredContainer found = closing(day).inContainer().orElseThrow();
            assertEquals(7_000, found.expectedCents());
            assertEquals(Money.ZERO, found.difference());
        }
    }

    @Test
    void aShortageOfTheContainerIsNotHiddenByTheDrawer() {
        try (TillDay day = new TillDay(home)) {
            work(day);
            assertEquals(
                    Money.ZERO, count(day, 13_615, notes(Denomination.NOTE_50)).difference());
            assertEquals(
                    Money.ofCents(-2_000),
                    closing(day).inContainer().orElseThrow().difference());
        }
    }

    @Test
    @Tag("R-TIL-13")
    void aKilledProgramFindsTheCountAgainAndTheNextDayBeginsEmpty() {
        String session;
        try (TillDay day = new TillDay(home)) {
            work(day);
            session = day.book.open().orElseThrow().id();
            count(day, 11_615, notes(Denomination.NOTE_50, Denomination.NOTE_20));
        }
        try (TillDay day = new TillDay(home)) {
            CloseTill close = closing(day);
            assertInstanceOf(CloseTill.Result.Compared.class, close.begin(true, List.of()));
            assertEquals(7_000, close.inContainer().orElseThrow().countedCents());
            assertInstanceOf(CloseTill.Result.Closed.class, close.book(Money.ofCents(10_000)));
            StoredContainer kept = day.journal()
                    .document(StoredContainer.key(session, false), StoredContainer.class)
                    .orElseThrow();
            assertEquals(Map.of(Denomination.NOTE_50, 1, Denomination.NOTE_20, 1), kept.pieces());
            assertEquals(2, validator.counted);
            OpenTill again = new OpenTill(day.book, day.clock, container(day));
            OpenTill.Result.Opened opened = assertInstanceOf(
                    OpenTill.Result.Opened.class, again.open(TillDay.count(10_000), Optional.of(Count.empty()), null));
            assertEquals(
                    0,
                    day.journal()
                            .document(StoredContainer.key(opened.session().id(), true), StoredContainer.class)
                            .orElseThrow()
                            .expectedCents());
        }
    }

    @Test
    void whatNobodyCouldAttributeIsSaid() {
        try (TillDay day = new TillDay(home)) {
            work(day);
            new NoteMemory(day.journal(), day.book.desk(), new CashPhase())
                    .keep(new ValidatorRecord(
                            "ssp 1", "later", List.of(new ValidatorEvent.Unattributed(OptionalInt.of(1))), AT));
            count(day, 11_615, notes(Denomination.NOTE_50, Denomination.NOTE_20, Denomination.NOTE_5));
            StoredContainer found = closing(day).inContainer().orElseThrow();
            assertTrue(found.uncertain());
            assertEquals(Money.ofCents(500), found.difference());
        }
    }
}
