package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.app.service.StoredNoteEvent;
import it.sportello.devices.detector.DetectorEvent;
import it.sportello.devices.detector.FraudKind;
import it.sportello.devices.detector.NoteReading;
import it.sportello.devices.detector.NoteVerdict;
import it.sportello.devices.detector.Rejection;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import it.sportello.offlinecache.journal.CrashPoint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is judged belongs to the basket of its moment, is kept with its receipt, and pays nothing. */
@Tag("R-ADD-13")
@Tag("R-TIL-19")
class NoteDeskTest {
    private static final Dues.DueView VISIT = TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615);
    private static final Instant AT = Instant.parse("2026-11-23T07:31:00Z");

    @TempDir
    private Path home;

    private final ScriptedValidator validator = new ScriptedValidator();
    private final List<NoteNews> news = new ArrayList<>();
    private final List<JudgedNote> first = new ArrayList<>();
    private final List<JudgedNote> second = new ArrayList<>();
    private TillDay day;
    private NoteDesk notes;

    @BeforeEach
    void begin() {
        day = new TillDay(home);
        day.opened();
        notes = day.notes(List.of(), List.of(validator));
        notes.onNews(news::add);
        validator.addValidatorListener(notes::happened);
    }

    @AfterEach
    void end() {
        day.close();
    }

    private static CashPhase.Open phase(List<JudgedNote> heard) {
        return new CashPhase.Open(Money.ofCents(3_615), heard::add);
    }

    private static DetectorEvent read(NoteVerdict verdict, Denomination note) {
        return new DetectorEvent.NoteRead(
                new NoteReading(verdict, Optional.of(note), NoteReading.EURO, "", NoteReading.Origin.DEVICE, AT));
    }

    private static List<String> brief(List<JudgedNote> judged) {
        return judged.stream()
                .map(note ->
                        note.verdict() + " " + note.note().map(Enum::name).orElse("-") + (note.kept() ? " kept" : ""))
                .toList();
    }

    @Test
    void theGateIsOpenOnlyWhileABasketTakesCash() {
        assertFalse(validator.isAccepting());
        CashPhase.Open one = phase(first);
        notes.begin(one);
        assertTrue(validator.isAccepting());
        notes.cover(true);
        assertFalse(validator.isAccepting());
        notes.cover(false);
        assertTrue(validator.isAccepting());
        notes.end(phase(second));
        assertTrue(validator.isAccepting(), "another basket does not close this one's gate");
        notes.end(one);
        assertFalse(validator.isAccepting());
        notes.cover(false);
        assertFalse(validator.isAccepting());
    }

    @Test
    void aClosedTillOrAnotherPersonsDrawerOpensNoGate() {
        day.operator = Optional.of("O2");
        notes.begin(phase(first));
        assertFalse(validator.isAccepting());
    }

    @Test
    void aValidatorThatComesLaterLearnsHowTheGateStands() {
        notes.begin(phase(first));
        validator.shut();
        notes.deviceChanged(validator.status());
        assertTrue(validator.isAccepting());
    }

    @Test
    void aReadingOutsideIsNewsAndTiedToNothing() {
        notes.detected(read(NoteVerdict.GENUINE, Denomination.NOTE_20));
        assertInstanceOf(NoteNews.Outside.class, news.get(0));
        notes.begin(phase(first));
        assertEquals(List.of(), first);
        notes.detected(read(NoteVerdict.GENUINE, Denomination.NOTE_50));
        assertEquals(List.of("GENUINE NOTE_50"), brief(first));
        assertEquals(1, news.size());
    }

    @Test
    void aNoteThatArrivesAfterItsBasketIsNotTheNextPersons() {
        CashPhase.Open one = phase(first);
        notes.begin(one);
        validator.says(new ValidatorEvent.Recognised(Denomination.NOTE_100));
        notes.end(one);
        notes.begin(phase(second));
        validator.says(new ValidatorEvent.Stacked(Denomination.NOTE_100, false));
        assertEquals(List.of(), second);
        assertEquals(List.of(), first);
        assertTrue(((NoteNews.Outside) news.get(0)).note().kept());
        validator.says(new ValidatorEvent.Recognised(Denomination.NOTE_20));
        validator.says(new ValidatorEvent.Stacked(Denomination.NOTE_20, false));
        validator.says(new ValidatorEvent.Rejected(Rejection.NOT_RECOGNISED, 2));
        assertEquals(List.of("GENUINE NOTE_20 kept", "REJECTED -"), brief(second));
    }

    @Test
    void whatIsSuspectIsKeptAtOnceWithTimeOperatorAndAmount() {
        notes.begin(phase(first));
        notes.enter(NoteVerdict.SUSPECT, Optional.of(Denomination.NOTE_50), "S12345678901");
        StoredNoteEvent kept = day.journal()
                .noteAccounts()
                .after(0, StoredNoteEvent.class)
                .get(0)
                .detail();
        assertEquals(StoredNoteEvent.Kind.SUSPECT, kept.kind());
        assertEquals(Optional.of(Denomination.NOTE_50), kept.note());
        assertEquals("S12345678901", kept.detail());
        assertEquals(Optional.of("O1"), kept.operatorId());
        assertEquals(Optional.of(3_615L), kept.payableCents());
        assertInstanceOf(NoteNews.Suspect.class, news.get(0));
        assertEquals(List.of("SUSPECT NOTE_50"), brief(first));
        validator.says(new ValidatorEvent.Fraud(FraudKind.STRING, Optional.empty()));
        assertInstanceOf(NoteNews.Suspect.class, news.get(1));
    }

    @Test
    void theReadingsAreKeptWithTheReceiptAndPayNothing() {
        CollectDues collect = day.collectDues();
        List<JudgedNote> judged =
                List.of(JudgedNote.byValidator(NoteVerdict.GENUINE, Optional.of(Denomination.NOTE_50), true, AT));
        assertInstanceOf(
                CollectDues.Result.BasketRefused.class, collect.collect(TillDay.payment(1_000, VISIT), judged));
        CollectDues.Result.Collected done = assertInstanceOf(
                CollectDues.Result.Collected.class, collect.collect(TillDay.payment(4_000, VISIT), judged));
        String receipt = done.documents().get(0);
        StoredNotes kept = day.journal()
                .document(StoredNotes.key(receipt), StoredNotes.class)
                .orElseThrow();
        assertEquals(judged, kept.notes());
        assertEquals(List.of(receipt), kept.receipts());
        assertEquals(Money.ofCents(385), done.settlement().change());
    }

    @ParameterizedTest
    @EnumSource(names = {"LEDGER_WRITTEN", "DOCUMENT_STORED", "OPERATION_CHAINED", "BEFORE_COMMIT", "COMMITTED"})
    @Tag("R-TIL-1")
    void readingAndReceiptAreThereTogetherOrNotAtAll(CrashPoint.Step step) {
        day.crash = passed -> {
            if (passed == step) {
                throw new IllegalStateException("the power fails");
            }
        };
        try {
            day.collectDues()
                    .collect(
                            TillDay.payment(3_615, VISIT),
                            List.of(JudgedNote.byValidator(NoteVerdict.UNKNOWN, Optional.empty(), false, AT)));
        } catch (IllegalStateException cut) {
            // the process ends here
        }
        day.crash = CrashPoint.NONE;
        String receipt = "SR-T01A/2026/000001";
        boolean there = day.collectDues().receipt(receipt).isPresent();
        assertEquals(step == CrashPoint.Step.COMMITTED, there);
        assertEquals(
                there,
                day.journal()
                        .document(StoredNotes.key(receipt), StoredNotes.class)
                        .isPresent());
    }
}
