package it.sportello.app;

import it.sportello.app.desk.DeskQueue;
import it.sportello.app.desk.QueueViewModel;
import it.sportello.app.device.DeviceSetup;
import it.sportello.app.frame.Actions;
import it.sportello.app.frame.Appearance;
import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.Faults;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.FrameParts;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.KeyMap;
import it.sportello.app.frame.Messages;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.ScanRouter;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.ThreadedBackground;
import it.sportello.app.frame.Window;
import it.sportello.app.frame.Words;
import it.sportello.app.preferences.PreferencesStore;
import it.sportello.app.signin.Access;
import it.sportello.app.signin.LeaveViewModel;
import it.sportello.app.till.CashPhase;
import it.sportello.app.wiring.DeskDevices;
import it.sportello.app.wiring.DeskServices;
import it.sportello.app.wiring.DeviceLamps;
import it.sportello.app.wiring.InsertedBadge;
import it.sportello.app.wiring.LineWatch;
import it.sportello.app.wiring.NumberDisplay;
import it.sportello.app.wiring.WedgeFilter;
import it.sportello.devices.scanner.WedgeSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * One whole workstation: the only place that wires. Nothing of it is global; a test may start several, each with its own
 * home and clock.
 */
public final class Workstation implements AutoCloseable {
    private static final Duration QUEUE_EVERY = Duration.seconds(5);

    private final WorkstationSettings settings;
    private final FxDoor door;
    private final DeskCore core;
    private final FrameParts parts;
    private final Window window;
    private final ThreadedBackground background;
    private final Frame frame;
    private final ScanRouter scans;
    private final QueueViewModel queue;
    private final Leaving leaving;
    private final DeskLock lock;
    private final DeskBadge badge;
    private final LineWatch line;
    private final Timeline queueTimer = new Timeline();
    private final Stage stage;
    private Optional<WedgeFilter> wedge = Optional.empty();
    private final List<BiConsumer<String, Integer>> whenCalled = new ArrayList<>();
    private final List<Runnable> whenClosed = new ArrayList<>();

    /** Opens files, line and devices, shows the window, and returns once it stands there. Waits; any thread but the window's. */
    public static Workstation start(WorkstationSettings settings) throws InterruptedException {
        FxDoor door = new FxDoor();
        door.open();
        DeskCore core = new DeskCore(settings, door);
        CompletableFuture<Workstation> built = CompletableFuture.supplyAsync(
                () -> {
                    Workstation workstation = new Workstation(settings, door, core);
                    workstation.show();
                    return workstation;
                },
                door);
        Workstation workstation = built.join();
        core.start();
        return workstation;
    }

    private Workstation(WorkstationSettings settings, FxDoor door, DeskCore core) {
        this.settings = settings;
        this.door = door;
        this.core = core;
        Texts texts = Texts.of(Workstation.class);
        DeskState state = core.services().state();
        Clock clock = core.services().clock();
        Messages messages = new Messages(clock);
        Texts frameTexts = Texts.of(Window.class);
        Navigator navigator = new Navigator(() -> messages.attention(frameTexts.get("works.full")));
        Actions actions = new Actions(navigator);
        parts = new FrameParts(navigator, actions, new KeyMap(), messages, state, new Appearance());
        window = new Window(parts, clock, door);
        Refusals refusals = new Refusals();
        Faults faults = new Faults(window.dialogs(), refusals);
        background = new ThreadedBackground(door::later, faults::show);
        frame = new Frame(navigator, background, messages, window.dialogs(), refusals, new Words(), clock);
        scans = new ScanRouter(navigator, window.overlaid(), messages::attention);
        DeskServices services = core.services();
        DeskQueue deskQueue = new DeskQueue(services);
        core.devices().onTicket(ticket -> deskQueue.printed(ticket.number(), ticket.at()));
        queue = new QueueViewModel(
                frame,
                deskQueue,
                this::announce,
                new QueueViewModel.QueueSurroundings(services.session(), services.parameters(), state),
                door);
        Access access = new Access(
                services.backend(),
                core.store().keys(),
                core.store().dataKey(),
                services.cache(),
                services.parameters(),
                clock);
        leaving = new Leaving(frame, window, services, scans);
        lock = new DeskLock(frame, window, services, access, scans, leaving);
        InsertedBadge inserted = new InsertedBadge();
        badge = new DeskBadge(frame, access, services.session(), inserted, lock::lock);
        line = new LineWatch(services.sync(), state, clock, door);
        stage = new Stage();
        String version = Version.current();
        state.versionProperty().set(version);
        PreferencesStore preferences = new PreferencesStore(settings.home());
        preferences.restore(parts.keys());
        parts.appearance().lookProperty().set(preferences.look());
        OwnScreens.QueueParts queueParts = new OwnScreens.QueueParts(deskQueue, queue, door);
        new OwnScreens(core, frame, parts, frameTexts, queueParts, access, inserted).register(preferences);
        groups().forEach(group -> group.join(this));
        actions.everywhere().setAll(new GlobalActions(frame, texts, frameTexts).make(queue, window, lock::lock));
        followDevices(new DeviceLamps(state.lamps()));
    }

    /** The groups of screens beyond the frame's own. */
    private static List<ScreenGroup> groups() {
        return List.of(new Groups(), new SecondScreenGroup());
    }

    private void followDevices(DeviceLamps lamps) {
        core.devices().onGone(id -> door.execute(() -> lamps.gone(id)));
        core.devices().onStatus(status -> door.execute(() -> lamps.show(status)));
        core.devices().onBadge(cardId -> door.execute(() -> badge.changed(cardId)));
        core.devices().onReading(reading -> door.execute(() -> scans.route(reading)));
    }

    private void show() {
        place();
        parts.navigator().restart(ScreenKeys.SIGN_IN);
        window.show(stage);
        wedge();
        core.devices().onWedge(() -> door.execute(this::wedge));
        queueTimer.getKeyFrames().setAll(new KeyFrame(QUEUE_EVERY, event -> queue.refresh()));
        queueTimer.setCycleCount(Animation.INDEFINITE);
        queueTimer.play();
        lock.watch();
    }

    /** Listens as the settings say now; they may change while the desk works. */
    private void wedge() {
        wedge.ifPresent(WedgeFilter::close);
        wedge = Optional.empty();
        String how = core.devices().wedge();
        if (!how.isEmpty()) {
            WedgeFilter filter = new WedgeFilter(stage, WedgeSettings.parse(how), ears(), System::nanoTime);
            filter.start();
            wedge = Optional.of(filter);
        }
    }

    private WedgeFilter.Ears ears() {
        Texts texts = Texts.of(Workstation.class);
        return new WedgeFilter.Ears() {
            @Override
            public void read(Reading reading) {
                scans.route(reading);
            }

            @Override
            public void discarded() {
                frame.messages().attention(texts.get("scan.inSecret"));
            }
        };
    }

    private void place() {
        Rectangle2D all = Screen.getPrimary().getVisualBounds();
        stage.setX(all.getMinX());
        stage.setY(all.getMinY());
        stage.setWidth(
                settings.window().map(WorkstationSettings.WindowSize::width).orElse(all.getWidth()));
        stage.setHeight(
                settings.window().map(WorkstationSettings.WindowSize::height).orElse(all.getHeight()));
    }

    /** What the screens may use of the window. */
    public Frame frame() {
        return frame;
    }

    FrameParts parts() {
        return parts;
    }

    /** What the use cases share. */
    public DeskServices services() {
        return core.services();
    }

    public DeskDevices devices() {
        return core.devices();
    }

    /** What stores the settings of the devices. */
    DeviceSetup deviceSetup() {
        return core.deviceSetup();
    }

    /** Told each time the desk is locked, on the window's thread. */
    public void onLock(Runnable listener) {
        lock.onLock(listener);
    }

    /** Told each time the desk is seen again after a lock, on the window's thread. */
    void onFree(Runnable listener) {
        lock.onFree(listener);
    }

    /** What works on beside the window ends so: after the devices, before the files. */
    void endsBeforeTheFiles(Runnable end) {
        core.endsBeforeTheFiles(end);
    }

    /** The basket that takes cash now. */
    CashPhase cashPhase() {
        return core.cashPhase();
    }

    /** Told number and desk of each call of this desk, on the window's thread. */
    void onCalled(BiConsumer<String, Integer> listener) {
        whenCalled.add(listener);
    }

    /** Told when the window closes, on its thread. */
    void onClose(Runnable listener) {
        whenClosed.add(listener);
    }

    private CompletableFuture<NumberDisplay.Shown> announce(String number, int deskNumber) {
        whenCalled.forEach(listener -> listener.accept(number, deskNumber));
        return core.devices().numbers().show(number, deskNumber);
    }

    /** Where readings go; a group adds its usual routes here. */
    public ScanRouter scans() {
        return scans;
    }

    /** The only way to the window's thread. */
    public FxDoor door() {
        return door;
    }

    public WorkstationSettings settings() {
        return settings;
    }

    /** The window's stage, for pictures and key events. */
    public Stage stage() {
        return stage;
    }

    /** Called when the operator closes the window, and still wants it after reading what stays behind. */
    public void setWhenClosed(Runnable action) {
        door.execute(() -> stage.setOnCloseRequest(event -> {
            event.consume();
            leaving.ask(LeaveViewModel.Way.END, action, lock::uncoverOrLock);
        }));
    }

    /** Closes the window, then devices, line and files; what is unsent stays in the journal. Waits. */
    @Override
    public void close() {
        CompletableFuture.runAsync(
                        () -> {
                            queueTimer.stop();
                            wedge.ifPresent(WedgeFilter::close);
                            lock.close();
                            whenClosed.forEach(Runnable::run);
                            window.close();
                            stage.close();
                        },
                        door)
                .join();
        line.close();
        background.close();
        core.close();
    }
}
