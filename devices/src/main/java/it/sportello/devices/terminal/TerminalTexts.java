package it.sportello.devices.terminal;

import java.util.Locale;
import java.util.ResourceBundle;

/** The operator's texts of this package, for those who cannot see into the module's resources. */
public final class TerminalTexts {

    private TerminalTexts() {}

    /**
     * Keys {@code device.DEV-xxx}, {@code terminal.refused.CAUSE} and {@code terminal.doubt.EVIDENCE} for what happened,
     * each with {@code .action} for what to do.
     */
    public static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "it.sportello.devices.terminal.messages", locale, TerminalTexts.class.getModule());
    }
}
