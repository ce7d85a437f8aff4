package it.sportello.app.print;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The project's own fonts in one document; system fonts are never looked for. */
final class SheetFonts {
    /** Text that one font can draw. */
    record Run(PDFont font, String text) {}

    private static final String FOLDER = "/it/sportello/app/fonts/";

    private final PDDocument document;
    private final PDFont regular;
    private final PDFont bold;
    private @Nullable PDFont chinese;

    SheetFonts(PDDocument document) throws IOException {
        this.document = document;
        regular = load("NotoSans-Regular.ttf");
        bold = load("NotoSans-Bold.ttf");
    }

    /** The text cut into pieces that each have a font; a character that no font has becomes a question mark. */
    List<Run> runs(String text, boolean heavy) throws IOException {
        PDFont main = heavy ? bold : regular;
        List<Run> runs = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        @Nullable PDFont current = null;
        for (int codePoint : text.codePoints().toArray()) {
            PDFont font = has(main, codePoint) ? main : has(chinese(), codePoint) ? chinese() : null;
            String drawn = font == null ? "?" : Character.toString(codePoint);
            PDFont used = font == null ? main : font;
            if (current != null && !current.equals(used)) {
                runs.add(new Run(current, piece.toString()));
                piece.setLength(0);
            }
            piece.append(drawn);
            current = used;
        }
        if (current != null) {
            runs.add(new Run(current, piece.toString()));
        }
        return runs;
    }

    /** Width in points. */
    float width(String text, boolean heavy, float size) throws IOException {
        float width = 0;
        for (Run run : runs(text, heavy)) {
            width += run.font().getStringWidth(run.text()) / 1000 * size;
        }
        return width;
    }

    private PDFont chinese() throws IOException {
        PDFont font = chinese;
        if (font == null) {
            font = load("NotoSansSC-Subset.ttf");
            chinese = font;
        }
        return font;
    }

    private static boolean has(PDFont font, int codePoint) throws IOException {
        try {
            font.encode(Character.toString(codePoint));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private PDFont load(String name) throws IOException {
        try (InputStream font = SheetFonts.class.getResourceAsStream(FOLDER + name)) {
            if (font == null) {
                throw new IOException("font " + name + " is missing from the program");
            }
            return PDType0Font.load(document, font, true);
        }
    }
}
