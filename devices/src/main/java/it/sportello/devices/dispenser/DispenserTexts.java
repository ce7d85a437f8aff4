package it.sportello.devices.dispenser;

import java.util.Locale;
import java.util.ResourceBundle;

/** The operator's texts of this package, for those who cannot see into the module's resources. */
public final class DispenserTexts {

    private DispenserTexts() {}

    /** Keys {@code device.DEV-xxx}, each with {@code .action}. */
    public static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "it.sportello.devices.dispenser.messages", locale, DispenserTexts.class.getModule());
    }
}
