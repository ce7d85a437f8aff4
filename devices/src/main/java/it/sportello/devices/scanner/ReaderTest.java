package it.sportello.devices.scanner;

import java.util.Optional;

/**
 * The lines of the reader's set-up sheet, and what a reader made of them: the diagnosis of a reader that was never set up
 * for this desk.
 */
public final class ReaderTest {
    private static final char SEPARATOR = '\u001D';

    /** A line of the sheet. */
    public enum Line {
        /** A bar code with letters and digits alone: anybody reads it. */
        PLAIN("1AZaz0189"),
        /** The signs on which the codes of notices, receipts and cards depend. */
        SIGNS("2|/:;-='.,*+?%_&"),
        /** The group separator of medicines, which a keyboard cannot send as it is. */
        SEPARATOR_LINE("3A" + SEPARATOR + "B");

        private final String content;

        Line(String content) {
            this.content = content;
        }

        /** What stands in the code on the sheet. */
        public String code() {
            return OwnCode.TEST_SHEET.encode(content);
        }
    }

    /** What a reader made of a line. */
    public sealed interface Verdict {
        /** The line was meant; empty when that much cannot be told. */
        Optional<Line> line();
    }

    /** All arrived as it stands on the sheet. */
    public record Right(Optional<Line> line) implements Verdict {}

    /** Reader and computer have different keyboards. */
    public record OtherLayout(Optional<Line> line, KeyboardLayout.Mismatch layouts) implements Verdict {}

    /** Small letters came as capitals and the other way round. */
    public record CapitalsSwapped(Optional<Line> line) implements Verdict {}

    /** The group separator did not arrive. */
    public record SeparatorLost(Optional<Line> line) implements Verdict {}

    /** The group separator arrived as another character, which the settings can turn back. */
    public record SeparatorReplaced(Optional<Line> line, String by) implements Verdict {}

    /** Something arrived, but no known cause explains it. */
    public record Damaged(Optional<Line> line) implements Verdict {}

    private ReaderTest() {}

    /** Compares what arrived with the sheet. */
    public static Verdict judge(Scan.TestSheetScan scan) {
        String arrived = scan.raw().text();
        for (Line line : Line.values()) {
            Optional<Verdict> found = judge(line, arrived);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return new Damaged(Optional.empty());
    }

    private static Optional<Verdict> judge(Line line, String arrived) {
        Optional<Line> meant = Optional.of(line);
        String sent = line.code();
        if (arrived.equals(sent)) {
            return Optional.of(new Right(meant));
        }
        if (arrived.equals(swapped(sent))) {
            return Optional.of(new CapitalsSwapped(meant));
        }
        if (line == Line.SEPARATOR_LINE) {
            return separator(meant, sent, arrived);
        }
        return KeyboardLayout.explain(sent, arrived)
                .or(() -> KeyboardLayout.explain(sent, swapped(arrived)))
                .map(layouts -> new OtherLayout(meant, layouts));
    }

    /** The colon may be damaged at the same time; what counts here is what stands between the two letters. */
    private static Optional<Verdict> separator(Optional<Line> meant, String sent, String arrived) {
        int letters = sent.indexOf(SEPARATOR);
        if (arrived.length() == sent.length() - 1 && arrived.endsWith("3AB")) {
            return Optional.of(new SeparatorLost(meant));
        }
        boolean framed =
                arrived.length() == sent.length() && arrived.startsWith("3A", letters - 2) && arrived.endsWith("B");
        if (!framed) {
            return Optional.empty();
        }
        String between = arrived.substring(letters, letters + 1);
        return Optional.of(between.charAt(0) == SEPARATOR ? new Damaged(meant) : new SeparatorReplaced(meant, between));
    }

    private static String swapped(String text) {
        StringBuilder other = new StringBuilder(text.length());
        text.chars()
                .forEach(c -> other.append(
                        (char) (Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))));
        return other.toString();
    }
}
