package it.sportello.app.frame;

import java.util.Map;

/**
 * The Italian cards of all refusals and faults, from {@code refusals.properties}: one line for each code, with cause,
 * rule, who can unblock and next step between bars. Values stand in braces by name, such as {@code {until}}.
 *
 * <p>Codes: a server's problem by its name ({@code SLOT_GONE}); a device's fault ({@code DEV-012}); a fault of the line
 * ({@code NET-001}) or of the store; a refusal of the domain by {@link #codeOf}.
 */
public final class Refusals {
    private static final int PARTS = 4;

    private final Texts texts = Texts.of(Refusals.class, "refusals.properties");

    /** Reads the cards. */
    public Refusals() {}

    public boolean knows(String code) {
        return texts.has(code);
    }

    /** Code of a domain refusal: {@code TillRefusal.DayOver}, {@code FindingCode.EXPIRED}. */
    public static String codeOf(Object refusal) {
        if (refusal instanceof Enum<?> constant) {
            return nameOf(constant.getDeclaringClass()) + "." + constant.name();
        }
        return nameOf(refusal.getClass());
    }

    /** The card of a code; an unknown one gets the card {@code UNKNOWN}, which still shows the code. */
    public RefusalCard card(String code, Map<String, String> arguments, String supportCode) {
        String[] parts = parts(code, arguments);
        return new RefusalCard(code, parts[0], parts[1], parts[2], parts[3], supportCode);
    }

    public RefusalCard card(String code) {
        return card(code, Map.of(), "");
    }

    /** What happened, in one sentence, for the place where the mistake is. */
    public String cause(String code, Map<String, String> arguments) {
        return parts(code, arguments)[0];
    }

    /** What to do now, in one sentence. */
    public String next(String code, Map<String, String> arguments) {
        return parts(code, arguments)[3];
    }

    private String[] parts(String code, Map<String, String> arguments) {
        String text = texts.get(knows(code) ? code : "UNKNOWN");
        String[] parts = text.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalStateException("card " + code + " has " + parts.length + " parts");
        }
        for (int i = 0; i < PARTS; i++) {
            parts[i] = filled(parts[i].strip(), arguments);
        }
        return parts;
    }

    private static String filled(String part, Map<String, String> arguments) {
        String text = part;
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", argument.getValue());
        }
        return text;
    }

    private static String nameOf(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
    }
}
