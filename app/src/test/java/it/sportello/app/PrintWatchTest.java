package it.sportello.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Documents;
import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.InPlaceBackground;
import it.sportello.app.frame.Messages;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.service.TestDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a decision is said until nothing waits. */
class PrintWatchTest {
    @TempDir
    Path home;

    @Test
    @Tag("Q26")
    void whatWaitedIsWithdrawnOnceItIsDecided() {
        try (TestDesk desk = new TestDesk(home)) {
            UUID job = desk.store.journal().commit(transaction -> {
                transaction.putDocument(
                        "D10/1", "reminder", UUID.randomUUID(), new Documents.Printed("D10/1", false, ""));
                return transaction.queuePrint("D10/1").id();
            });
            desk.store.journal().prints().sending(job);
            desk.store.journal().prints().uncertain(job, "DEV-012");
            PrintDesk prints = new PrintDesk(desk.store.journal(), Optional.empty(), List.of(), desk, Runnable::run);
            Messages messages = new Messages(desk.clock);
            PrintWatch watch = new PrintWatch(
                    prints, new DeskState(), new InPlaceBackground(), messages, Texts.of(Workstation.class));
            watch.deskOpened();
            assertTrue(messages.latestProperty().get().isPresent());
            prints.confirmPrinted(job);
            watch.deskOpened();
            assertEquals(Optional.empty(), messages.latestProperty().get());
        }
    }
}
