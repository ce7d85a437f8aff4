package it.sportello.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private final Messages messages = new Messages(() -> Instant.EPOCH);

    @Test
    void whatWasWrongWithOnePersonIsNotShownToTheNext() {
        messages.attention("La prescrizione è già stata erogata.");
        messages.clearWarnings();
        assertTrue(messages.latestProperty().get().isEmpty());
        messages.danger("Rifiutato.");
        messages.clearWarnings();
        assertTrue(messages.latestProperty().get().isEmpty());
    }

    @Test
    void aMistakeThatWasMendedIsWithdrawnAndNothingElse() {
        messages.danger("Una riga non è un numero.");
        messages.withdraw("Un'altra cosa.");
        assertTrue(messages.latestProperty().get().isPresent());
        messages.withdraw("Una riga non è un numero.");
        assertTrue(messages.latestProperty().get().isEmpty());
    }

    @Test
    void whatWaitsAtTheDeskStaysUntilItIsWithdrawn() {
        messages.waiting("Una stampa aspetta una decisione.");
        messages.clearWarnings();
        assertTrue(messages.latestProperty().get().isPresent());
        messages.withdraw("Una stampa aspetta una decisione.");
        assertTrue(messages.latestProperty().get().isEmpty());
    }

    @Test
    void whatWasDoneStays() {
        messages.good("Incasso registrato.");
        messages.clearWarnings();
        assertEquals(
                "Incasso registrato.",
                messages.latestProperty().get().orElseThrow().text());
    }
}
