package it.sportello.app.print;

import it.sportello.app.frame.Texts;
import it.sportello.devices.scanner.ReaderTest;
import java.util.ArrayList;
import java.util.List;

/**
 * The set-up sheet of the code reader, A4: what to set with the maker's manual, and three codes of ours that show what the
 * reader makes of them. Makers' own codes are not on it: none is published with certainty.
 */
public final class ReaderSheet {
    private static final String TEMPLATE = "LETTORE/1";
    private static final List<String> SETTINGS =
            List.of("interface", "suffix", "prefix", "keyboard", "capitals", "separator", "identifiers", "symbols");

    private final Texts texts = Texts.of(ReaderSheet.class, "reader_sheet.properties");

    /** The sheet; it holds no data of anybody. */
    public Sheet sheet() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(texts.get("how")));
        blocks.add(new Block.Heading(texts.get("settings")));
        blocks.add(new Block.Table(
                List.of(
                        new Block.Column(texts.get("settings.what"), 26, false),
                        new Block.Column(texts.get("settings.line"), 37, false),
                        new Block.Column(texts.get("settings.keyboard"), 37, false)),
                SETTINGS.stream().map(this::row).toList(),
                false));
        blocks.add(new Block.Heading(texts.get("codes")));
        blocks.add(new Block.Paragraph(texts.get("code.plain")));
        blocks.add(new Block.Barcode(ReaderTest.Line.PLAIN.code()));
        blocks.add(new Block.Paragraph(texts.get("code.signs")));
        blocks.add(new Block.Square(Block.Symbol.QR, ReaderTest.Line.SIGNS.code(), ReaderTest.Line.SIGNS.code()));
        blocks.add(new Block.Paragraph(texts.get("code.separator")));
        blocks.add(new Block.Square(
                Block.Symbol.DATA_MATRIX, ReaderTest.Line.SEPARATOR_LINE.code(), texts.get("code.separator.text")));
        return new Sheet(
                texts.get("title"),
                "it-IT",
                texts.get("issuer"),
                texts.get("origin"),
                texts.get("footer", TEMPLATE),
                "",
                blocks);
    }

    private List<String> row(String setting) {
        return List.of(
                texts.get("set." + setting),
                texts.get("set." + setting + ".line"),
                texts.get("set." + setting + ".keyboard"));
    }
}
