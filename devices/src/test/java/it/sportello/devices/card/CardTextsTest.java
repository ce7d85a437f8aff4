package it.sportello.devices.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class CardTextsTest {
    private final ResourceBundle texts = CardTexts.bundle(Locale.ITALIAN);

    @Test
    void everyErrorSaysWhatHappenedAndWhatToDo() {
        for (CardError error : CardError.values()) {
            assertFalse(texts.getString(error.messageKey()).isBlank());
            assertFalse(texts.getString(error.messageKey() + ".action").isBlank());
        }
        for (OtherCard card : OtherCard.values()) {
            assertTrue(texts.containsKey(CardError.WRONG_CARD.messageKey() + "." + card.name()));
        }
        for (CardWarning warning : CardWarning.values()) {
            assertTrue(texts.containsKey("card.warning." + warning.name()));
        }
    }

    @Test
    void codesAreDistinctAndFaultsCarryThem() {
        assertEquals(
                CardError.values().length,
                Arrays.stream(CardError.values())
                        .map(CardError::code)
                        .distinct()
                        .count());
        CardFault fault = new CardFault(CardError.FORMAT, "9");
        assertEquals("DEV-111", fault.code());
        assertEquals("device.DEV-111", fault.messageKey());
        assertFalse(fault.canRetry());
    }

    @Test
    void textsAreMessageFormats() {
        assertEquals(
                "Tessera scaduta il 01/02/2025: verificare l’assistenza in anagrafe.",
                MessageFormat.format(texts.getString("card.warning.EXPIRED"), "01/02/2025"));
        for (String key : texts.keySet()) {
            String text = MessageFormat.format(texts.getString(key), "x");
            assertFalse(text.contains("'") || text.contains("{"), key);
        }
    }
}
