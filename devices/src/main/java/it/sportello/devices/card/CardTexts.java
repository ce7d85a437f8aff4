package it.sportello.devices.card;

import java.util.Locale;
import java.util.ResourceBundle;

/** The operator's texts of this package, for those who cannot see into the module's resources. */
public final class CardTexts {
    private CardTexts() {}

    /** Keys {@code device.DEV-1xx}, with {@code .action} for what to do, and {@code card.warning.<name>}. */
    public static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("it.sportello.devices.card.messages", locale, CardTexts.class.getModule());
    }
}
