package it.sportello.devices.printer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrinterTextsTest {

    private final ResourceBundle bundle = PrinterTexts.bundle(Locale.ITALIAN);

    @ParameterizedTest
    @EnumSource(PrinterCause.class)
    void everyCauseSaysWhatHappenedAndWhatToDo(PrinterCause cause) {
        assertTrue(bundle.getString(cause.messageKey()).endsWith("."));
        assertFalse(bundle.getString(cause.messageKey() + ".action").isBlank());
    }

    @ParameterizedTest
    @EnumSource(
            value = PrinterCause.class,
            names = {"LINK_UNAVAILABLE", "PAPER_NEAR_END"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyCauseOfWaitingSaysWhatBecomesOfTheReceipt(PrinterCause cause) {
        assertFalse(bundle.getString(cause.messageKey() + ".job").isBlank());
    }
}
