package it.sportello.devices.scanner;

import java.util.Locale;
import java.util.ResourceBundle;

/** The operator's texts of this package, for those who cannot see into the module's resources. */
public final class ScannerTexts {

    private ScannerTexts() {}

    /** Keys {@code device.DEV-xxx} and {@code scan.<reason>}, each with {@code .action}. */
    public static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "it.sportello.devices.scanner.messages", locale, ScannerTexts.class.getModule());
    }
}
