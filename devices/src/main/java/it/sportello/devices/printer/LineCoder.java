package it.sportello.devices.printer;

import it.sportello.devices.printer.PrinterProfile.EuroStrategy;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a character table for a line. Never writes a question mark for something it does not know: typographic signs
 * become their plain cousins, and what is left over makes the line a picture.
 */
final class LineCoder {

    /** The bytes of each span of a line, all in one table. */
    record Coded(CodePage page, List<byte[]> spans) {
        Coded {
            spans = List.copyOf(spans);
        }
    }

    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x201A, "'"),
            Map.entry(0x2032, "'"),
            Map.entry(0x02BC, "'"),
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x201E, "\""),
            Map.entry(0x2033, "\""),
            Map.entry(0x2010, "-"),
            Map.entry(0x2011, "-"),
            Map.entry(0x2012, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2015, "-"),
            Map.entry(0x2212, "-"),
            Map.entry(0x2022, "*"),
            Map.entry(0x2026, "..."),
            Map.entry(0x2122, "(TM)"),
            Map.entry(0x2116, "n."),
            Map.entry(0x00A0, " "),
            Map.entry(0x2007, " "),
            Map.entry(0x2009, " "),
            Map.entry(0x202F, " "),
            Map.entry(0x200B, ""),
            Map.entry(0x200E, ""),
            Map.entry(0x200F, ""),
            Map.entry(0x00AD, ""),
            Map.entry(0xFEFF, ""));

    private final List<CodePage> pages;
    private final EuroStrategy euro;

    LineCoder(List<CodePage> pages, EuroStrategy euro) {
        this.pages = pages;
        this.euro = euro;
    }

    /** The text with what no table has in its plain form, before it is laid out: EUR takes more room than its sign. */
    ReceiptElement.Text ready(ReceiptElement.Text text) {
        return new ReceiptElement.Text(
                text.spans().stream()
                        .map(span -> new Span(ready(span.text()), span.style()))
                        .toList(),
                text.alignment());
    }

    /** The same for a row of two columns. */
    ReceiptElement.Columns ready(ReceiptElement.Columns row) {
        return new ReceiptElement.Columns(ready(row.left()), ready(row.right()), row.style());
    }

    private String ready(String text) {
        StringBuilder ready = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> ready.append(
                        pages.stream().anyMatch(page -> writes(page, c)) ? Character.toString(c) : plain(c)));
        return ready.toString();
    }

    private static boolean writes(CodePage page, int c) {
        return page.charset().newEncoder().canEncode(Character.toString(c));
    }

    private String plain(int c) {
        return c == '\u20AC' && euro == EuroStrategy.LETTERS ? "EUR" : PLAIN.getOrDefault(c, Character.toString(c));
    }

    /** The line in the first table that can write it; empty when none can. */
    Optional<Coded> encode(LaidLine line) {
        for (CodePage page : pages) {
            Optional<Coded> coded = encode(line, page);
            if (coded.isPresent()) {
                return coded;
            }
        }
        return Optional.empty();
    }

    private Optional<Coded> encode(LaidLine line, CodePage page) {
        CharsetEncoder encoder = page.charset()
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        List<byte[]> spans = new ArrayList<>();
        try {
            for (Span span : line.spans()) {
                ByteBuffer bytes = encoder.encode(CharBuffer.wrap(plain(span.text(), encoder)));
                byte[] coded = new byte[bytes.remaining()];
                bytes.get(coded);
                spans.add(coded);
            }
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        return Optional.of(new Coded(page, spans));
    }

    private String plain(String text, CharsetEncoder encoder) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            String itself = Character.toString(c);
            plain.append(encoder.canEncode(itself) ? itself : plain(c));
        });
        return plain.toString();
    }
}
