package it.sportello.devices.display;

import it.sportello.devices.internal.BoundedText;
import it.sportello.devices.internal.PatternCheck;
import it.sportello.devices.internal.SlowPattern;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a display says when it has taken a message, or refused it: bytes, or an expression found among them. */
sealed interface ExpectedAnswer {

    boolean in(byte[] heard, int count);

    /** Reads bytes with escapes. */
    static Optional<ExpectedAnswer> bytes(String setting, String text, List<TemplateFault> faults) {
        int before = faults.size();
        byte[] wanted = TemplateReader.bytes(setting, text, faults);
        if (wanted.length == 0 && faults.size() == before) {
            faults.add(new TemplateFault(setting, 0, "answer.empty", List.of()));
        }
        return faults.size() == before
                ? Optional.of(new Exact(new String(wanted, StandardCharsets.ISO_8859_1)))
                : Optional.empty();
    }

    /** Reads an expression, which must be one that cannot take long. */
    static Optional<ExpectedAnswer> expression(String setting, String text, List<TemplateFault> faults) {
        try {
            PatternCheck.refuseSlow(text);
            Pattern pattern = Pattern.compile(text);
            if (pattern.matcher("").find()) {
                faults.add(new TemplateFault(setting, 0, "answer.empty", List.of()));
                return Optional.empty();
            }
            return Optional.of(new Expression(pattern));
        } catch (SlowPattern slow) {
            faults.add(new TemplateFault(
                    setting, slow.position() + 1, "pattern." + slow.reason().name(), List.of()));
        } catch (PatternSyntaxException wrong) {
            faults.add(new TemplateFault(setting, Math.max(0, wrong.getIndex()) + 1, "pattern", List.of()));
        }
        return Optional.empty();
    }

    /** These bytes, each a character of the text. */
    record Exact(String text) implements ExpectedAnswer {
        @Override
        public boolean in(byte[] heard, int count) {
            return new String(heard, 0, count, StandardCharsets.ISO_8859_1).contains(text);
        }
    }

    /** An expression over the bytes as characters 00 to FF. */
    record Expression(Pattern pattern) implements ExpectedAnswer {
        @Override
        public boolean in(byte[] heard, int count) {
            try {
                return pattern.matcher(new BoundedText(new String(heard, 0, count, StandardCharsets.ISO_8859_1)))
                        .find();
            } catch (BoundedText.Spent tooLong) {
                return false;
            }
        }
    }
}
