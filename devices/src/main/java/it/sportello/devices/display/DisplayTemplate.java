package it.sportello.devices.display;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A display whose makers publish no protocol, described by the installer: what is sent at a call, a repeated call, to
 * clear, as a sign of life, and what it answers.
 *
 * <p>Settings, of which only {@code call} must be there: {@code begin}, {@code call}, {@code recall} (without it a repeated
 * call is sent as a call), {@code clear}, {@code keepalive}: messages with gaps as in {@link MessageTemplate}; {@code
 * check}: the check value, as in {@link CheckRule}; {@code answer} or {@code answer.pattern}, {@code refused} or {@code
 * refused.pattern}: bytes with escapes, or an expression; {@code timeout}: milliseconds for an answer; {@code retries};
 * {@code connection}: {@code kept}, or {@code each} for one connection for each message, as web servers want it.
 */
public final class DisplayTemplate {

    /** What reading the settings gave. */
    public sealed interface Reading {
        /** It can be used. */
        record Good(DisplayProtocol protocol) implements Reading {}

        /** All that is wrong with it. */
        record Refused(List<TemplateFault> faults) implements Reading {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    private static final String CALL = "call";
    private static final List<String> MESSAGES = List.of("begin", CALL, "recall", "clear", "keepalive");

    /** Every setting with what holds when it is not given, in the order in which they are asked for. */
    public static final Map<String, String> SETTINGS = settings();

    private static final int LONGEST_WAIT = 1700;
    private static final QueueCall SHORTEST = new QueueCall(0, "A1", "1", "", false);

    private final Map<String, String> settings;
    private final List<TemplateFault> faults = new ArrayList<>();

    private static Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        MESSAGES.forEach(name -> all.put(name, ""));
        for (String name : List.of(CheckRule.SETTING, "answer", "answer.pattern", "refused", "refused.pattern")) {
            all.put(name, "");
        }
        all.put("timeout", "500");
        all.put("retries", "1");
        all.put("connection", "kept");
        return Collections.unmodifiableMap(all);
    }

    private DisplayTemplate(Map<String, String> settings) {
        this.settings = settings;
    }

    /** Reads the settings by name; one that is blank counts as not given. */
    public static Reading read(Map<String, String> settings) {
        Map<String, String> given = new TreeMap<>(settings);
        given.values().removeIf(String::isEmpty);
        return new DisplayTemplate(given).read();
    }

    private Reading read() {
        for (String name : settings.keySet()) {
            if (!SETTINGS.containsKey(name)) {
                faults.add(new TemplateFault(name, 0, "unknown", List.of()));
            }
        }
        Optional<CheckRule> check = setting(CheckRule.SETTING).flatMap(text -> CheckRule.read(text, faults));
        Map<String, MessageTemplate> messages = messages(check);
        Optional<ExpectedAnswer> accepted = answer("answer");
        Optional<ExpectedAnswer> refused = answer("refused");
        if (refused.isPresent() && accepted.isEmpty() && faults.isEmpty()) {
            faults.add(new TemplateFault("refused", 0, "refused.alone", List.of()));
        }
        int timeout = number("timeout", 50, 1500);
        int retries = number("retries", 0, 5);
        if (timeout * (retries + 1) > LONGEST_WAIT) {
            faults.add(new TemplateFault("timeout", 0, "wait", List.of(Integer.toString(LONGEST_WAIT))));
        }
        boolean each = eachConnection();
        if (!faults.isEmpty()) {
            return new Reading.Refused(faults);
        }
        TemplateProtocol.Waiting waiting =
                new TemplateProtocol.Waiting(accepted, refused, Duration.ofMillis(timeout), retries + 1);
        return new Reading.Good(new TemplateProtocol(messages, check, waiting, each));
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    private Map<String, MessageTemplate> messages(Optional<CheckRule> check) {
        Map<String, MessageTemplate> messages = new TreeMap<>();
        for (String name : MESSAGES) {
            setting(name).ifPresent(text -> {
                MessageTemplate message = MessageTemplate.read(name, text, faults);
                messages.put(name, message);
                compareWithCheck(name, message, check);
            });
        }
        MessageTemplate call = messages.get(CALL);
        if (call == null) {
            faults.add(new TemplateFault(CALL, 0, "call.missing", List.of()));
        } else if (!call.tellsNumber() && faults.isEmpty()) {
            faults.add(new TemplateFault(CALL, 0, "call.number", List.of()));
        }
        return messages;
    }

    private void compareWithCheck(String name, MessageTemplate message, Optional<CheckRule> check) {
        message.checkPosition().ifPresent(position -> {
            if (!settings.containsKey(CheckRule.SETTING)) {
                faults.add(new TemplateFault(name, position, "check.missing", List.of()));
            } else if (check.isPresent() && !check.get().fits(message.lengthBeforeCheck(SHORTEST))) {
                faults.add(new TemplateFault(name, position, "check.outside", List.of()));
            }
        });
    }

    private Optional<ExpectedAnswer> answer(String name) {
        String pattern = name + ".pattern";
        if (settings.containsKey(name) && settings.containsKey(pattern)) {
            faults.add(new TemplateFault(pattern, 0, "answer.both", List.of(name)));
            return Optional.empty();
        }
        return setting(name)
                .flatMap(text -> ExpectedAnswer.bytes(name, text, faults))
                .or(() -> setting(pattern).flatMap(text -> ExpectedAnswer.expression(pattern, text, faults)));
    }

    private int number(String name, int least, int most) {
        String usual = SETTINGS.getOrDefault(name, "");
        String text = settings.getOrDefault(name, usual);
        int value = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            faults.add(new TemplateFault(name, 0, "number", List.of(Integer.toString(least), Integer.toString(most))));
            return Integer.parseInt(usual);
        }
        return value;
    }

    private boolean eachConnection() {
        String text = settings.getOrDefault("connection", "kept");
        if (!text.equals("kept") && !text.equals("each")) {
            faults.add(new TemplateFault("connection", 0, "choice", List.of("kept", "each")));
        }
        return text.equals("each");
    }
}
