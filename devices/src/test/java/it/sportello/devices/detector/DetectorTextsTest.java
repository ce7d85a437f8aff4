package it.sportello.devices.detector;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceFault;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class DetectorTextsTest {

    private final ResourceBundle bundle = DetectorTexts.bundle(Locale.ITALIAN);

    private void says(String key) {
        assertTrue(bundle.getString("device." + key).length() > 10, key);
        assertTrue(bundle.getString("device." + key + ".action").endsWith("."), key);
    }

    @Test
    void everyCodeSaysWhatHappenedAndWhatToDo() {
        for (DetectorTrouble trouble : DetectorTrouble.values()) {
            says(trouble.code());
        }
        for (String code : List.of(
                DeviceFault.DEADLINE,
                DeviceFault.CLOSED,
                DeviceFault.LINK_UNAVAILABLE,
                DeviceFault.LINK_LOST,
                DeviceFault.NO_ANSWER,
                DeviceFault.BAD_ANSWER)) {
            says(code);
        }
    }

    @Test
    void everyVerdictAndLineHasItsWord() {
        for (NoteVerdict verdict : NoteVerdict.values()) {
            assertFalse(bundle.getString("verdict." + verdict).isBlank());
        }
        for (Rejection rejection : Rejection.values()) {
            assertFalse(bundle.getString("rejection." + rejection).isBlank());
            assertFalse(bundle.getString("rejection." + rejection + ".action").isBlank());
        }
        for (FraudKind fraud : FraudKind.values()) {
            assertFalse(bundle.getString("fraud." + fraud).isBlank());
        }
        for (LineMeaning.Why why : LineMeaning.Why.values()) {
            assertFalse(bundle.getString("line." + why).isBlank());
        }
    }
}
