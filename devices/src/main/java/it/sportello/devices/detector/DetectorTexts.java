package it.sportello.devices.detector;

import java.util.Locale;
import java.util.ResourceBundle;

/** The operator's texts of this package, for those who cannot see into the module's resources. */
public final class DetectorTexts {

    private DetectorTexts() {}

    /**
     * Keys {@code device.DEV-xxx}, each with {@code .action}; {@code verdict.<name>}, {@code rejection.<name>} and
     * {@code fraud.<name>} for words.
     */
    public static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "it.sportello.devices.detector.messages", locale, DetectorTexts.class.getModule());
    }
}
