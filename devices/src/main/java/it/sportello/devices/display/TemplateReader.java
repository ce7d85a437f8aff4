package it.sportello.devices.display;

import it.sportello.devices.display.MessageTemplate.CheckHere;
import it.sportello.devices.display.MessageTemplate.Gap;
import it.sportello.devices.display.MessageTemplate.Part;
import it.sportello.devices.display.MessageTemplate.Text;
import it.sportello.devices.display.MessageTemplate.Variable;
import it.sportello.devices.display.MessageTemplate.Width;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a template; goes on after a fault, so that all of them are told at once. */
final class TemplateReader {

    static final String CHECK = "check";

    private static final int LONGEST = 500;
    private static final int WIDEST = 40;
    private static final Pattern WIDTH = Pattern.compile("(-?)(0?)([1-9][0-9]?)");

    private final String setting;
    private final String text;
    private final List<TemplateFault> faults;
    private final List<Part> parts = new ArrayList<>();
    private final List<Byte> plain = new ArrayList<>();
    private boolean checked;
    private int at;

    TemplateReader(String setting, String text, List<TemplateFault> faults) {
        this.setting = setting;
        this.text = text;
        this.faults = faults;
    }

    /** The bytes of a text that may hold escapes but no variables. */
    static byte[] bytes(String setting, String text, List<TemplateFault> faults) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : new TemplateReader(setting, text, faults).parts()) {
            if (part instanceof Text fixed) {
                fixed.bytes().forEach(out::write);
            } else {
                faults.add(new TemplateFault(setting, 0, "no.variables", List.of()));
            }
        }
        return out.toByteArray();
    }

    List<Part> parts() {
        if (text.length() > LONGEST) {
            fault(LONGEST, "long", Integer.toString(LONGEST));
            return parts;
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '\\' -> escape();
                case '{' -> brace();
                case '}' -> closing();
                default -> plain(c);
            }
        }
        endText();
        return parts;
    }

    private void fault(int position, String code, String... details) {
        faults.add(new TemplateFault(setting, position + 1, code, List.of(details)));
    }

    private void plain(char c) {
        if (c < 0x20 || c > 0xFF || (c >= 0x7F && c < 0xA0)) {
            fault(at, "character");
        } else {
            plain.add((byte) c);
        }
        at++;
    }

    private void escape() {
        char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        switch (kind) {
            case 'r' -> escaped('\r');
            case 'n' -> escaped('\n');
            case 't' -> escaped('\t');
            case '\\' -> escaped('\\');
            case 'x' -> hexadecimal();
            default -> {
                fault(at, "escape", Character.toString(kind));
                at += 2;
            }
        }
    }

    private void escaped(int meaning) {
        plain.add((byte) meaning);
        at += 2;
    }

    private void hexadecimal() {
        int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
        int low = at + 3 < text.length() ? Character.digit(text.charAt(at + 3), 16) : -1;
        if (high < 0 || low < 0) {
            fault(at, "hex");
            at += 2;
        } else {
            plain.add((byte) (high << 4 | low));
            at += 4;
        }
    }

    private void closing() {
        if (at + 1 < text.length() && text.charAt(at + 1) == '}') {
            plain.add((byte) '}');
            at++;
        } else {
            fault(at, "brace.closed");
        }
        at++;
    }

    private void brace() {
        if (at + 1 < text.length() && text.charAt(at + 1) == '{') {
            plain.add((byte) '{');
            at += 2;
            return;
        }
        int end = text.indexOf('}', at);
        if (end < 0) {
            fault(at, "brace.open");
            at = text.length();
            return;
        }
        gap(text.substring(at + 1, end));
        at = end + 1;
    }

    private void gap(String inside) {
        int colon = inside.indexOf(':');
        String name = colon < 0 ? inside : inside.substring(0, colon);
        if (inside.equals(CHECK)) {
            checkHere();
            return;
        }
        Optional<Variable> variable = MessageTemplate.variable(name);
        if (variable.isEmpty()) {
            fault(at, "variable", name, MessageTemplate.variableNames());
            return;
        }
        Optional<Width> width = colon < 0 ? Optional.of(Width.FREE) : width(inside.substring(colon + 1));
        if (width.isEmpty()) {
            fault(at + colon + 2, "width", inside.substring(colon + 1));
            return;
        }
        endText();
        parts.add(new Gap(variable.get(), width.get()));
    }

    private void checkHere() {
        if (checked) {
            fault(at, "check.twice");
        }
        checked = true;
        endText();
        parts.add(new CheckHere(at + 1));
    }

    private static Optional<Width> width(String form) {
        Matcher parts = WIDTH.matcher(form);
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > WIDEST) {
            return Optional.empty();
        }
        boolean left = !parts.group(1).isEmpty();
        boolean noughts = !parts.group(2).isEmpty();
        return left && noughts
                ? Optional.empty()
                : Optional.of(new Width(Integer.parseInt(parts.group(3)), noughts, left));
    }

    private void endText() {
        if (!plain.isEmpty()) {
            parts.add(new Text(List.copyOf(plain)));
            plain.clear();
        }
    }
}
