package it.sportello.devices.display;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of this package: for the operator, and for the display itself. */
public final class DisplayTexts {

    private DisplayTexts() {}

    /** Keys {@code device.DEV-xxx} with {@code .action}; {@code display.call} and {@code display.desk} for the display. */
    public static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "it.sportello.devices.display.messages", locale, DisplayTexts.class.getModule());
    }
}
