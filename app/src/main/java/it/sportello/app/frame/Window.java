package it.sportello.app.frame;

import java.time.Clock;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;

/** The one window: bars, rail, centre, panel, and what lies over them. Made and used on the window's thread. */
public final class Window {
    // Below these widths in em the panel and the rail fold, so that the screen keeps its room.
    private static final double PANEL_EM = 92;
    private static final double RAIL_EM = 76;
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 768;

    private final FrameParts parts;
    private final Texts texts = Texts.of(Window.class);
    private final Overlay overlay;
    private final KeyDispatcher dispatcher;
    private final PaletteCard palette;
    private final CentrePane centre;
    private final Cover cover;
    private final TopBar topBar;
    private final CitizenHeader citizenHeader;
    private final Rail rail;
    private final HelpPanel helpPanel;
    private final MessageLine messageLine;
    private final PrimaryButton primary;
    private Subscription followedActions = Subscription.EMPTY;
    private final KeyBar keyBar;
    private final Scene scene;
    private final Timeline seconds = new Timeline();
    private Optional<Boolean> panelWished = Optional.empty();
    private Runnable whenUsed = () -> {};

    /** Builds the window for the parts; {@link #show} puts it on the screen. */
    public Window(FrameParts parts, Clock clock, FxDoor door) {
        this.parts = parts;
        Words words = new Words();
        overlay = new Overlay(texts, door);
        dispatcher = new KeyDispatcher(parts.keys(), parts.actions(), this::explainGreyed);
        palette = new PaletteCard(overlay, parts.actions(), parts.keys(), texts);
        centre = new CentrePane(door, this::isCovered);
        topBar = new TopBar(parts.state(), texts, words, clock);
        citizenHeader = new CitizenHeader(parts.navigator(), texts, words, clock);
        rail = new Rail(parts.navigator(), texts);
        helpPanel = new HelpPanel(parts.navigator(), texts);
        messageLine = new MessageLine(parts.messages(), clock);
        primary = new PrimaryButton(parts.keys(), this::explainGreyed);
        keyBar = new KeyBar(parts.navigator(), parts.actions(), parts.keys(), this::explainGreyed);
        Parent desk = desk(new StatusBar(parts.state(), texts).node());
        cover = new Cover(desk);
        StackPane window = new StackPane(desk, overlay.node(), cover.node());
        window.getStyleClass().add("window");
        scene = new Scene(window, WIDTH, HEIGHT);
        listen(window);
        // Warnings go with the screen they belong to; a message may precede the first one.
        parts.navigator().currentProperty().subscribe((before, now) -> {
            if (before.isPresent()) {
                parts.messages().clearWarnings();
            }
        });
        // The home screen still shows how the last work ended; the next person's does not.
        parts.navigator().currentWorkProperty().subscribe((before, now) -> {
            if (!now.isHome()) {
                parts.messages().clearForNext();
            }
        });
    }

    /** What lies over the screen. */
    public Dialogs dialogs() {
        return overlay;
    }

    /** What lies over the screen, for readings. */
    public Overlaid overlaid() {
        return overlay;
    }

    public Scene scene() {
        return scene;
    }

    /** Puts the window on a stage; the title never holds personal data. */
    public void show(Stage stage) {
        stage.setTitle(texts.get("brand"));
        stage.setScene(scene);
        // On the stage: the scene answers to underlined letters before its own filters.
        stage.addEventFilter(KeyEvent.KEY_TYPED, Window::keepLetterOfChord);
        stage.show();
        seconds.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1), event -> tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.play();
        centre.takeFocus();
    }

    /** Stops the clock. */
    public void close() {
        seconds.stop();
    }

    /** Told at every key, click and movement of the mouse, for the lock of an idle desk. */
    public void setWhenUsed(Runnable action) {
        whenUsed = action;
    }

    /** The command palette opens. */
    public void openPalette() {
        palette.open();
    }

    /** Esc: what lies over the screen goes, else one level back. */
    public void back() {
        boolean inside = overlay.closeShown()
                || parts.navigator().current().map(Screen::back).orElse(true);
        if (!inside) {
            parts.messages().clear();
            parts.navigator().back();
        }
    }

    /** The right panel folds or comes back (Ctrl+I). */
    public void togglePanel() {
        panelWished = Optional.of(!helpPanel.node().isVisible());
        fold();
    }

    /** The right panel is open (F1). */
    public void openPanel() {
        panelWished = Optional.of(true);
        fold();
    }

    /** The frame's own texts: names of verbs, profiles and themes. */
    public Texts texts() {
        return texts;
    }

    /** The whole desk is hidden behind a card until {@link #uncover}. */
    public void cover(Parent card, Node initialFocus, Runnable onEnter) {
        dispatcher.setOverlaid(true);
        cover.lower(card, initialFocus, onEnter);
    }

    /** The desk comes back, the focus where it was. */
    public void uncover() {
        cover.lift();
        if (!isCovered()) {
            centre.takeFocus();
        }
        dispatcher.setOverlaid(overlay.openProperty().get());
    }

    private boolean isCovered() {
        return overlay.openProperty().get() || cover.isDown();
    }

    private Parent desk(Parent statusBar) {
        HBox middle = new HBox(rail.node(), centre.node(), helpPanel.node());
        HBox.setHgrow(centre.node(), Priority.ALWAYS);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox actionBar = new HBox(messageLine.node(), space, primary.node());
        actionBar.getStyleClass().add("action-bar");
        VBox desk = new VBox(topBar.node(), citizenHeader.node(), middle, actionBar, keyBar.node(), statusBar);
        for (Node bar : desk.getChildren()) {
            if (!bar.equals(middle) && bar instanceof Region region) {
                region.setMinHeight(Region.USE_PREF_SIZE);
            }
        }
        return desk;
    }

    private void listen(StackPane window) {
        parts.appearance().dress(scene);
        parts.appearance().lookProperty().subscribe(this::fold);
        scene.widthProperty().subscribe(this::fold);
        parts.navigator().currentProperty().subscribe(this::shown);
        parts.keys()
                .versionProperty()
                .subscribe(() -> primary.show(parts.navigator().current()));
        parts.state().profileProperty().subscribe(profile -> {
            window.getStyleClass().remove("band-training");
            profile.filter(Profile.TRAINING::equals)
                    .ifPresent(training -> window.getStyleClass().add("band-training"));
        });
        overlay.openProperty().subscribe(open -> {
            dispatcher.setOverlaid(isCovered());
            if (!open) {
                centre.takeFocus();
            }
        });
        scene.focusOwnerProperty().subscribe(owner -> {
            overlay.keepFocus(owner);
            centre.focusMoved(owner);
            helpPanel.show(owner);
        });
        scene.addEventFilter(InputEvent.ANY, event -> whenUsed.run());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, dispatcher::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, dispatcher::released);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::escapedFromRows);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedUnused);
    }

    // What Alt and a letter type is no text. The toolkit would hear the chord in it a second time, and take the focus
    // back
    // to the button from wherever its action has put it.
    private static void keepLetterOfChord(KeyEvent event) {
        if (event.isAltDown() && !event.isControlDown()) {
            event.consume();
        }
    }

    private void shown(Optional<Screen> screen) {
        boolean plain = screen.map(Screen::isPlain).orElse(true);
        centre.show(screen);
        primary.show(screen);
        // A screen that changes what its keys do may change its primary action with them.
        followedActions.unsubscribe();
        followedActions = screen.map(now -> now.actions().subscribe(() -> primary.show(screen)))
                .orElse(Subscription.EMPTY);
        show(
                keyBar.node(),
                !plain || screen.map(now -> !now.actions().isEmpty()).orElse(false));
        fold();
    }

    private void fold() {
        int root = parts.appearance().look().rootPixels(scene.getWidth());
        double em = scene.getWidth() / root;
        boolean plain = parts.navigator().current().map(Screen::isPlain).orElse(true);
        rail.setFolded(em < RAIL_EM);
        show(rail.node(), !plain && (em >= RAIL_EM || !parts.navigator().works().isEmpty()));
        show(helpPanel.node(), !plain && panelWished.orElse(em >= PANEL_EM));
    }

    // Lists and tables keep Esc to themselves, to end the editing of a cell, which none of ours allows.
    private void escapedFromRows(KeyEvent event) {
        Node owner = scene.getFocusOwner();
        if (event.getCode() == KeyCode.ESCAPE && (owner instanceof ListView<?> || owner instanceof TableView<?>)) {
            pressedUnused(event);
        }
    }

    // Enter and Esc reach the window only when the control in focus had no use for them.
    private void pressedUnused(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && dispatcher.isFirst(event)) {
            if (!cover.isDown()) {
                back();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isControlDown() && dispatcher.isFirst(event)) {
            enter(event);
        }
    }

    private void enter(Event event) {
        Node owner = scene.getFocusOwner();
        event.consume();
        if (owner instanceof Button || owner instanceof Hyperlink) {
            ((javafx.scene.control.ButtonBase) owner).fire();
        } else if (cover.isDown()) {
            cover.enter();
        } else if (overlay.openProperty().get()) {
            overlay.enter();
        } else {
            enterInScreen(owner);
        }
    }

    private void enterInScreen(Node owner) {
        Optional<Screen> screen = parts.navigator().current();
        Optional<Node> next =
                owner == null ? Optional.empty() : screen.flatMap(shown -> FieldOrder.after(shown.root(), owner));
        next.ifPresentOrElse(
                Node::requestFocus, () -> screen.flatMap(Screen::primary).ifPresent(this::fireOrExplain));
    }

    private void fireOrExplain(KeyAction action) {
        if (!action.fire()) {
            explainGreyed(action);
        }
    }

    private void explainGreyed(KeyAction action) {
        String why = action.whyDisabled().getValue();
        if (!why.isEmpty()) {
            parts.messages().attention(texts.get("greyed", action.plainLabel(), why));
        }
    }

    private void tick() {
        topBar.tick();
        citizenHeader.tick();
        messageLine.tick();
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
