package it.sportello.backend.http;

import it.sportello.api.Problem.Violation;
import it.sportello.api.ProblemCode;
import java.util.List;
import java.util.Map;

/** The server says no, with a stable code. Neither message nor arguments may hold personal data. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Map<String, String> arguments;
    private final transient List<Violation> violations;
    private final transient Map<String, String> headers;

    private Refusal(
            ProblemCode code,
            String detail,
            Map<String, String> arguments,
            List<Violation> violations,
            Map<String, String> headers) {
        super(detail);
        this.code = code;
        this.arguments = Map.copyOf(arguments);
        this.violations = List.copyOf(violations);
        this.headers = Map.copyOf(headers);
    }

    public static Refusal of(ProblemCode code, String detail) {
        return new Refusal(code, detail, Map.of(), List.of(), Map.of());
    }

    public static Refusal of(ProblemCode code, String detail, Map<String, String> arguments) {
        return new Refusal(code, detail, arguments, List.of(), Map.of());
    }

    /** Every rule broken, not only the first. */
    public static Refusal of(ProblemCode code, String detail, List<Violation> violations) {
        return new Refusal(code, detail, Map.of(), violations, Map.of());
    }

    /** The same refusal with a header on its answer. */
    public Refusal withHeader(String name, String value) {
        return new Refusal(code, detail(), arguments, violations, Map.of(name, value));
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    public Map<String, String> arguments() {
        return arguments;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
