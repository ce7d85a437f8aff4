package it.sportello.devices.twin.printer;

import static it.sportello.devices.twin.printer.PrinterCommand.ESC;
import static it.sportello.devices.twin.printer.PrinterCommand.FS;
import static it.sportello.devices.twin.printer.PrinterCommand.GS;

import java.util.ArrayList;
import java.util.List;

/** The head, the motor and the blade: obeys the commands that put something on paper. */
final class Mechanism {

    private static final int FONT_A = 12;
    private static final int FONT_B = 9;
    private static final int HEIGHT_A = 24;
    private static final int HEIGHT_B = 17;
    private static final int TAB_COLUMNS = 8;

    private final int dots;
    private final List<Strip> paper = new ArrayList<>();
    private final List<Glyph> line = new ArrayList<>();
    private final SymbolPrinter symbols = new SymbolPrinter();
    private boolean bold;
    private boolean underline;
    private boolean reverse;
    private boolean fontB;
    private int wide = 1;
    private int high = 1;
    private int alignment;
    private int table;
    private int leftMargin;
    private int printWidth;
    private int spacing = RollPainter.LINE_DOTS;
    private int x;

    Mechanism(int dots) {
        this.dots = dots;
        this.printWidth = dots;
    }

    /** Paper printed since the last cut; taking it is cutting it off. */
    List<Strip> cutOff() {
        List<Strip> piece = List.copyOf(paper);
        paper.clear();
        return piece;
    }

    List<Strip> hanging() {
        return List.copyOf(paper);
    }

    /** Forgets the characters of the line under way: they were not printed yet. */
    void forgetLine() {
        line.clear();
        x = 0;
    }

    /** How far the paper will move for this command, as far as the sensor of the paper end is concerned. */
    int feedOf(PrinterCommand command) {
        if (command.family() == 0) {
            return command.code() == '\n' ? lineFeed() : 0;
        }
        if (command.is(GS, 'v')) {
            return command.wordAt(4);
        }
        if (command.is(ESC, 'd')) {
            return command.at(0) * spacing;
        }
        if (command.is(ESC, 'J')) {
            return command.at(0);
        }
        return 0;
    }

    void obey(PrinterCommand command) {
        switch (command.family()) {
            case 0 -> character(command.code());
            case ESC -> escape(command);
            case GS -> group(command);
            default -> ignore(command);
        }
    }

    /** Kanji modes, page modes and what else prints nothing here: read to its right length, which is what matters. */
    private static void ignore(PrinterCommand command) {
        assert command.family() == FS || command.family() == PrinterCommand.DLE;
    }

    private void character(int code) {
        switch (code) {
            case '\n' -> endLine();
            case '\r' -> x = Math.max(x, 0);
            case '\t' -> tab();
            case 0x18 -> line.clear();
            default -> {
                if (code >= 0x20) {
                    put(CharacterTable.character(table, code));
                }
            }
        }
    }

    private int cellWidth() {
        return (fontB ? FONT_B : FONT_A) * wide;
    }

    private void put(int character) {
        if (x + cellWidth() > printWidth) {
            endLine();
        }
        int height = (fontB ? HEIGHT_B : HEIGHT_A) * high;
        line.add(new Glyph(character, x, cellWidth(), height, bold, underline, reverse));
        x += cellWidth();
    }

    private void tab() {
        int step = TAB_COLUMNS * FONT_A;
        x = Math.min(printWidth, (x / step + 1) * step);
    }

    private int lineFeed() {
        return Math.max(spacing, line.stream().mapToInt(Glyph::height).max().orElse(0) + (spacing > 24 ? 6 : 0));
    }

    private void endLine() {
        int end =
                line.stream().mapToInt(glyph -> glyph.x() + glyph.width()).max().orElse(0);
        int shift = leftMargin + shift(end);
        List<Glyph> placed = line.stream()
                .map(g -> new Glyph(
                        g.character(), g.x() + shift, g.width(), g.height(), g.bold(), g.underline(), g.reverse()))
                .toList();
        paper.add(new Strip.TextLine(placed, lineFeed()));
        line.clear();
        x = 0;
    }

    private int shift(int width) {
        int room = Math.max(0, printWidth - width);
        return switch (alignment) {
            case 1 -> room / 2;
            case 2 -> room;
            default -> 0;
        };
    }

    private void flush() {
        if (!line.isEmpty()) {
            endLine();
        }
    }

    private void escape(PrinterCommand command) {
        int n = command.at(0);
        switch (command.code()) {
            case '@' -> reset();
            case '!' -> mode(n);
            case '-' -> underline = n % 48 != 0;
            case 'E', 'G' -> bold = (n & 1) != 0;
            case 'M' -> fontB = n % 48 == 1;
            case 'a' -> alignment = n % 48;
            case 't' -> table = n;
            case '2' -> spacing = RollPainter.LINE_DOTS;
            case '3' -> spacing = n;
            case 'd' -> feed(n * spacing);
            case 'J' -> feed(n);
            case '$' -> x = command.wordAt(0);
            case '\\' -> x = Math.max(0, x + (short) command.wordAt(0));
            case '*' -> columnImage(command);
            default -> {
                // Not about paper: handled by the printer, or without effect on a receipt.
            }
        }
    }

    private void mode(int n) {
        fontB = (n & 0x01) != 0;
        bold = (n & 0x08) != 0;
        high = (n & 0x10) != 0 ? 2 : 1;
        wide = (n & 0x20) != 0 ? 2 : 1;
        underline = (n & 0x80) != 0;
    }

    private void reset() {
        line.clear();
        x = 0;
        mode(0);
        reverse = false;
        alignment = 0;
        table = 0;
        leftMargin = 0;
        printWidth = dots;
        spacing = RollPainter.LINE_DOTS;
        symbols.reset();
    }

    private void group(PrinterCommand command) {
        int n = command.at(0);
        switch (command.code()) {
            case '!' -> {
                wide = (n >> 4 & 7) + 1;
                high = (n & 7) + 1;
            }
            case 'B' -> reverse = (n & 1) != 0;
            case 'L' -> leftMargin = Math.min(command.wordAt(0), dots - FONT_A);
            case 'W' -> printWidth = Math.clamp(command.wordAt(0), FONT_A, dots);
            case 'v' -> add(symbols.raster(command));
            case 'h', 'w', 'H' -> symbols.set(command);
            case 'k' -> symbols.barcode(command).ifPresent(this::addBarcode);
            case '(', '8' -> symbols.function(command).forEach(this::add);
            default -> {
                // Not about paper: handled by the printer, or without effect on a receipt.
            }
        }
    }

    private void feed(int length) {
        flush();
        if (length > 0) {
            paper.add(new Strip.Blank(length));
        }
    }

    /** The line feed that follows a stripe is what moves the paper. */
    private void columnImage(PrinterCommand command) {
        paper.add(place(symbols.columns(command), 0));
    }

    private void add(Strip.Dots picture) {
        flush();
        if (picture.width() > 0 && picture.height() > 0) {
            paper.add(place(picture, picture.feed()));
        }
    }

    private void addBarcode(SymbolPrinter.Barcode code) {
        add(code.bars());
        if (code.textBelow()) {
            int width = Math.min(code.text().length() * FONT_A, printWidth);
            int left = leftMargin + shift(code.bars().width()) + (code.bars().width() - width) / 2;
            List<Glyph> text = new ArrayList<>();
            for (int i = 0; i < code.text().length(); i++) {
                int at = Math.max(0, left + i * FONT_A);
                text.add(new Glyph(code.text().charAt(i), at, FONT_A, HEIGHT_A, false, false, false));
            }
            paper.add(new Strip.TextLine(text, RollPainter.LINE_DOTS));
        }
    }

    private Strip.Dots place(Strip.Dots picture, int feed) {
        int at = leftMargin + shift(picture.width());
        return new Strip.Dots(at, picture.width(), picture.height(), picture.black(), picture.caption(), feed);
    }

    /** What the blade does first: the line under way is printed, and the paper moves to the blade. */
    void moveToBlade(int length) {
        feed(length);
    }
}
