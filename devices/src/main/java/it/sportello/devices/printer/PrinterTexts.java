package it.sportello.devices.printer;

import java.util.Locale;
import java.util.ResourceBundle;

/** The operator's texts of this package, for those who cannot see into the module's resources. */
public final class PrinterTexts {

    private PrinterTexts() {}

    /** The end of a piece of paper on which a document broke off, before it comes again from its first line. */
    static ReceiptDocument brokenOff() {
        return ReceiptDocument.builder()
                .feed(1)
                .centered(bundle(Locale.ITALIAN).getString("paper.brokenOff"), TextStyle.BOLD)
                .cut()
                .build();
    }

    /**
     * Keys {@code device.DEV-xxx} for what happened, {@code .action} for what to do, {@code .job} for what becomes of the
     * receipt under way.
     */
    public static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "it.sportello.devices.printer.messages", locale, PrinterTexts.class.getModule());
    }
}
