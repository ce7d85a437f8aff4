package it.sportello.app.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The pen on the pages of one sheet: knows where it stands, and turns the page in time. Lengths in points. */
final class SheetPage implements AutoCloseable {
    static final float LEFT = 56;
    static final float RIGHT = PDRectangle.A4.getWidth() - 56;
    private static final float TOP = PDRectangle.A4.getHeight() - 96;
    private static final float BOTTOM = 72;

    private final PDDocument document;
    private final SheetFonts fonts;
    private PDPageContentStream stream;
    private float y;

    SheetPage(PDDocument document, SheetFonts fonts) throws IOException {
        this.document = document;
        this.fonts = fonts;
        stream = turn();
    }

    SheetFonts fonts() {
        return fonts;
    }

    float y() {
        return y;
    }

    float width() {
        return RIGHT - LEFT;
    }

    /** Makes sure that a piece of this height fits, else begins a new page. */
    void need(float height) throws IOException {
        if (y - height < BOTTOM) {
            stream.close();
            stream = turn();
        }
    }

    void down(float points) {
        y -= points;
    }

    /** Writes one line with its base at the pen, without moving it. */
    void text(String text, float x, boolean heavy, float size) throws IOException {
        stream.beginText();
        stream.newLineAtOffset(x, y);
        for (SheetFonts.Run run : fonts.runs(text, heavy)) {
            stream.setFont(run.font(), size);
            stream.showText(run.text());
        }
        stream.endText();
    }

    void textRight(String text, float right, boolean heavy, float size) throws IOException {
        text(text, right - fonts.width(text, heavy, size), heavy, size);
    }

    void grey(float level) throws IOException {
        stream.setNonStrokingColor(level);
    }

    void rule(float from, float to, float thickness) throws IOException {
        stream.setLineWidth(thickness);
        stream.setStrokingColor(0.55f);
        stream.moveTo(from, y);
        stream.lineTo(to, y);
        stream.stroke();
    }

    void box(float x, float bottom, float width, float height) throws IOException {
        stream.addRect(x, bottom, width, height);
        stream.fill();
    }

    /** The text as lines not wider than the space. */
    List<String> wrap(String text, boolean heavy, float size, float space) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && fonts.width(longer, heavy, size) > space) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
                breakLong(line, lines, heavy, size, space);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** A word wider than the space (a script without blanks, a long code) is cut. */
    private void breakLong(StringBuilder line, List<String> lines, boolean heavy, float size, float space)
            throws IOException {
        while (fonts.width(line.toString(), heavy, size) > space && line.length() > 1) {
            int cut = line.length() - 1;
            while (cut > 1 && fonts.width(line.substring(0, cut), heavy, size) > space) {
                cut--;
            }
            lines.add(line.substring(0, cut));
            line.delete(0, cut);
        }
    }

    private PDPageContentStream turn() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = TOP;
        return new PDPageContentStream(document, page);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
