package it.sportello.app;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Messages;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.PrintDesk;
import it.sportello.offlinecache.journal.PrintJob;
import java.util.List;

/**
 * Counts the prints that are not delivered in the status bar, and at the opening of the desk tells the operator of those that wait
 * for a decision: paper that nobody asks about is paper that the citizen does not get (Q26).
 */
final class PrintWatch {
    private final PrintDesk prints;
    private final DeskState state;
    private final Background background;
    private final Messages messages;
    private final Texts texts;
    private boolean told = true;
    private String announced = "";

    PrintWatch(PrintDesk prints, DeskState state, Background background, Messages messages, Texts texts) {
        this.prints = prints;
        this.state = state;
        this.background = background;
        this.messages = messages;
        this.texts = texts;
    }

    /** Follows every print from now on. */
    void follow(FxDoor door) {
        prints.onNews(news -> door.later(this::count));
    }

    /** The desk is open: what the last run left in doubt is told once, when its home is there to show it. */
    void deskOpened() {
        told = false;
        count();
    }

    private void count() {
        background.run(prints::open).onSuccess(this::show);
    }

    private void show(List<PrintJob> open) {
        state.printQueueProperty().set(open.size());
        long undecided = open.stream()
                .filter(job -> job.state() == PrintJob.State.UNCERTAIN || job.state() == PrintJob.State.FAILED)
                .count();
        if (undecided > 0 && !told) {
            told = true;
            announced = texts.get("prints.undecided", undecided);
            messages.waiting(announced);
        } else if (undecided == 0) {
            messages.withdraw(announced);
        }
    }
}
