package it.sportello.app.frame;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;

/**
 * The Italian cards of all refusals and faults, from {@code refusals.properties}: {@code CODE.cause}, {@code .rule},
 * {@code .who}, {@code .next}. Arguments of the server or the domain stand in braces by name: {@code {until}}.
 */
public final class Refusals {
    private final Texts texts = Texts.of(Refusals.class, "refusals.properties");

    public boolean knows(String code) {
        return texts.has(code + ".cause");
    }

    /** The card of a code; an unknown one gets the card {@code UNKNOWN}, which still shows the code. */
    public RefusalCard card(String code, Map<String, String> arguments, String supportCode) {
        String known = knows(code) ? code : "UNKNOWN";
        return new RefusalCard(
                code,
                part(known, "cause", arguments),
                part(known, "rule", arguments),
                part(known, "who", arguments),
                part(known, "next", arguments),
                supportCode);
    }

    public RefusalCard card(String code) {
        return card(code, Map.of(), "");
    }

    /** One sentence for the place where the mistake is: the cause and what to do. */
    public String sentence(String code, Map<String, String> arguments) {
        String known = knows(code) ? code : "UNKNOWN";
        return new MessageFormat(texts.get("sentence"), Locale.ITALY)
                .format(new Object[] {part(known, "cause", arguments), part(known, "next", arguments)});
    }

    private String part(String code, String part, Map<String, String> arguments) {
        String text = texts.get(code + "." + part);
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", argument.getValue());
        }
        return text;
    }
}
