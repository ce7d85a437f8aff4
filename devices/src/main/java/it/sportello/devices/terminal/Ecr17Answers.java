package it.sportello.devices.terminal;

import it.sportello.devices.DeviceFault;
import it.sportello.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The terminal's answers as values. Positions are those of the documents, counted from 1. A field that is not there is
 * empty; what cannot be an answer at all is a {@link DeviceFault#BAD_ANSWER}, and nothing else is ever thrown.
 */
final class Ecr17Answers {

    private static final int APPROVED_LENGTH = 71;

    private final String text;

    private Ecr17Answers(byte[] content) {
        this.text = new String(content, StandardCharsets.ISO_8859_1);
    }

    static TerminalReport report(byte[] content, LrcRule rule) {
        Ecr17Answers answer = expecting(content, "s", 31);
        return new TerminalReport(
                answer.field(1, 8),
                answer.field(21, 10),
                TerminalCondition.of(answer.text.charAt(30)),
                answer.words(32, 64),
                rule);
    }

    static TerminalResult result(byte[] content, Instant now) {
        Ecr17Answers answer = expecting(content, "EV", 12);
        String code = answer.field(11, 2);
        if (!code.matches("[0-9]{2}") || (code.equals("00") && answer.text.length() < APPROVED_LENGTH)) {
            throw bad();
        }
        boolean approved = code.equals("00");
        return new TerminalResult(
                answer.field(1, 8),
                code,
                approved ? "" : answer.words(13, 24),
                approved ? answer.cardEnding() : "",
                approved ? answer.words(32, 3) : "",
                approved ? answer.words(35, 6) : "",
                approved ? HostTime.read(answer.field(41, 7), now) : Optional.empty(),
                answer.words(48, 1),
                answer.words(49, 11),
                answer.digits(60, 6),
                answer.digits(66, 6),
                answer.digits(72, 3),
                answer.amount(75, 8).filter(Money::isPositive));
    }

    static TerminalTotals totals(byte[] content) {
        Ecr17Answers answer = expecting(content, "T", 28);
        if (!answer.field(11, 2).equals("00")) {
            throw new DeviceFault(PaymentTerminal.DECLINED, true, answer.field(11, 2));
        }
        Money local = answer.amount(13, 16).orElseThrow(Ecr17Answers::bad);
        return new TerminalTotals(local, answer.amount(29, 16));
    }

    static CloseOutcome closing(byte[] content) {
        Ecr17Answers answer = expecting(content, "C", 12);
        if (!answer.field(11, 2).equals("00")) {
            return new CloseOutcome.Refused(answer.words(13, 19), answer.digits(32, 3));
        }
        Money local = answer.amount(13, 16).orElseThrow(Ecr17Answers::bad);
        return new CloseOutcome.Closed(new TerminalTotals(local, answer.amount(29, 16)));
    }

    /** The lines of a receipt packet, marks and all. */
    static String receiptPart(byte[] content) {
        return new String(content, 10, content.length - 10, StandardCharsets.ISO_8859_1);
    }

    private static Ecr17Answers expecting(byte[] content, String codes, int least) {
        Ecr17Answers answer = new Ecr17Answers(content);
        if (answer.text.length() < least || codes.indexOf(answer.text.charAt(9)) < 0) {
            throw bad();
        }
        return answer;
    }

    private static DeviceFault bad() {
        return new DeviceFault(DeviceFault.BAD_ANSWER, true);
    }

    private String field(int position, int length) {
        int begin = Math.min(position - 1, text.length());
        return text.substring(begin, Math.min(begin + length, text.length()));
    }

    /** Printable characters only: the words stand on the operator's screen. */
    private String words(int position, int length) {
        return field(position, length).replaceAll("[^\\x20-\\x7E]", " ").strip();
    }

    /** Digits or nothing. */
    private String digits(int position, int length) {
        String field = field(position, length);
        return field.length() == length && field.matches("[0-9]+") ? field : "";
    }

    private Optional<Money> amount(int position, int length) {
        String field = digits(position, length);
        return field.isEmpty() ? Optional.empty() : Optional.of(Money.ofCents(Long.parseLong(field)));
    }

    private String cardEnding() {
        String ending = field(28, 4);
        return ending.matches("[0-9]{4}") ? ending : "";
    }
}
