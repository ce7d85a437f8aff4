package it.sportello.app.tasks;

import it.sportello.app.wiring.DeskServices;
import it.sportello.offlinecache.journal.OperatorTask;
import it.sportello.offlinecache.journal.OutboxItem;
import java.util.List;
import java.util.UUID;

/** What waits for a decision and what waits to be sent. Waits for the journal. */
public final class TaskDesk {
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
