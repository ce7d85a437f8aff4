package it.sportello.devices.display;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What is wrong with the description of a display, and where.
 *
 * @param setting name of the setting, such as {@code call}
 * @param position of the character, from 1; 0 when the setting as a whole is meant
 * @param code key of the text, as {@code template.CODE} in the bundle of this package
 * @param details arguments of the text after setting and position
 */
public record TemplateFault(String setting, int position, String code, List<String> details) {

    public TemplateFault {
        details = List.copyOf(details);
    }

    /** For the person who sets the display up: the setting, the place and what to write instead. */
    public String inWords(Locale language) {
        ResourceBundle texts = DisplayTexts.bundle(language);
        String where = position == 0
                ? MessageFormat.format(texts.getString("template.in"), setting)
                : MessageFormat.format(texts.getString("template.at"), setting, position);
        return MessageFormat.format(texts.getString("template." + code), prepend(where));
    }

    private Object[] prepend(String where) {
        Object[] arguments = new Object[details.size() + 1];
        arguments[0] = where;
        for (int i = 0; i < details.size(); i++) {
            arguments[i + 1] = details.get(i);
        }
        return arguments;
    }
}
