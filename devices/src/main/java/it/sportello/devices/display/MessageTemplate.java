package it.sportello.devices.display;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message with gaps, as the installer writes it: text, escapes {@code \xHH \r \n \t \\}, {@code {{} and {@code }}} for
 * braces, variables in braces, and {@code {check}} where the check value stands. A variable may have a width: {@code
 * {number:03}} fills with noughts, {@code {number:3}} with blanks on the left, {@code {desk:-8}} with blanks on the right;
 * what is too long loses its beginning, or with {@code -} its end.
 */
final class MessageTemplate {

    /** What may stand in braces. */
    enum Variable {
        TICKET("ticket"),
        PREFIX("prefix"),
        NUMBER("number"),
        DESK("desk"),
        DESK_NUMBER("deskNumber"),
        SERVICE("service");

        private final String setting;

        Variable(String setting) {
            this.setting = setting;
        }

        private String of(QueueCall call) {
            return switch (this) {
                case TICKET -> call.number();
                case PREFIX -> call.prefix();
                case NUMBER -> call.count();
                case DESK -> call.desk();
                case DESK_NUMBER -> call.deskNumber();
                case SERVICE -> call.service();
            };
        }
    }

    /** How wide a value is made; 0 leaves it as it is. */
    record Width(int columns, boolean noughts, boolean left) {
        static final Width FREE = new Width(0, false, false);

        private String fit(String value) {
            if (columns == 0) {
                return value;
            }
            if (value.length() > columns) {
                return left ? value.substring(0, columns) : value.substring(value.length() - columns);
            }
            String fill = (noughts ? "0" : " ").repeat(columns - value.length());
            return left ? value + fill : fill + value;
        }
    }

    /** A piece of the message. */
    sealed interface Part {}

    record Text(List<Byte> bytes) implements Part {}

    record Gap(Variable variable, Width width) implements Part {}

    record CheckHere(int position) implements Part {}

    private final List<Part> parts;

    private MessageTemplate(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Reads a template, adding to the faults what it cannot read. */
    static MessageTemplate read(String setting, String text, List<TemplateFault> faults) {
        return new MessageTemplate(new TemplateReader(setting, text, faults).parts());
    }

    /** Whether the number can be seen in it. */
    boolean tellsNumber() {
        return parts.stream()
                .anyMatch(part -> part instanceof Gap gap
                        && (gap.variable() == Variable.TICKET || gap.variable() == Variable.NUMBER));
    }

    /** Where the check value stands in the text, from 1; empty when it has none. */
    Optional<Integer> checkPosition() {
        return parts.stream()
                .filter(CheckHere.class::isInstance)
                .map(part -> ((CheckHere) part).position())
                .findFirst();
    }

    /** How many bytes stand before the check value. */
    int lengthBeforeCheck(QueueCall call) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            if (part instanceof CheckHere) {
                break;
            }
            write(out, part, call);
        }
        return out.size();
    }

    /** The message of a call. */
    byte[] of(QueueCall call, Optional<CheckRule> check) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            if (part instanceof CheckHere) {
                check.ifPresent(rule -> out.writeBytes(rule.over(out.toByteArray(), out.size())));
            } else {
                write(out, part, call);
            }
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, Part part, QueueCall call) {
        switch (part) {
            case Text text -> text.bytes().forEach(out::write);
            case Gap gap ->
                out.writeBytes(
                        gap.width().fit(PlainText.of(gap.variable().of(call))).getBytes(StandardCharsets.US_ASCII));
            case CheckHere here -> {
                // Its value depends on the bytes before it: the caller writes it.
            }
        }
    }

    /** Names of the variables, for the message that says which there are. */
    static String variableNames() {
        List<String> names = new ArrayList<>();
        for (Variable variable : Variable.values()) {
            names.add(variable.setting);
        }
        names.add(TemplateReader.CHECK);
        return String.join(", ", names);
    }

    static Optional<Variable> variable(String name) {
        for (Variable variable : Variable.values()) {
            if (variable.setting.equals(name)) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }
}
