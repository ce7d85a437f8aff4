package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Words;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.StoredPdf;
import it.sportello.app.print.TillSheets;
import it.sportello.app.service.PrintDesk;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.devices.detector.ValidatorRecord;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import it.sportello.domain.till.TillSession;
import it.sportello.domain.till.TillStep;
import it.sportello.offlinecache.journal.PrintJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a day, also when the program was killed between a commit and its files. */
class DayFolderTest {
    @TempDir
    Path home;

    @Test
    @Tag("R-TIL-17")
    @Tag("Q17")
    void aClosingKilledBeforeItsFilesHasThemAtTheNextStart() throws IOException {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            collect(day, "D1");
            close(day, 18_615);
        }
        try (TillDay next = new TillDay(home)) {
            next.operator = Optional.of("O2");
            next.badge = "2077";
            List<Path> written = folder(next).writeMissing();
            assertEquals(
                    List.of("verifica-apertura.pdf", "verifica-chiusura.pdf", "giornale-di-cassa.pdf"),
                    written.stream().map(file -> file.getFileName().toString()).toList());
            for (Path file : written) {
                assertTrue(textOf(file).contains("1042"), file + " bears the badge of who closed");
                assertFalse(textOf(file).contains("2077"), file + " bears the badge of who came later");
            }
            assertEquals(List.of(), folder(next).writeMissing());
            Files.delete(written.get(1));
            assertEquals(3, folder(next).writeMissing().size());
        }
    }

    @Test
    void anOpenSessionHasNoSheetsYet() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            assertEquals(List.of(), folder(day).writeMissing());
        }
    }

    @Test
    @Tag("R-TIL-17")
    void eachSessionOfADayHasItsOwnFolderAndItsOwnMovements() throws IOException {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            collect(day, "D1");
            StoredClosing first = close(day, 18_615);
            day.openTill().open(TillDay.count(15_000), null);
            collect(day, "D2");
            StoredClosing second = close(day, 18_615);
            folder(day).writeMissing();
            assertMovements(folder(day).write(first.sessionId()), "000001", "000002");
            assertMovements(folder(day).write(second.sessionId()), "000002", "000001");
            try (Stream<Path> folders = Files.list(home.resolve("cartelle").resolve("2026-11-23"))) {
                assertEquals(
                        List.of("T01", "T01-2"),
                        folders.map(path -> path.getFileName().toString())
                                .sorted()
                                .toList());
            }
        }
    }

    private static void assertMovements(List<Path> files, String with, String without) throws IOException {
        String journal = textOf(files.get(2));
        assertTrue(journal.contains("SR-T01A/2026/" + with), journal);
        assertFalse(journal.contains("SR-T01A/2026/" + without), journal);
    }

    @Test
    @Tag("R-TIL-14")
    void documentsWithoutPaperStandOnTheClosingCheck() throws IOException {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            collect(day, "D1");
            collect(day, "D2");
            day.closeTill().begin(true, List.of());
            PrintJobs prints = day.journal().prints();
            UUID late = prints.of("SR-T01A/2026/000001").get(0).id();
            prints.sending(late);
            prints.printed(late);
            StoredClosing closing = counted(day, 22_230);
            String check = textOf(folder(day).write(closing.sessionId()).get(1));
            String carried = check.substring(check.indexOf("Documenti senza carta"));
            assertTrue(carried.contains("SR-T01A/2026/000002"), check);
            assertFalse(carried.contains("SR-T01A/2026/000001"), "printed meanwhile: " + check);
        }
    }

    @Test
    @Tag("R-TIL-14")
    void aPaymentByCardCarriedWithoutAnEndStandsOnTheClosingCheck() throws IOException {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            PrintDesk prints = new PrintDesk(day.journal(), Optional.empty(), List.of(), day.book.desk(), job -> {});
            ScriptedTerminal terminal = new ScriptedTerminal().next(ScriptedTerminal.Answer.LOST);
            day.cards(Optional.of(terminal), prints)
                    .begin(TillDay.payment(0, TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615)), true);
            day.roles = Set.of("CASHIER", "CASH_RESPONSIBLE");
            day.closeTill().begin(true, List.of());
            StoredClosing closing = counted(day, 15_000);
            List<Path> written = folder(day).write(closing.sessionId());
            assertTrue(textOf(written.get(2)).contains("Carte senza esito riportate"), textOf(written.get(2)));
            String check = textOf(written.get(1));
            String carried = check.substring(check.indexOf("Pagamenti con carta di esito non noto"));
            assertTrue(carried.contains("36,15"), check);
            assertFalse(check.contains("Documenti senza carta"), check);
        }
    }

    @Test
    @Tag("R-TIL-14")
    void aClosingOfAnOlderVersionWithoutTheListStillHasItsSheets() throws IOException {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            TillSession session = day.book.open().orElseThrow();
            session = assertInstanceOf(TillStep.Done.class, session.startClosing(List.of()))
                    .session();
            session = assertInstanceOf(TillStep.Done.class, session.count(TillDay.count(15_000), 1))
                    .session();
            TillSession booked = assertInstanceOf(TillStep.Done.class, session.book(Money.ofCents(15_000)))
                    .session();
            UUID id = UUID.fromString(booked.id());
            day.journal().commit(transaction -> {
                day.book.store(transaction, booked);
                transaction.putDocument(StoredClosing.key(booked.id()), "closing", id, olderClosing(id));
                return id;
            });
            List<Path> written = folder(day).writeMissing();
            assertEquals(3, written.size());
            assertFalse(textOf(written.get(1)).contains("Documenti senza carta"));
        }
    }

    @Test
    @Tag("R-TIL-17")
    void whatWasPaidByCardStandsOnCheckAndJournalApartFromTheCash() throws IOException {
        ScriptedTerminal terminal = new ScriptedTerminal();
        try (TillDay day = new TillDay(home)) {
            day.opened();
            PrintDesk prints = new PrintDesk(day.journal(), Optional.empty(), List.of(), day.book.desk(), job -> {});
            CardDesk cards = day.cards(Optional.of(terminal), prints);
            cards.begin(TillDay.payment(0, TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615)), true);
            StoredClosing closing = close(day, 15_000);
            List<Path> written = folder(day).write(closing.sessionId());
            String check = textOf(written.get(1)).replace('\u00a0', ' ');
            assertTrue(check.contains("Incassi con carta"), check);
            assertTrue(check.contains("36,15 €"), check);
            assertTrue(check.contains("non comunicato"), check);
            assertTrue(check.contains("Cassa quadrata"), check);
            String journal = textOf(written.get(2)).replace('\u00a0', ' ');
            assertTrue(journal.contains("Incasso, carta 36,15"), journal);
            assertTrue(journal.contains("Incassi con carta"), journal);
            assertFalse(journal.contains("senza esito riportate"), journal);
        }
    }

    @Test
    @Tag("R-ADD-13")
    @Tag("R-TIL-17")
    void theCountOfTheContainerStandsOnTheCheckOfItsMoment() throws IOException {
        try (TillDay day = new TillDay(home)) {
            ContainerBook container = new ContainerBook(day.journal(), () -> List.of(new ScriptedValidator()));
            CloseTill close = new CloseTill(day.book, day.clock, container);
            assertInstanceOf(
                    OpenTill.Result.Opened.class,
                    new OpenTill(day.book, day.clock, container)
                            .open(TillDay.count(15_000), Optional.of(TillDay.count(1_000)), "Primo fondo"));
            new NoteMemory(day.journal(), day.book.desk(), new CashPhase())
                    .keep(new ValidatorRecord(
                            "ssp 1",
                            "stacked 1",
                            List.of(
                                    new ValidatorEvent.Stacked(Denomination.NOTE_50, false),
                                    new ValidatorEvent.Unattributed(OptionalInt.of(1))),
                            day.clock.instant()));
            close.begin(true, List.of());
            close.count(TillDay.count(16_000), Optional.of(TillDay.count(5_500)));
            StoredClosing closing = assertInstanceOf(CloseTill.Result.Closed.class, close.book(Money.ofCents(15_000)))
                    .closing();
            List<Path> written = folder(day).write(closing.sessionId());
            String opening = container(written.get(0));
            assertTrue(opening.contains("Atteso 0,00 €"), opening);
            assertTrue(opening.contains("Contato 10,00 €"), opening);
            assertFalse(opening.contains("non ha saputo attribuire"), opening);
            String check = container(written.get(1));
            assertTrue(check.contains("Atteso 60,00 €"), check);
            assertTrue(check.contains("Contato 55,00 €"), check);
            assertTrue(check.contains("Differenza -5,00 €"), check);
            assertTrue(check.contains("non ha saputo attribuire"), check);
        }
    }

    @Test
    @Tag("R-TIL-17")
    void aDeskWithoutAValidatorHasNoContainerOnItsChecks() throws IOException {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            for (Path sheet : folder(day).write(close(day, 15_000).sessionId())) {
                assertFalse(textOf(sheet).contains("Contenitore"), textOf(sheet));
            }
        }
    }

    /** What stands from the heading of the container on. */
    private static String container(Path sheet) throws IOException {
        String text = textOf(sheet).replace('\u00a0', ' ');
        int begin = text.indexOf("Contenitore del validatore");
        assertTrue(begin >= 0, text);
        return text.substring(begin);
    }

    private static StoredClosing olderClosing(UUID id) {
        Money fund = Money.ofCents(15_000);
        return StoredClosing.of(
                id,
                new TillSheets.Closing(
                        "T01",
                        TillDay.DAY,
                        TillDay.DAY.atStartOfDay(TillSession.ZONE).toInstant(),
                        TillDay.count(15_000).pieces(),
                        fund,
                        Money.ZERO,
                        Money.ZERO,
                        fund,
                        fund,
                        0,
                        fund,
                        Money.ZERO,
                        List.of(),
                        "",
                        false));
    }

    @Test
    @Tag("Q31")
    void aReceiptKilledBeforeItsFileHasItAtTheNextStart() throws IOException {
        String number = "SR-T01A/2026/000001";
        try (TillDay day = new TillDay(home)) {
            day.opened();
            collect(day, "D1");
        }
        try (TillDay next = new TillDay(home)) {
            next.badge = "2077";
            assertEquals(List.of(number), next.files().keepMissing("T01"));
            byte[] file = next.journal()
                    .document(number + ".pdf", StoredPdf.class)
                    .orElseThrow()
                    .file();
            try (var document = Loader.loadPDF(file)) {
                String text = new PDFTextStripper().getText(document);
                assertTrue(text.contains("1042"), text);
                assertFalse(text.contains("2077"), text);
            }
            assertEquals(List.of(), next.files().keepMissing("T01"));
        }
    }

    private DayFolder folder(TillDay day) {
        return new DayFolder(day.book, new TillSheets(new Words()), new PdfSheets(day.clock), home.resolve("cartelle"));
    }

    private static void collect(TillDay day, String due) {
        assertInstanceOf(
                CollectDues.Result.Collected.class,
                day.collectDues()
                        .collect(TillDay.payment(3_615, TillDay.due(due, "SPECIALIST_COPAYMENT", "SSN", 3_615))));
    }

    private static StoredClosing close(TillDay day, long counted) {
        day.closeTill().begin(true, List.of());
        return counted(day, counted);
    }

    private static StoredClosing counted(TillDay day, long counted) {
        day.closeTill().count(TillDay.count(counted));
        return assertInstanceOf(CloseTill.Result.Closed.class, day.closeTill().book(Money.ofCents(15_000)))
                .closing();
    }

    private static String textOf(Path file) throws IOException {
        try (var document = Loader.loadPDF(Files.readAllBytes(file))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
