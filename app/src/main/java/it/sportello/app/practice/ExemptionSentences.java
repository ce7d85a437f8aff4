package it.sportello.app.practice;

import it.sportello.api.Dues;
import it.sportello.api.Problem;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.domain.exemption.ExemptionFinding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the rules say about an exemption and about each due, in sentences of the counter. */
final class ExemptionSentences {
    private static final String OPEN_END = "?";

    private final Texts texts;
    private final Refusals refusals;
    private final Words words;

    ExemptionSentences(Texts texts, Refusals refusals, Words words) {
        this.texts = texts;
        this.refusals = refusals;
        this.words = words;
    }

    /** One sentence of a rule, with its weight. */
    public record Remark(Tone tone, String text) {}

    Remark of(ExemptionFinding finding) {
        Tone tone = switch (finding.level()) {
            case BLOCK -> Tone.DANGER;
            case WARN -> Tone.ATTENTION;
            case INFO -> Tone.INFORMATION;
        };
        return new Remark(tone, sentence(key(finding.code()), finding.args()));
    }

    private String sentence(String key, List<?> arguments) {
        String openEnd = key + ".open";
        boolean open = arguments.contains(OPEN_END) && texts.has(openEnd);
        return texts.get(
                open ? openEnd : key, arguments.stream().map(this::shown).toArray());
    }

    /** Key of the sentence of a finding. */
    static String key(ExemptionFinding.Code code) {
        return "finding." + code.name();
    }

    /** What the server objects to: every rule broken, else the card of its code. */
    List<String> of(Problem problem) {
        List<String> rules = problem.violations().stream().map(this::of).toList();
        return rules.isEmpty() ? List.of(refusals.cause(problem.code(), problem.arguments())) : rules;
    }

    /** What to do about a refusal of the server. */
    String next(Problem problem) {
        return refusals.next(problem.code(), problem.arguments());
    }

    private String of(Problem.Violation violation) {
        String key = "finding." + violation.code();
        if (texts.has(key)) {
            return sentence(key, inOrder(violation.arguments()));
        }
        return refusals.cause(violation.code(), violation.arguments());
    }

    // The server numbers the values from 0 in the order of the rule's own.
    private static List<Object> inOrder(Map<String, String> arguments) {
        return new TreeMap<>(arguments)
                .values().stream().map(ExemptionSentences::read).toList();
    }

    private static Object read(String argument) {
        try {
            return LocalDate.parse(argument);
        } catch (DateTimeParseException noDate) {
            return argument;
        }
    }

    private String shown(Object argument) {
        return argument instanceof LocalDate date ? words.date(date) : argument.toString();
    }

    /** Why a due changed or not. */
    String reason(Dues.DueOutcome due) {
        String key = "due.reason." + due.reason();
        return texts.has(key) ? texts.get(key) : texts.get("due.reason.other", due.reason());
    }
}
