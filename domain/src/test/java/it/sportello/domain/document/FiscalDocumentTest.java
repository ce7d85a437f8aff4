package it.sportello.domain.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.domain.document.Annulment.Outcome;
import it.sportello.domain.document.Annulment.Refusal;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalDocumentTest {
    private static final Money DUTY = Money.ofCents(200);

    private static FiscalDocument document(DocumentKind kind, long paid, LocalDate day) {
        SeriesKey key = new SeriesKey(Regime.SSN, kind, "T01", "A", 2026);
        return new FiscalDocument(
                new DocumentNumber(key, 1),
                day,
                Instant.parse("2026-03-10T08:00:00Z"),
                "P1",
                "S1",
                "OP1",
                List.of(new DocumentLine("D1", "copia", Money.ofCents(7748), new VatTreatment(0, "ART10_18"))),
                DUTY,
                Money.ofCents(2),
                Map.of(TenderKind.CASH, Money.ofCents(paid)),
                DocumentState.ISSUED,
                kind.isCredit() ? new DocumentNumber(key, 1) : null);
    }

    private static FiscalDocument receipt() {
        return document(DocumentKind.RECEIPT, 7950, LocalDate.of(2026, 3, 10));
    }

    private static Annulment alone(String session, String operator) {
        return new Annulment(session, operator, false, null, Money.ofCents(10_000), "errore");
    }

    @Test
    @Tag("R-TIL-3")
    void stampAndRoundingAreLinesOfTheirOwnAndPaymentsReconcile() {
        assertEquals(Money.ofCents(7948), receipt().total());
        assertEquals(Money.ofCents(7950), receipt().payable());
        assertEquals(Money.ofCents(7950), receipt().cash());
        LocalDate day = LocalDate.of(2026, 3, 10);
        assertThrows(IllegalArgumentException.class, () -> document(DocumentKind.RECEIPT, 7949, day));
        assertThrows(
                IllegalArgumentException.class, () -> document(DocumentKind.RECEIPT, 7950, LocalDate.of(2027, 1, 1)));
    }

    @Test
    void aDocumentLeavesItsStateOnce() {
        FiscalDocument annulled = receipt().withState(DocumentState.ANNULLED);
        assertEquals(receipt().number(), annulled.number(), "the number stays");
        assertThrows(IllegalStateException.class, () -> annulled.withState(DocumentState.REVERSED));
        assertThrows(IllegalStateException.class, () -> receipt().withState(DocumentState.ISSUED));
        assertFalse(receipt().toString().contains("P1"));
        assertFalse(receipt().lines().get(0).toString().contains("copia"));
    }

    @Test
    @Tag("R-TIL-9")
    void annulledOnlyByItsOperatorInItsOpenSession() {
        assertEquals(
                new Outcome.Annulled(receipt().withState(DocumentState.ANNULLED)),
                alone("S1", "OP1").check(receipt()));
        assertEquals(
                new Outcome.Refused(List.of(Refusal.OTHER_SESSION)),
                alone("S2", "OP1").check(receipt()));
        assertEquals(
                new Outcome.Refused(List.of(Refusal.NO_OPEN_SESSION, Refusal.NOT_OWN_DOCUMENT)),
                new Annulment(null, "OP2", false, null, Money.ZERO, "errore").check(receipt()));
        assertEquals(
                new Outcome.Refused(List.of(Refusal.NOT_ISSUED)),
                alone("S1", "OP1").check(receipt().withState(DocumentState.ANNULLED)));
        assertEquals(
                new Outcome.Refused(
                        List.of(Refusal.ALREADY_HANDED_OVER, Refusal.REASON_MISSING, Refusal.APPROVES_ITSELF)),
                new Annulment("S1", "OP1", true, "OP1", Money.ZERO, " ").check(receipt()));
        assertEquals(
                new Outcome.Refused(List.of(Refusal.IS_A_CREDIT)),
                alone("S1", "OP1").check(document(DocumentKind.CREDIT_NOTE, 7950, LocalDate.of(2026, 3, 10))));
    }

    @ParameterizedTest
    @Tag("R-TIL-9")
    @CsvSource({"0,false", "7949,false", "7950,true"})
    void aSecondPersonConfirmsAboveTheParameter(long aloneCents, boolean annulled) {
        Annulment one = new Annulment("S1", "OP1", false, null, Money.ofCents(aloneCents), "errore");
        assertEquals(
                annulled
                        ? new Outcome.Annulled(receipt().withState(DocumentState.ANNULLED))
                        : new Outcome.NeedsSecondPerson(Money.ofCents(7950)),
                one.check(receipt()));
        Annulment two = new Annulment("S1", "OP1", false, "OP2", Money.ofCents(aloneCents), "errore");
        assertEquals(new Outcome.Annulled(receipt().withState(DocumentState.ANNULLED)), two.check(receipt()));
    }

    @ParameterizedTest
    @CsvSource({"11000,1000,1000", "12200,2200,2200", "100,1000,9", "105,1000,10", "-105,1000,-10", "5000,0,0"})
    void theTaxInAnAmountIsRoundedToTheCent(long gross, int rate, long tax) {
        assertEquals(Money.ofCents(tax), new VatTreatment(rate, "X").taxIn(Money.ofCents(gross)));
    }
}
