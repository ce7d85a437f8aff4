package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Words;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.StoredReceipt;
import it.sportello.app.print.TillSheets;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.SettlementRefusal;
import it.sportello.domain.till.TillRefusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening, collecting and closing on the real journal. */
class TillActsTest {
    @TempDir
    Path home;

    @Test
    @Tag("Q14")
    void aDifferentFloatWantsItsReasonAndStandsOnItsOwnLine() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            day.closeTill().begin(false, List.of());
            day.closeTill().count(TillDay.count(15_000));
            day.closeTill().book(Money.ofCents(10_000));
            int before = day.journal().entries("T01").size();
            OpenTill.Result.ReasonWanted wanted = assertInstanceOf(
                    OpenTill.Result.ReasonWanted.class, day.openTill().open(TillDay.count(15_000), null));
            assertEquals(Money.ofCents(5_000), wanted.difference());
            assertInstanceOf(OpenTill.Result.Opened.class, day.openTill().open(TillDay.count(15_000), "Moneta in più"));
            assertEquals(Money.ofCents(15_000), day.journal().ledger("T01").runningTotal());
            assertEquals(before + 2, day.journal().entries("T01").size());
        }
    }

    @Test
    @Tag("Q14")
    void theFirstOpeningEverHasNothingToDifferFrom() {
        try (TillDay day = new TillDay(home)) {
            OpenTill.Result.Opened opened = assertInstanceOf(
                    OpenTill.Result.Opened.class, day.openTill().open(TillDay.count(15_000), null));
            assertEquals(Money.ZERO, opened.session().openingDifference());
            assertEquals(Money.ofCents(15_000), day.journal().ledger("T01").runningTotal());
        }
    }

    @Test
    @Tag("R-TIL-4")
    void twoPrescriptionsPaidTogetherBearNoStampAndOneNumber() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            CollectDues.Result.Collected collected = assertInstanceOf(
                    CollectDues.Result.Collected.class,
                    day.collectDues()
                            .collect(TillDay.payment(
                                    10_000,
                                    TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615),
                                    TillDay.due("D2", "SPECIALIST_COPAYMENT", "SSN", 4_135))));
            assertEquals(List.of("SR-T01A/2026/000001"), collected.documents());
            assertEquals(Money.ofCents(2_250), collected.settlement().change());
            assertEquals(Money.ofCents(22_750), day.journal().ledger("T01").runningTotal());
            StoredReceipt receipt =
                    day.collectDues().receipt("SR-T01A/2026/000001").orElseThrow();
            assertEquals(0, receipt.stampCents());
        }
    }

    @Test
    @Tag("R-TIL-3")
    void allCashIsRoundedOnItsOwnLine() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            CollectDues.Result.Collected collected = assertInstanceOf(
                    CollectDues.Result.Collected.class,
                    day.collectDues()
                            .collect(TillDay.payment(1_745, TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 1_743))));
            assertEquals(Money.ofCents(2), collected.settlement().rounding());
            assertEquals(Money.ofCents(16_745), day.journal().ledger("T01").runningTotal());
        }
    }

    @Test
    void everyRefusalOfABasketIsListedAndNothingIsWritten() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            int before = day.journal().entries("T01").size();
            CollectDues.Result.BasketRefused refused = assertInstanceOf(
                    CollectDues.Result.BasketRefused.class,
                    day.collectDues()
                            .collect(TillDay.payment(
                                    1_000, TillDay.due("D1", "PRIVATE_PRACTICE", "PRIVATE_PRACTICE", 9_000))));
            assertTrue(refused.refusals().stream().anyMatch(each -> each instanceof SettlementRefusal.Insufficient));
            assertEquals(before, day.journal().entries("T01").size());
        }
    }

    @Test
    @Tag("Q23")
    void aDueSettledHereIsNotCollectedAgain() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            CollectDues.Payment payment =
                    TillDay.payment(3_615, TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615));
            assertInstanceOf(
                    CollectDues.Result.Collected.class, day.collectDues().collect(payment));
            CollectDues.Result.AlreadySettled again = assertInstanceOf(
                    CollectDues.Result.AlreadySettled.class, day.collectDues().collect(payment));
            assertEquals("SR-T01A/2026/000001", again.documentByDue().get("D1"));
            assertEquals(
                    1,
                    day.journal().lastNumber(day.journal().series("T01").get(0).key()));
        }
    }

    @Test
    @Tag("Q02")
    void aClosedTillCollectsNothing() {
        try (TillDay day = new TillDay(home)) {
            assertInstanceOf(
                    CollectDues.Result.TillClosed.class,
                    day.collectDues()
                            .collect(TillDay.payment(3_615, TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615))));
        }
    }

    @Test
    @Tag("R-TIL-11")
    @Tag("R-TIL-12")
    void aTillFiveEuroShortClosesWithItsDifferenceBooked() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            collect(day, "D1");
            CloseTill closing = day.closeTill();
            assertInstanceOf(CloseTill.Result.Counting.class, closing.begin(true, List.of()));
            CloseTill.Result.Compared compared =
                    assertInstanceOf(CloseTill.Result.Compared.class, closing.count(TillDay.count(18_115)));
            assertEquals(Money.ofCents(-500), compared.difference());
            assertEquals(Money.ofCents(15_000), closing.proposedFloat());
            CloseTill.Result.Closed closed =
                    assertInstanceOf(CloseTill.Result.Closed.class, closing.book(Money.ofCents(15_000)));
            assertEquals(Money.ofCents(-500), closed.closing().difference());
            assertEquals(3_115, closed.closing().depositCents());
            assertEquals(Money.ZERO, day.journal().ledger("T01").runningTotal());
            assertEquals(Money.ofCents(15_000), day.book.floatCarried());
            assertTrue(day.book.open().isEmpty());
        }
    }

    @Test
    @Tag("R-TIL-13")
    void aClosingGoesOnAfterTheProgramWasKilledAtEachStep() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            collect(day, "D1");
            day.closeTill().begin(true, List.of());
        }
        try (TillDay day = new TillDay(home)) {
            assertInstanceOf(CloseTill.Result.Counting.class, day.closeTill().begin(false, List.of()));
            day.closeTill().count(TillDay.count(18_615));
        }
        try (TillDay day = new TillDay(home)) {
            CloseTill.Result.Compared compared = assertInstanceOf(
                    CloseTill.Result.Compared.class, day.closeTill().begin(false, List.of()));
            assertTrue(compared.difference().isZero());
            assertInstanceOf(CloseTill.Result.Closed.class, day.closeTill().book(Money.ZERO));
        }
    }

    @Test
    @Tag("R-TIL-14")
    void aDocumentWithoutPaperStopsTheClosingUntilItIsCarried() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            collect(day, "D1");
            CloseTill.Result.Refused refused = assertInstanceOf(
                    CloseTill.Result.Refused.class, day.closeTill().begin(false, List.of()));
            assertInstanceOf(TillRefusal.Pending.class, refused.refusals().get(0));
            assertInstanceOf(CloseTill.Result.Counting.class, day.closeTill().begin(true, List.of()));
        }
    }

    @Test
    @Tag("R-TIL-20")
    @Tag("Q21")
    void aTillLeftOpenOvernightOnlyCloses() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
        }
        try (TillDay next = new TillDay(home, Instant.parse("2026-11-24T07:30:00Z"))) {
            CollectDues.Result.TillRefused refused = assertInstanceOf(
                    CollectDues.Result.TillRefused.class,
                    next.collectDues()
                            .collect(TillDay.payment(3_615, TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615))));
            assertInstanceOf(TillRefusal.DayOver.class, refused.refusals().get(0));
            assertInstanceOf(CloseTill.Result.Counting.class, next.closeTill().begin(false, List.of()));
        }
    }

    @Test
    void theSheetsOfTheDayAreFilesWithoutPersons() throws Exception {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            collect(day, "D1");
            day.closeTill().begin(true, List.of());
            day.closeTill().count(TillDay.count(18_615));
            CloseTill.Result.Closed closed = assertInstanceOf(
                    CloseTill.Result.Closed.class, day.closeTill().book(Money.ofCents(15_000)));
            UUID session = closed.closing().sessionId();
            DayFolder folder = new DayFolder(
                    day.book, new TillSheets(new Words()), new PdfSheets(day.clock), home.resolve("cartelle"));
            List<Path> files = folder.write(session);
            assertEquals(3, files.size());
            for (Path file : files) {
                assertTrue(Files.size(file) > 1_000, file.toString());
                assertTrue(!textOf(file).contains("ROSSI"));
            }
            assertTrue(textOf(files.get(2)).contains("SR-T01A/2026/000001"));
        }
    }

    @Test
    void aReceiptIsKeptAsPdfAndWrittenOnlyWhenAsked() throws Exception {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            collect(day, "D1");
            String number = "SR-T01A/2026/000001";
            day.files()
                    .keep(number, UUID.fromString(day.book.open().orElseThrow().id()));
            assertTrue(day.journal()
                    .document(number + ".pdf", it.sportello.app.print.StoredPdf.class)
                    .isPresent());
            assertTrue(Files.notExists(home.resolve("stampe")));
            Path file = day.files().write(number).orElseThrow();
            assertTrue(textOf(file).contains(number));
            assertTrue(file.getFileName().toString().equals("SR-T01A-2026-000001.pdf"), file.toString());
        }
    }

    private static String textOf(Path file) throws java.io.IOException {
        try (var document = org.apache.pdfbox.Loader.loadPDF(Files.readAllBytes(file))) {
            return new org.apache.pdfbox.text.PDFTextStripper().getText(document);
        }
    }

    private static void collect(TillDay day, String due) {
        assertInstanceOf(
                CollectDues.Result.Collected.class,
                day.collectDues()
                        .collect(TillDay.payment(3_615, TillDay.due(due, "SPECIALIST_COPAYMENT", "SSN", 3_615))));
    }
}
