package it.sportello.app;

import it.sportello.app.desk.DeskQueue;
import it.sportello.app.desk.HomeView;
import it.sportello.app.desk.HomeViewModel;
import it.sportello.app.desk.QueueActs;
import it.sportello.app.desk.QueueView;
import it.sportello.app.desk.QueueViewModel;
import it.sportello.app.desk.TicketDesk;
import it.sportello.app.device.DevicePanel;
import it.sportello.app.device.DeviceScreens;
import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.FrameParts;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Work;
import it.sportello.app.preferences.PreferencesStore;
import it.sportello.app.preferences.PreferencesView;
import it.sportello.app.preferences.PreferencesViewModel;
import it.sportello.app.signin.Access;
import it.sportello.app.signin.DeskOpening;
import it.sportello.app.signin.DeskOpeningView;
import it.sportello.app.signin.DeskOpeningViewModel;
import it.sportello.app.signin.SignInView;
import it.sportello.app.signin.SignInViewModel;
import it.sportello.app.tasks.OutboxView;
import it.sportello.app.tasks.OutboxViewModel;
import it.sportello.app.tasks.TaskDesk;
import it.sportello.app.tasks.TasksView;
import it.sportello.app.tasks.TasksViewModel;
import it.sportello.app.wiring.DeskSession;
import it.sportello.app.wiring.InsertedBadge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The screens that belong to the frame itself: from sign-in to preferences. */
final class OwnScreens {
    /** Role of the contract whose operators only read. */
    private static final String INSPECTOR = "AUDITOR";

    private final DeskCore core;
    private final Frame frame;
    private final FrameParts parts;
    private final Texts frameTexts;
    private final QueueParts queueParts;
    private final QueueViewModel queue;
    private final Access access;
    private final InsertedBadge badge;
    private final Texts signInTexts = Texts.of(SignInView.class);
    private final Texts deskTexts = Texts.of(HomeView.class);
    private final Texts taskTexts = Texts.of(TasksView.class);
    private final Texts preferencesTexts = Texts.of(PreferencesView.class);
    private List<String> notices = List.of();

    /** The queue of the desk, and the door by which devices answer. */
    record QueueParts(DeskQueue queue, QueueViewModel model, Executor door) {}

    OwnScreens(
            DeskCore core,
            Frame frame,
            FrameParts parts,
            Texts frameTexts,
            QueueParts queueParts,
            Access access,
            InsertedBadge badge) {
        this.core = core;
        this.frame = frame;
        this.parts = parts;
        this.frameTexts = frameTexts;
        this.queueParts = queueParts;
        this.queue = queueParts.model();
        this.access = access;
        this.badge = badge;
    }

    void register(PreferencesStore preferences) {
        Navigator navigator = frame.navigator();
        TaskDesk tasks = new TaskDesk(core.services());
        navigator.register(ScreenKeys.SIGN_IN, (work, nothing) -> signIn());
        navigator.register(ScreenKeys.DESK_OPENING, (work, nothing) -> deskOpening());
        navigator.register(ScreenKeys.HOME, (work, nothing) -> home());
        navigator.register(ScreenKeys.QUEUE, (work, nothing) -> queue(work));
        devices(navigator);
        navigator.register(
                ScreenKeys.TASKS,
                (work, nothing) -> new TasksView(new TasksViewModel(frame, tasks, taskTexts), taskTexts));
        navigator.register(
                ScreenKeys.OUTBOX,
                (work, nothing) -> new OutboxView(new OutboxViewModel(frame, tasks, taskTexts), taskTexts));
        navigator.register(ScreenKeys.PREFERENCES, (work, nothing) -> preferences(preferences));
    }

    private void devices(Navigator navigator) {
        DevicePanel panel = new DevicePanel(core.devices(), core.traces(), core.deviceNotes(), frame.clock());
        new DeviceScreens(frame, panel, core.deviceSetup(), this::mayChangeSettings).register(navigator);
    }

    /** Who inspects only reads, whatever it is (roles of the field); everybody else sets up the desk they sit at. */
    private boolean mayChangeSettings() {
        DeskSession session = core.services().session();
        return session.isSignedIn()
                && session.operator().account().roles().stream().anyMatch(role -> !role.equals(INSPECTOR));
    }

    private Screen queue(Work work) {
        DeskSession session = core.services().session();
        QueueActs acts =
                new QueueActs(frame, queueParts.queue(), queue, session.place().id());
        TicketDesk tickets =
                new TicketDesk(frame, queueParts.queue(), queue, session, core.devices()::printer, queueParts.door());
        return new QueueView(queue, acts, tickets, frame, work, deskTexts);
    }

    private Screen signIn() {
        SignInViewModel model =
                new SignInViewModel(frame, core.enrolling(), access, signInTexts, badge, this::signedIn);
        return new SignInView(model, signInTexts);
    }

    private void signedIn(DeskSession.Operator operator) {
        core.services().session().signIn(operator);
        parts.state()
                .operatorProperty()
                .set(Optional.of(new DeskState.Person(
                        operator.account().displayName(), operator.account().badge())));
        var place = core.services().session().place();
        parts.state()
                .placeProperty()
                .set(Optional.of(new DeskState.Place(place.authorityName(), place.siteName(), place.number())));
        frame.navigator().restart(ScreenKeys.DESK_OPENING);
    }

    private Screen deskOpening() {
        DeskSession session = core.services().session();
        DeskOpeningViewModel model =
                new DeskOpeningViewModel(frame, new DeskOpening(core.services()), session, signInTexts, this::opened);
        return new DeskOpeningView(model, parts.state(), signInTexts, profile -> frameTexts.get(profile.textKey()));
    }

    private void opened(List<String> notices) {
        this.notices = notices.stream().map(this::notice).toList();
        parts.state()
                .profileProperty()
                .set(core.services().session().profileProperty().get());
        frame.navigator().restart(ScreenKeys.HOME);
    }

    /** The server says codes; one that is newer than this program stands as it is. */
    private String notice(String code) {
        String key = "home.notice." + code;
        return deskTexts.has(key) ? deskTexts.get(key) : code;
    }

    private Screen home() {
        HomeViewModel model = new HomeViewModel(frame, core.services().journal(), deskTexts, notices, starts());
        return new HomeView(queue, model, deskTexts, frame.words());
    }

    // Where work begins without a queue number: whatever of these the desk has.
    private List<HomeViewModel.Start> starts() {
        List<HomeViewModel.Start> starts = new ArrayList<>();
        for (KeyAction action : parts.actions().everywhere()) {
            action.verb().ifPresent(verb -> {
                switch (verb) {
                    case FIND_PERSON, PRESCRIPTION, TASKS, OUTBOX, DEVICES ->
                        starts.add(new HomeViewModel.Start(
                                action.label(), parts.keys().chordOf(verb).shown(), action::fire));
                    default -> {
                        // the other verbs need a citizen, or stand elsewhere
                    }
                }
            });
        }
        return starts;
    }

    private Screen preferences(PreferencesStore store) {
        PreferencesViewModel model = new PreferencesViewModel(
                frame,
                parts.appearance().lookProperty(),
                parts.keys(),
                store,
                preferencesTexts,
                verb -> frameTexts.get(verb.textKey()));
        return new PreferencesView(model, preferencesTexts, theme -> frameTexts.get(theme.textKey()));
    }
}
