package it.sportello.devices.detector;

import it.sportello.devices.detector.LineMeaning.Complaint;
import it.sportello.devices.detector.LineMeaning.Ignored;
import it.sportello.devices.detector.LineMeaning.NotUnderstood;
import it.sportello.devices.detector.LineMeaning.Note;
import it.sportello.devices.detector.LineMeaning.ReportEnd;
import it.sportello.devices.detector.LineMeaning.ReportStart;
import it.sportello.devices.detector.LineMeaning.Total;
import it.sportello.devices.detector.LineMeaning.Why;
import it.sportello.devices.internal.BoundedText;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;

/** Understands a line by rules. Holds nothing between two lines; its work on a line is bounded whatever the rule. */
public final class LineParser {

    private static final Set<String> EURO_NAMES = Set.of("EUR", "EURO", "€");
    private static final int LONGEST_COMPLAINT = 40;

    private final LineRules rules;

    public LineParser(LineRules rules) {
        this.rules = rules;
    }

    public LineMeaning parse(String line) {
        if (line.length() > LineShape.LONGEST) {
            return new NotUnderstood(Why.TOO_LONG);
        }
        for (LineRule rule : rules.rules()) {
            Matcher matcher = rule.pattern().matcher(new BoundedText(line));
            try {
                if (matcher.find()) {
                    return meaning(rule, matcher);
                }
            } catch (BoundedText.Spent tooSlow) {
                return new NotUnderstood(Why.TOO_SLOW);
            }
        }
        return new NotUnderstood(Why.NO_RULE);
    }

    private LineMeaning meaning(LineRule rule, Matcher matcher) {
        String error = group(rule, matcher, "error");
        if (!error.isEmpty()) {
            return new Complaint(error.substring(0, Math.min(LONGEST_COMPLAINT, error.length())));
        }
        return switch (rule.action()) {
            case NOTE -> note(rule, matcher);
            case TOTAL -> total(rule, matcher);
            case REPORT_START -> new ReportStart();
            case REPORT_END -> new ReportEnd();
            case IGNORE -> new Ignored();
        };
    }

    private LineMeaning note(LineRule rule, Matcher matcher) {
        String currency = currency(group(rule, matcher, "currency"));
        NoteVerdict verdict = rules.verdict(group(rule, matcher, "verdict"));
        String serial = group(rule, matcher, "serial");
        String value = group(rule, matcher, "value");
        if (value.isEmpty() || !currency.equals(NoteReading.EURO)) {
            return new Note(verdict, Optional.empty(), currency, serial);
        }
        Optional<Denomination> note = money(value).flatMap(LineParser::denomination);
        return note.isPresent() ? new Note(verdict, note, currency, serial) : new NotUnderstood(Why.BAD_NUMBER);
    }

    private LineMeaning total(LineRule rule, Matcher matcher) {
        String count = group(rule, matcher, "count");
        String total = group(rule, matcher, "total");
        String value = group(rule, matcher, "value");
        boolean counted = count.isEmpty() || count.matches("[0-9]{1,6}");
        Optional<Money> amount = money(total);
        Optional<Denomination> note = money(value).flatMap(LineParser::denomination);
        boolean euro = currency(group(rule, matcher, "currency")).equals(NoteReading.EURO);
        if (!counted
                || !euro
                || (!total.isEmpty() && amount.isEmpty())
                || (!value.isEmpty() && note.isEmpty())
                || (count.isEmpty() && total.isEmpty())) {
            return new NotUnderstood(Why.BAD_NUMBER);
        }
        OptionalInt pieces = count.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(count));
        return new Total(new CountRow(note, pieces, amount));
    }

    private static String group(LineRule rule, Matcher matcher, String name) {
        if (!rule.pattern().namedGroups().containsKey(name)) {
            return "";
        }
        String text = matcher.group(name);
        return text == null ? "" : text.strip();
    }

    private static String currency(String told) {
        String raised = told.toUpperCase(Locale.ROOT);
        return raised.isEmpty() || EURO_NAMES.contains(raised) ? NoteReading.EURO : raised;
    }

    /** Reads an amount with the decimal mark of the rules; the other mark groups thousands and is dropped. */
    private Optional<Money> money(String text) {
        String grouping = rules.decimal() == ',' ? "." : ",";
        String plain = text.replace(grouping, "").replace(rules.decimal(), '.');
        return plain.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")
                ? Optional.ofNullable(Money.parse(plain))
                : Optional.empty();
    }

    private static Optional<Denomination> denomination(Money money) {
        return Arrays.stream(Denomination.values())
                .filter(each -> each.isNote() && each.value().equals(money))
                .findFirst();
    }
}
