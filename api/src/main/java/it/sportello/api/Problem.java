package it.sportello.api;

import java.util.List;
import java.util.Map;

/**
 * An error of the server as {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code about:blank}
 * @param title short English title of the status
 * @param status HTTP status
 * @param code stable code, see {@link ProblemCode}; a client explains the code, never the title
 * @param detail English detail for the log, without personal data
 * @param supportCode code to quote to the help desk
 * @param arguments values for the operator's text, without personal data
 * @param violations every rule broken, not only the first
 */
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String supportCode,
        Map<String, String> arguments,
        List<Violation> violations) {

    /** One rule broken: the field of the request (empty when it is the whole), the stable code, its values. */
    public record Violation(String field, String code, Map<String, String> arguments) {}
}
