package it.sportello.app.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Every document is PDF/A-2b in the eyes of veraPDF, and says what it should. */
class PdfSheetsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:20:00Z"), ZoneId.of("Europe/Rome"));

    @BeforeAll
    static void judge() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @TestFactory
    Stream<DynamicTest> everyDocumentIsPdfA() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "sheets"));
        return SamplePrints.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    byte[] file = new PdfSheets(CLOCK).render(entry.getValue());
                    Files.write(folder.resolve(entry.getKey() + ".pdf"), file);
                    assertEquals(Set.of(), violations(file));
                }));
    }

    @Test
    void theJudgeSeesAFileThatIsNotPdfA() throws IOException {
        try (PDDocument document = new PDDocument();
                var bytes = new java.io.ByteArrayOutputStream()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            document.save(bytes);
            assertTrue(!violations(bytes.toByteArray()).isEmpty());
        }
    }

    @Test
    @Tag("R-BOO-7")
    void theReminderIsBilingual() throws IOException {
        String text = textOf(SamplePrints.all().get("reminder-en"));
        assertTrue(text.contains("giovedì 3 dicembre 2026, ore 9:20"), text);
        assertTrue(text.contains("Thursday 3 December 2026, 9:20"), text);
        assertTrue(text.contains("Disdire entro venerdì 27 novembre 2026"), text);
        assertTrue(text.contains("SP1B:2026-0012345"), text);
    }

    @Test
    @Tag("R-I18-2")
    void everyLanguageHasEveryTextAndEveryCharacter() throws IOException {
        for (String language : Reminders.LANGUAGES) {
            assertEquals(Set.of(), Reminders.missing(language), language);
            String text = textOf(new Reminders(new it.sportello.app.frame.Words())
                    .sheet(SamplePrints.HEAD, SamplePrints.reminder(language)));
            assertTrue(!text.contains("?"), language + ": a character has no font in " + text);
        }
    }

    @Test
    void aReceiptTellsAmountsStampRoundingAndCopy() throws IOException {
        String text = textOf(SamplePrints.all().get("receipt")).replace('\u00a0', ' ');
        for (String wanted : new String[] {
            "SSN-R-T01A/2026/000123", "1.272,70 €", "2,00 €", "-0,01 €", "DUPLICATO N. 1", "27,30 €", "virtuale"
        }) {
            assertTrue(text.contains(wanted), wanted + " in " + text);
        }
    }

    @Test
    void aLongJournalTurnsThePageAndRepeatsTheFrame() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(new PdfSheets(CLOCK).render(SamplePrints.all().get("journal")))) {
            assertTrue(document.getNumberOfPages() > 1);
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(document.getNumberOfPages());
            assertTrue(last.getText(document).contains("Giornale di cassa"));
        }
    }

    @Test
    @Tag("R-TIL-14")
    @Tag("R-TIL-17")
    void theSheetsOfAClosingSetTheCardsBesideTheTerminalsFigure() throws IOException {
        for (String sheet : new String[] {"closing", "journal"}) {
            String text = textOf(SamplePrints.all().get(sheet)).replace('\u00a0', ' ');
            for (String wanted : new String[] {
                "Incassi con carta",
                "1.236,15 €",
                "Pagamenti con carta",
                "Totale del terminale",
                "1.230,00 €",
                "Carte senza esito riportate"
            }) {
                assertTrue(text.contains(wanted), sheet + ": " + wanted + " in " + text);
            }
        }
    }

    @Test
    void theTitlesOfATableStandOnThePageOfItsFirstLine() throws IOException {
        for (int above = 30; above < 60; above++) {
            List<Block> blocks = new ArrayList<>(Collections.nCopies(above, new Block.Paragraph("una riga")));
            blocks.add(new Block.Table(
                    List.of(new Block.Column("Sezionale", 1, false)),
                    List.of(List.of("SSN-R"), List.of("LP-F")),
                    false));
            Sheet sheet = new Sheet("Prova", "it-IT", "Azienda", "Sede", "Piede", "", blocks);
            try (PDDocument document = Loader.loadPDF(new PdfSheets(CLOCK).render(sheet))) {
                for (int number = 1; number <= document.getNumberOfPages(); number++) {
                    PDFTextStripper page = new PDFTextStripper();
                    page.setStartPage(number);
                    page.setEndPage(number);
                    String text = page.getText(document);
                    assertEquals(text.contains("SSN-R"), text.contains("Sezionale"), above + " lines above: " + text);
                }
            }
        }
    }

    @Test
    @Tag("R-ADD-13")
    @Tag("R-TIL-17")
    void openingAndClosingShowTheValidatorsContainerApart() throws IOException {
        String opening = container("opening");
        assertTrue(opening.contains("Atteso 0,00 €"), opening);
        assertTrue(opening.contains("Contato 20,00 €"), opening);
        assertTrue(opening.contains("Differenza 20,00 €"), opening);
        assertFalse(opening.contains("non ha saputo attribuire"), opening);
        String closing = container("closing");
        assertTrue(closing.contains("Atteso 205,00 €"), closing);
        assertTrue(closing.contains("Contato 200,00 €"), closing);
        assertTrue(closing.contains("Differenza -5,00 €"), closing);
        assertTrue(closing.contains("non ha saputo attribuire"), closing);
    }

    /** What stands from the heading of the container on. */
    private static String container(String sheet) throws IOException {
        String text = textOf(SamplePrints.all().get(sheet)).replace('\u00a0', ' ');
        int begin = text.indexOf("Contenitore del validatore");
        assertTrue(begin >= 0, text);
        return text.substring(begin);
    }

    @Test
    void theTitleHoldsNoPersonalData() throws IOException {
        for (Map.Entry<String, Sheet> entry : SamplePrints.all().entrySet()) {
            try (PDDocument document = Loader.loadPDF(new PdfSheets(CLOCK).render(entry.getValue()))) {
                String title = document.getDocumentInformation().getTitle();
                assertTrue(!title.contains("DELL") && !title.contains("ANGELO"), title);
                assertTrue(document.getDocumentCatalog().getLanguage().startsWith("it"));
            }
        }
    }

    private static String textOf(Sheet sheet) throws IOException {
        try (PDDocument document = Loader.loadPDF(new PdfSheets(CLOCK).render(sheet))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Set<String> violations(byte[] file) {
        Set<String> violations = new TreeSet<>();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            ValidationResult result = validator.validate(parser);
            if (!result.isCompliant()) {
                result.getTestAssertions()
                        .forEach(each -> violations.add(each.getRuleId().getClause() + ": " + each.getMessage()));
                violations.add("not compliant");
            }
        } catch (org.verapdf.core.ModelParsingException
                | org.verapdf.core.EncryptedPdfException
                | org.verapdf.core.ValidationException
                | IOException e) {
            throw new IllegalStateException(e);
        }
        return violations;
    }
}
