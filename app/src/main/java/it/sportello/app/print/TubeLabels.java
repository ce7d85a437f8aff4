package it.sportello.app.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The label D30 of 50 by 25 millimetres for a tube, with Code 128; Italian only (specification §9). */
public final class TubeLabels {
    private static final float POINTS = 72 / 25.4f;
    private static final float WIDTH = 50 * POINTS;
    private static final float HEIGHT = 25 * POINTS;
    private static final float LEFT = 2.5f * POINTS;
    private static final float BAR_HEIGHT = 9 * POINTS;
    /** Two dots of a head with 203 dpi: narrower bars a reader at a tube misses. */
    private static final float WIDEST_MODULE = 0.375f * POINTS;

    private final Texts texts = Texts.of(TubeLabels.class);
    private final Words words;

    public TubeLabels(Words words) {
        this.words = words;
    }

    /**
     * One label as a page of its own size. The bytes hold personal data.
     *
     * @param copy 0 for the original, else the number printed on the copy
     */
    public byte[] render(StoredLabel label, int copy) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            SheetFonts fonts = new SheetFonts(document);
            PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
            document.addPage(page);
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                draw(new Pen(stream, fonts), label, copy);
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(Pen pen, StoredLabel label, int copy) throws IOException {
        pen.line(label.name(), HEIGHT - 9, true, 8.5f);
        pen.line(person(label), HEIGHT - 17, false, 6.5f);
        pen.bars(label.bars(), HEIGHT - 21 - BAR_HEIGHT);
        pen.line(texts.get("label.number", label.number(), words.date(label.day())), 13, true, 7);
        String tests = String.join(" ", label.tests());
        pen.line(copy == 0 ? tests : texts.get("label.copy", copy, tests), 5, false, 6);
    }

    private String person(StoredLabel label) {
        return label.birthDate()
                .map(born -> texts.get("label.born", words.date(born)))
                .orElse(texts.get("label.unborn"));
    }

    /** The same on a roll, when no label printer works: to be cut and stuck on. */
    public ReceiptDocument slip(StoredLabel label, int copy) {
        ReceiptDocument.Builder slip = ReceiptDocument.builder()
                .centered(label.name(), TextStyle.BOLD)
                .centered(person(label), TextStyle.PLAIN);
        if (copy > 0) {
            slip.centered(texts.get("copy", copy), TextStyle.BOLD);
        }
        return slip.barcode(label.bars())
                .centered(texts.get("label.number", label.number(), words.date(label.day())), TextStyle.PLAIN)
                .centered(String.join(" ", label.tests()), TextStyle.PLAIN)
                .cut()
                .build();
    }

    /** Writes on one label. */
    private record Pen(PDPageContentStream stream, SheetFonts fonts) {

        /** A line that is cut where the label ends, its letters narrower before. */
        void line(String text, float y, boolean heavy, float size) throws IOException {
            float room = WIDTH - 2 * LEFT;
            float fitting = Math.max(size * 0.75f, size * Math.min(1, room / fonts.width(text, heavy, size)));
            String shown = text;
            while (!shown.isEmpty() && fonts.width(shown, heavy, fitting) > room) {
                shown = shown.substring(0, shown.length() - 1);
            }
            stream.beginText();
            stream.newLineAtOffset(LEFT, y);
            for (SheetFonts.Run run : fonts.runs(shown, heavy)) {
                stream.setFont(run.font(), fitting);
                stream.showText(run.text());
            }
            stream.endText();
        }

        void bars(String content, float y) throws IOException {
            BitMatrix row =
                    new Code128Writer().encode(content, BarcodeFormat.CODE_128, 1, 1, Map.of(EncodeHintType.MARGIN, 0));
            float module = Math.min(WIDEST_MODULE, (WIDTH - 4 * LEFT) / row.getWidth());
            float left = (WIDTH - row.getWidth() * module) / 2;
            for (int x = 0; x < row.getWidth(); x++) {
                if (row.get(x, 0)) {
                    stream.addRect(left + x * module, y, module, BAR_HEIGHT);
                }
            }
            stream.fill();
        }
    }
}
