package it.sportello.app.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Theme;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.ReaderSheet;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Keys;
import it.sportello.app.window.Layout;
import it.sportello.devices.scanner.ReaderTest.Line;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader's test in a real window, by keys and readings only, and its sheet as a reader sees it. */
class ReaderTestWindowTest {
    @TempDir
    Path home;

    private Desk desk;
    private Keys keys;
    private ReaderTestViewModel model;

    @BeforeEach
    void open() {
        desk = Desk.open(1366, 768);
        keys = new Keys(desk);
        Desk.run(() -> {
            new ReaderScreens(desk.frame, home.resolve("stampe")).register(desk.parts.navigator());
            desk.parts.navigator().restart(ScreenKeys.READER_TEST);
        });
        desk.settle();
        model = model(home.resolve("stampe"));
    }

    private ReaderTestViewModel model(Path folder) {
        return new ReaderTestViewModel(
                new SaveReaderSheet(new ReaderSheet(), new PdfSheets(Desk.CLOCK), folder),
                desk.background,
                Texts.of(ReaderScreens.class));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Screen screen() {
        return Desk.onFx(() -> desk.parts.navigator().current().orElseThrow());
    }

    private static Reading.Code code(String text) {
        return new Reading.Code(text);
    }

    @Test
    @Tag("Q51")
    void eachFaultOfAReaderHasItsRemedy() {
        assertTrue(model.scanned(code(Line.PLAIN.code())));
        assertEquals(Tone.GOOD, model.rows().get(0).tone());
        assertTrue(model.scanned(code("SP1X\u00E72\u00A7-\u00E7\u00F2'\u00EC\u00E0.,(^_%?/")));
        assertTrue(
                model.rows().get(1).remedy().contains("tastiera americana"),
                model.rows().get(1).remedy());
        assertTrue(model.scanned(code("SP1X:3A~B")));
        assertTrue(model.rows().get(2).remedy().contains("gs=~"));
        assertTrue(model.scanned(code("sp1x:1azAZ0189")));
        assertTrue(model.rows().get(0).remedy().contains("Bloc Maiusc"));
        assertEquals(Tone.ATTENTION, notice().tone());
    }

    @Test
    void threeRightLinesMakeARightReader() {
        for (Line line : Line.values()) {
            model.scanned(code(line.code()));
        }
        assertEquals(Tone.GOOD, notice().tone());
        assertFalse(model.scanned(code("RSSMRA80A01H501U")), "any other code goes its way");
    }

    private it.sportello.app.frame.Notice notice() {
        return model.noticeProperty().getValue().orElseThrow();
    }

    @Test
    @Tag("R-KEY-4")
    void oneKeySavesTheSheetAndSaysWhere() throws IOException {
        keys.press("F12");
        Path sheet = home.resolve("stampe").resolve("foglio-lettore.pdf");
        assertTrue(Files.size(sheet) > 1000);
        assertEquals(
                List.of(),
                Desk.onFx(() -> Layout.withoutLetter(desk.window.scene().getRoot())));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(home.resolve("un file"), "x");
        ReaderTestViewModel blocked = model(file);
        Desk.run(blocked::saveSheet);
        assertEquals(
                Tone.ATTENTION,
                blocked.noticeProperty().getValue().orElseThrow().tone());
        assertFalse(blocked.busyProperty().get());
    }

    /** Printed, photographed, decoded: what stands on the paper is what the test expects. */
    @Test
    void theCodesOnTheSheetAreTheLinesOfTheTest() throws Exception {
        byte[] file = new PdfSheets(Desk.CLOCK).render(new ReaderSheet().sheet());
        Set<String> read = new HashSet<>();
        int pages;
        try (PDDocument document = Loader.loadPDF(file)) {
            pages = document.getNumberOfPages();
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            javax.imageio.ImageIO.write(
                    page,
                    "png",
                    Files.createDirectories(Path.of("target", "pictures"))
                            .resolve("foglio-lettore.png")
                            .toFile());
            for (int width : new int[] {350, page.getWidth()}) {
                for (int top = 0; top + 300 <= page.getHeight(); top += 30) {
                    decode(page.getSubimage(0, top, width, 300)).ifPresent(read::add);
                }
            }
        }
        assertEquals(1, pages, "one sheet of paper");
        assertTrue(read.contains(Line.PLAIN.code()), read.toString());
        assertTrue(read.contains(Line.SIGNS.code()), read.toString());
        assertTrue(read.contains(Line.SEPARATOR_LINE.code()), read.toString());
    }

    private static Optional<String> decode(BufferedImage part) {
        int[] pixels = part.getRGB(0, 0, part.getWidth(), part.getHeight(), null, 0, part.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(part.getWidth(), part.getHeight(), pixels)));
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                    .getText());
        } catch (NotFoundException nothingThere) {
            return Optional.empty();
        }
    }

    @Test
    @Tag("R-A11-2")
    @Tag("R-A11-5")
    void everyControlHasItsNameAndNoColourStandsAlone() {
        Screen screen = screen();
        Desk.run(() -> screen.scanned(code("SP1X:3AB")));
        desk.settle();
        assertEquals(
                List.of(), Desk.onFx(() -> Layout.nameless(desk.window.scene().getRoot())));
        assertEquals(
                List.of(),
                Desk.onFx(() -> Layout.byColourOnly(desk.window.scene().getRoot())));
    }

    @Test
    @Tag("R-A11-4")
    void nothingIsCutInAnySize() {
        Screen screen = screen();
        for (int width : new int[] {1366, 1920}) {
            for (int percent : new int[] {100, 200}) {
                Desk.run(() -> {
                    desk.resize(width, width == 1366 ? 768 : 1080);
                    desk.parts
                            .appearance()
                            .lookProperty()
                            .set(Look.standard().withTextPercent(percent).withTheme(Theme.LIGHT));
                    screen.scanned(code("SP1X\u00E72\u00A7-\u00E7\u00F2'\u00EC\u00E0.,(^_%?/"));
                    screen.scanned(code(Line.PLAIN.code()));
                });
                desk.picture("reader-test-" + width + "-" + percent);
                assertEquals(List.of(), Desk.onFx(() -> Layout.cutTexts(screen.root())));
                assertEquals(
                        List.of(),
                        Desk.onFx(() -> Layout.outside(desk.window.scene().getRoot())));
            }
        }
    }
}
