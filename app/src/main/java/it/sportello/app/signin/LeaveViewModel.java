package it.sportello.app.signin;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.signin.LeaveCheck.LeftBehind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the card says before an operator leaves: what stays behind, and that nothing of it is lost (R-ACC-5). */
public final class LeaveViewModel {
    /** How one leaves. */
    public enum Way {
        /** Another operator may come; the program goes on sending. */
        SIGN_OUT,
        /** The program ends; it sends again when it is started. */
        END
    }

    private final Texts texts;
    private final Way way;
    private final List<String> lines;

    private LeaveViewModel(Texts texts, Way way, List<String> lines) {
        this.texts = texts;
        this.way = way;
        this.lines = List.copyOf(lines);
    }

    /**
     * Of what stays behind.
     *
     * @param operationName what an operation is called, by its type
     */
    public static LeaveViewModel of(
            LeftBehind left, Way way, UnaryOperator<String> operationName, Texts texts, Words words) {
        List<String> lines = new ArrayList<>();
        if (!left.unsent().isEmpty()) {
            long all =
                    left.unsent().values().stream().mapToLong(Long::longValue).sum();
            String which = left.unsent().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> texts.get("leave.unsent.type", operationName.apply(entry.getKey()), entry.getValue()))
                    .collect(Collectors.joining(", "));
            lines.add(texts.get("leave.unsent", all, which));
            lines.add(texts.get("leave.unsent." + way.name()));
        }
        left.till()
                .ifPresent(till -> lines.add(texts.get("leave.till", till.tillId(), words.date(till.accountingDay()))));
        if (left.prints() > 0) {
            lines.add(texts.get("leave.prints", left.prints()));
        }
        return new LeaveViewModel(texts, way, lines);
    }

    /**
     * What stays behind could not be read.
     *
     * @param supportCode for the help desk
     */
    public static LeaveViewModel unknown(String supportCode, Way way, Texts texts) {
        return new LeaveViewModel(texts, way, List.of(texts.get("leave.unknown", supportCode)));
    }

    public String title() {
        return texts.get("leave.title." + way.name());
    }

    /** What stays behind, a sentence each. */
    public List<String> lines() {
        return lines;
    }

    /** The button that leaves. */
    public String verb() {
        return texts.get("leave.verb." + way.name());
    }
}
