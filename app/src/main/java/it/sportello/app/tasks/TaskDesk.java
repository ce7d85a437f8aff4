package it.sportello.app.tasks;

import it.sportello.app.service.SeenNotes;
import it.sportello.app.service.StoredNoteEvent;
import it.sportello.app.wiring.DeskServices;
import it.sportello.offlinecache.journal.NoteAccounts;
import it.sportello.offlinecache.journal.OperatorTask;
import it.sportello.offlinecache.journal.OutboxItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What waits for a decision and what waits to be sent. Waits for the journal. */
public final class TaskDesk {
    private static final String SEEN_NOTES = "notes.seen";

    private final DeskServices services;

    public TaskDesk(DeskServices services) {
        this.services = services;
    }

    public List<OperatorTask> open() {
        return services.journal().tasks().open();
    }

    public List<OutboxItem> pending() {
        return services.journal().outbox().pending();
    }

    /** Takes note: a refused or conflicting request stays undone, its lane goes on. */
    public void takeNote(UUID taskId) {
        close(taskId, "SEEN");
    }

    /** What was held to be suspect at this desk, fraud that validators signalled included, and nobody took note of. */
    public List<NoteAccounts.Told<StoredNoteEvent>> suspectNotes() {
        Set<Long> seen = Set.copyOf(seenNotes());
        return services.journal().noteAccounts().after(0, StoredNoteEvent.class).stream()
                .filter(told -> told.detail().wantsAttention() && !seen.contains(told.position()))
                .toList();
    }

    /** Takes note of what was held to be suspect; it stays stored with its time, operator and amount. */
    public void takeNote(long position) {
        List<Long> seen = new ArrayList<>(seenNotes());
        seen.add(position);
        services.journal().commit(transaction -> {
            transaction.putSetting(SEEN_NOTES, new SeenNotes(seen));
            return position;
        });
    }

    private List<Long> seenNotes() {
        return services.journal()
                .setting(SEEN_NOTES, SeenNotes.class)
                .map(SeenNotes::positions)
                .orElse(List.of());
    }

    /** A fact that could not be sent is sent again, with the same id. */
    public void sendAgain(UUID taskId) {
        close(taskId, "SEND_AGAIN");
        services.sync().wake();
    }

    /** Everything that waits for a back-off is tried at once. */
    public void tryNow() {
        services.sync().wake();
    }

    private void close(UUID taskId, String decision) {
        services.journal()
                .tasks()
                .close(taskId, decision, services.session().operator().account().id());
    }
}
