package it.sportello.app;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.ScanRouter;
import it.sportello.app.frame.SupportCode;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Window;
import it.sportello.app.signin.LeaveCheck;
import it.sportello.app.signin.LeaveView;
import it.sportello.app.signin.LeaveViewModel;
import it.sportello.app.signin.LeaveViewModel.Way;
import it.sportello.app.tasks.TasksView;
import it.sportello.app.wiring.DeskServices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before an operator signs out, or the program ends: what is unsent, a till left open and prints in doubt are shown and
 * need a choice. Leaving is always allowed, because nothing of it is lost (R-ACC-5). On the window's thread.
 */
final class Leaving {
    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

    private final Frame frame;
    private final Window window;
    private final ScanRouter scans;
    private final LeaveCheck check;
    private final Texts texts = Texts.of(LeaveView.class);
    private final Texts operations = Texts.of(TasksView.class);
    private boolean looking;

    Leaving(Frame frame, Window window, DeskServices services, ScanRouter scans) {
        this.frame = frame;
        this.window = window;
        this.scans = scans;
        this.check = new LeaveCheck(
                services.journal(),
                () -> services.session().enrolment().flatMap(here -> here.desk().tillId()));
    }

    /**
     * Asks, when there is anything to tell; a second press while it is looked up says nothing new.
     *
     * @param go leaves
     * @param stay brings back what the card covers
     */
    void ask(Way way, Runnable go, Runnable stay) {
        if (looking) {
            return;
        }
        looking = true;
        frame.background()
                .run(check::look)
                .whenOver(() -> looking = false)
                .onSuccess(left -> {
                    if (left.isNothing()) {
                        go.run();
                    } else {
                        show(LeaveViewModel.of(left, way, this::operationName, texts, frame.words()), go, stay);
                    }
                })
                .onFailure(failure -> {
                    String code = SupportCode.of(failure);
                    LOG.error("what stays behind is not known {}", code, failure);
                    show(LeaveViewModel.unknown(code, way, texts), go, stay);
                });
    }

    private void show(LeaveViewModel model, Runnable go, Runnable stay) {
        LeaveView view = new LeaveView(model, texts, go, stay);
        scans.setLocked(true);
        window.cover(view.root(), view.initialFocus(), () -> {});
    }

    private String operationName(String type) {
        String key = "operation." + type;
        return operations.has(key) ? operations.get(key) : type;
    }
}
