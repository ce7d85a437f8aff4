package it.sportello.domain.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.document.Annulment.Outcome;
import it.sportello.domain.document.Annulment.Refusal;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, series, annulments and tax in every combination. */
class DocumentMatrixTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Instant AT = Instant.parse("2026-03-10T08:00:00Z");
    private static final SeriesKey KEY = new SeriesKey(Regime.SSN, DocumentKind.RECEIPT, "T01", "A", 2026);

    private static FiscalDocument document(
            DocumentKind kind, LocalDate day, long stamp, long rounding, long paid, @Nullable DocumentNumber refersTo) {
        return new FiscalDocument(
                new DocumentNumber(SeriesKey.of(Regime.SSN, kind, "T01", "A", 2026), 5),
                day,
                AT,
                "P1",
                "S1",
                "OP1",
                List.of(new DocumentLine("D1", "visita", Money.ofCents(1000), new VatTreatment(0, "X"))),
                Money.ofCents(stamp),
                Money.ofCents(rounding),
                Map.of(TenderKind.CASH, Money.ofCents(paid)),
                DocumentState.ISSUED,
                refersTo);
    }

    private static FiscalDocument receipt() {
        return document(DocumentKind.RECEIPT, DAY, 0, 0, 1000, null);
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    @Tag("R-TIL-9")
    void onlyACreditRefersToADocument(DocumentKind kind) {
        DocumentNumber earlier = new DocumentNumber(KEY, 1);
        boolean credit = kind == DocumentKind.CREDIT_NOTE || kind == DocumentKind.REFUND_RECEIPT;
        assertEquals(credit, kind.isCredit());
        FiscalDocument right = document(kind, DAY, 0, 0, 1000, credit ? earlier : null);
        assertEquals(credit ? earlier : null, right.refersTo());
        assertThrows(IllegalArgumentException.class, () -> document(kind, DAY, 0, 0, 1000, credit ? null : earlier));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10,0,0,1000,true",
        "2026-01-01,0,0,1000,true",
        "2026-12-31,0,0,1000,true",
        "2025-12-31,0,0,1000,false",
        "2027-01-01,0,0,1000,false",
        "2026-03-10,200,0,1200,true",
        "2026-03-10,200,0,1000,false",
        "2026-03-10,-1,0,999,false",
        "2026-03-10,0,-2,998,true",
        "2026-03-10,0,2,1000,false"
    })
    @Tag("R-TIL-3")
    @Tag("R-TIL-4")
    void aDocumentAgreesWithItsSeriesAndItsPayments(
            LocalDate day, long stamp, long rounding, long paid, boolean right) {
        if (right) {
            FiscalDocument document = document(DocumentKind.RECEIPT, day, stamp, rounding, paid, null);
            assertEquals(Money.ofCents(1000 + stamp), document.total());
            assertEquals(Money.ofCents(paid), document.payable());
            assertEquals(Money.ofCents(paid), document.cash());
        } else {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> document(DocumentKind.RECEIPT, day, stamp, rounding, paid, null));
        }
    }

    @Test
    void aDocumentHasLinesAndTellsNeitherPersonNorService() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new FiscalDocument(
                        new DocumentNumber(KEY, 1),
                        DAY,
                        AT,
                        "P1",
                        "S1",
                        "OP1",
                        List.of(),
                        Money.ZERO,
                        Money.ZERO,
                        Map.of(),
                        DocumentState.ISSUED,
                        null));
        assertEquals(
                "FiscalDocument[SR-T01A/2026/000005 ISSUED 10,00]", receipt().toString());
        assertEquals("DocumentLine[10,00]", receipt().lines().get(0).toString());
        assertNotNull(new DocumentLine(null, "", Money.ofCents(1), new VatTreatment(0, "X")));
    }

    @Test
    @Tag("R-STATE-1")
    void aDocumentLeavesIssuedOnceAndForEver() {
        for (DocumentState first : DocumentState.values()) {
            if (first == DocumentState.ISSUED) {
                assertThrows(IllegalStateException.class, () -> receipt().withState(first));
                continue;
            }
            FiscalDocument left = receipt().withState(first);
            assertEquals(first, left.state());
            assertEquals(receipt().payments(), left.payments());
            for (DocumentState second : DocumentState.values()) {
                assertThrows(IllegalStateException.class, () -> left.withState(second));
            }
        }
    }

    /** All 512 combinations of what may stand against an annulment. */
    @Test
    @Tag("R-TIL-9")
    void everyObjectionAloneAndWithEveryOther() {
        for (int mask = 0; mask < 512; mask++) {
            boolean noSession = (mask & 1) != 0;
            boolean otherSession = (mask & 2) != 0;
            boolean otherOperator = (mask & 4) != 0;
            boolean annulled = (mask & 8) != 0;
            boolean handedOver = (mask & 16) != 0;
            boolean credit = (mask & 32) != 0;
            boolean noReason = (mask & 64) != 0;
            boolean approved = (mask & 128) != 0;
            boolean bySelf = (mask & 256) != 0;
            String operator = otherOperator ? "OP9" : "OP1";
            FiscalDocument issued = credit
                    ? document(DocumentKind.CREDIT_NOTE, DAY, 0, 0, 1000, new DocumentNumber(KEY, 1))
                    : receipt();
            Annulment annulment = new Annulment(
                    noSession ? null : otherSession ? "S9" : "S1",
                    operator,
                    handedOver,
                    !approved ? null : bySelf ? operator : "OP2",
                    Money.ofCents(999),
                    noReason ? " " : "errore");
            Set<Refusal> expected = EnumSet.noneOf(Refusal.class);
            expected.addAll(noSession ? Set.of(Refusal.NO_OPEN_SESSION) : Set.of());
            expected.addAll(!noSession && otherSession ? Set.of(Refusal.OTHER_SESSION) : Set.of());
            expected.addAll(otherOperator ? Set.of(Refusal.NOT_OWN_DOCUMENT) : Set.of());
            expected.addAll(annulled ? Set.of(Refusal.NOT_ISSUED) : Set.of());
            expected.addAll(handedOver ? Set.of(Refusal.ALREADY_HANDED_OVER) : Set.of());
            expected.addAll(credit ? Set.of(Refusal.IS_A_CREDIT) : Set.of());
            expected.addAll(noReason ? Set.of(Refusal.REASON_MISSING) : Set.of());
            expected.addAll(approved && bySelf ? Set.of(Refusal.APPROVES_ITSELF) : Set.of());
            Outcome outcome = annulment.check(annulled ? issued.withState(DocumentState.REVERSED) : issued);
            if (!expected.isEmpty()) {
                Outcome.Refused refused = assertInstanceOf(Outcome.Refused.class, outcome);
                assertEquals(expected, Set.copyOf(refused.refusals()));
                assertEquals(expected.size(), refused.refusals().size());
            } else if (approved) {
                assertEquals(new Outcome.Annulled(issued.withState(DocumentState.ANNULLED)), outcome);
            } else {
                assertEquals(new Outcome.NeedsSecondPerson(Money.ofCents(1000)), outcome);
            }
        }
    }

    @Test
    @Tag("R-TIL-4")
    @Tag("Q37")
    void anySequenceOfRequestsLeavesNoGapAndNoDuplicate() {
        Random random = new Random(4);
        for (int round = 0; round < 25; round++) {
            Series series = Series.empty(KEY);
            LocalDate last = null;
            Set<String> numbers = new HashSet<>();
            for (int i = 0; i < 300; i++) {
                LocalDate base = last == null ? DAY : last;
                LocalDate day = random.nextInt(30) == 0
                        ? LocalDate.of(random.nextBoolean() ? 2025 : 2027, 6, 1)
                        : base.plusDays(random.nextInt(4) - 1);
                Series.Next next = series.next(day);
                if (day.getYear() != 2026) {
                    assertEquals(new Series.Next.OtherYear(2026, day), next);
                } else if (last != null && day.isBefore(last)) {
                    assertEquals(new Series.Next.DateBackwards(last, day), next);
                } else {
                    Series.Next.Numbered numbered = assertInstanceOf(Series.Next.Numbered.class, next);
                    assertEquals(numbers.size() + 1, numbered.number().progressive());
                    if (random.nextInt(4) > 0) {
                        series = numbered.after();
                        last = day;
                        assertTrue(numbers.add(numbered.number().printed()), "never twice");
                    }
                }
                assertEquals(numbers.size(), series.last());
                assertEquals(last, series.lastDay());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,,true",
        "1,2026-03-10,true",
        "999999,2026-03-10,true",
        "0,2026-03-10,false",
        "1,,false",
        "-1,,false",
        "-1,2026-03-10,false",
        "1000000,2026-03-10,false"
    })
    @Tag("R-TIL-4")
    void aSeriesStandsSomewhereOrNowhere(int last, @Nullable LocalDate day, boolean right) {
        if (right) {
            assertEquals(last, new Series(KEY, last, day).last());
        } else {
            assertThrows(IllegalArgumentException.class, () -> new Series(KEY, last, day));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "T1,A,2026,true", "T999,A,2026,true", "TT99,A,2026,true", "TT9,AB,2026,true", "TT999,A,2026,false",
        "T999,AB,2026,false", "T1,ABC,2026,false", "T1,'',2026,false", "T,A,2026,false", "1,A,2026,false",
        "TTT1,A,2026,false", "T1000,A,2026,false", "T1,A,2000,true", "T1,A,9999,true", "T1,A,1999,false",
        "T1,A,10000,false", "t1,A,2026,false", "T1,a,2026,false", "T1,1,2026,false", "T١,A,2026,false",
        "T1,Ä,2026,false", "'T1 ',A,2026,false"
    })
    @Tag("R-TIL-4")
    void aKeyThatFitsThePrintedForm(String till, String epoch, int year, boolean right) {
        if (right) {
            SeriesKey key = SeriesKey.of(Regime.PRIVATE_PRACTICE, DocumentKind.INVOICE, till, epoch, year);
            assertEquals("LF-" + till + epoch + "/" + year, key.printed());
            DocumentNumber number = new DocumentNumber(key, DocumentNumber.LAST_PROGRESSIVE);
            assertEquals(number, DocumentNumber.parse(number.printed()));
            assertEquals(number.printed(), number.toString());
            assertTrue(number.printed().length() <= 20);
        } else {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> SeriesKey.of(Regime.PRIVATE_PRACTICE, DocumentKind.INVOICE, till, epoch, year));
            assertNull(DocumentNumber.parse("LF-" + till + epoch + "/" + year + "/000001x"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_000_000, Integer.MAX_VALUE})
    @Tag("R-TIL-4")
    void aProgressiveOutsideItsSixDigits(int progressive) {
        assertThrows(IllegalArgumentException.class, () -> new DocumentNumber(KEY, progressive));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ſR-T01A/2026/000123",
                "SR-T01A/2026/00012３",
                "SR-T0١A/2026/000123",
                "SR-T01A/2026/000123\n/1",
                "SR–T01A/2026/000123",
                "S R-T01A/2026/000123",
                "SR-T01A/2026/000123/000124",
                "SR-T01A/２026/000123",
                "SR-T01A\\2026\\000123",
                "'; DROP TABLE--",
                "SR-T01ı/2026/000123"
            })
    void whatOnlyLooksLikeANumberIsNone(String text) {
        assertNull(DocumentNumber.parse(text));
    }

    @Test
    void readsExactlyThePrintedForms() {
        Pattern form = Pattern.compile("[SL][RFNU]-[A-Z]{1,2}[0-9]{1,3}[A-Z]{1,2}/[2-9][0-9]{3}/[0-9]{6}");
        Random random = new Random(20);
        String alphabet = "SLRFNUTA019/-XZ2";
        int read = 0;
        for (int i = 0; i < 15_000; i++) {
            char[] text = "SR-T01A/2026/000123".toCharArray();
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                text[random.nextInt(text.length)] = alphabet.charAt(random.nextInt(alphabet.length()));
            }
            String typed = new String(text);
            boolean fits = form.matcher(typed).matches() && typed.indexOf('/') <= 8 && !typed.endsWith("000000");
            DocumentNumber number = DocumentNumber.parse(typed);
            assertEquals(fits, number != null, typed);
            if (number != null) {
                assertEquals(typed, number.printed());
                assertEquals(number, DocumentNumber.parse("  " + typed.toLowerCase(java.util.Locale.ROOT) + "\r\n"));
                read++;
            }
        }
        assertTrue(read > 3_500, "read " + read);
        assertNull(DocumentNumber.parse("S".repeat(1_000_000)));
        assertNotNull(DocumentNumber.parse("SR-T01A/2000/000001"));
        assertNull(DocumentNumber.parse("SR-T01A/1999/000001"));
    }

    @Test
    void numbersSortAsTheirPrintedForms() {
        List<DocumentNumber> numbers = new ArrayList<>();
        for (Regime regime : Regime.values()) {
            for (DocumentKind kind : DocumentKind.values()) {
                for (int year : new int[] {2025, 2026}) {
                    for (int progressive : new int[] {1, 2, 10, 999_999}) {
                        numbers.add(new DocumentNumber(new SeriesKey(regime, kind, "T01", "A", year), progressive));
                    }
                }
            }
        }
        Collections.shuffle(numbers, new Random(1));
        List<String> printed =
                new ArrayList<>(numbers.stream().map(DocumentNumber::printed).toList());
        assertEquals(printed.size(), Set.copyOf(printed).size(), "no two numbers print alike");
        Collections.sort(numbers);
        Collections.sort(printed);
        assertEquals(printed, numbers.stream().map(DocumentNumber::printed).toList());
    }

    @Test
    @Tag("R-TIL-23")
    void theTaxInEveryAmountToTheCent() {
        Random random = new Random(633);
        for (int rate : new int[] {0, 400, 500, 1000, 2200, 10_000}) {
            VatTreatment vat = new VatTreatment(rate, "X");
            assertEquals(rate > 0, vat.isTaxed());
            for (int i = 0; i < 2_000; i++) {
                long gross = i < 1_000 ? i : random.nextLong(100_000_000);
                BigDecimal tax = BigDecimal.valueOf(gross)
                        .multiply(BigDecimal.valueOf(rate))
                        .divide(BigDecimal.valueOf(10_000L + rate), 0, RoundingMode.HALF_UP);
                assertEquals(Money.ofCents(tax.longValueExact()), vat.taxIn(Money.ofCents(gross)), gross + " " + rate);
                assertEquals(Money.ofCents(-tax.longValueExact()), vat.taxIn(Money.ofCents(-gross)));
            }
        }
        assertThrows(IllegalArgumentException.class, () -> new VatTreatment(-1, "X"));
        assertThrows(IllegalArgumentException.class, () -> new VatTreatment(10_001, "X"));
        assertFalse(new VatTreatment(0, "ART10_18").isTaxed());
        assertThrows(ArithmeticException.class, () -> new VatTreatment(1000, "X").taxIn(Money.ofCents(Long.MAX_VALUE)));
    }
}
