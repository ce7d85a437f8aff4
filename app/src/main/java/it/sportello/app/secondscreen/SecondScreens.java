package it.sportello.app.secondscreen;

import it.sportello.app.frame.Appearance;
import it.sportello.app.frame.CitizenMessage;
import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.FrameParts;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.SecondScreenUse;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.secondscreen.CitizenScreenViewModel.Standing;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * The second window of the desk: opened, filled and closed as the preferences say (S62). With a second monitor it covers
 * that one; without, it is a window that can be put anywhere. All methods on the window's thread.
 */
public final class SecondScreens implements AutoCloseable {
    private static final Duration BOARD_EVERY = Duration.seconds(2);
    private static final double ALONE_WIDTH = 960;
    private static final double ALONE_HEIGHT = 600;

    private final FrameParts parts;
    private final Texts texts = Texts.of(SecondScreens.class);
    private final BoardViewModel board;
    private final CitizenScreenViewModel citizen;
    private final Timeline poll = new Timeline();
    private Optional<Stage> stage = Optional.empty();
    private SecondScreenUse shown = SecondScreenUse.NONE;
    private Subscription told = Subscription.EMPTY;
    private Subscription site = Subscription.EMPTY;
    private boolean locked;

    /** @param around what the board needs; its {@code chime} may be {@link #gong()} */
    public SecondScreens(FrameParts parts, BoardViewModel.Surroundings around, Words words) {
        this.parts = parts;
        this.board = new BoardViewModel(around, texts, words);
        this.citizen = new CitizenScreenViewModel(new CitizenTexts(), words);
        poll.getKeyFrames().setAll(new KeyFrame(BOARD_EVERY, event -> ask()));
        poll.setCycleCount(Animation.INDEFINITE);
    }

    /** The gong of the board. */
    public static BoardViewModel.Chime gong() {
        return new Gong();
    }

    /** Follows preferences, desk, operator and screens from now on. */
    public void follow() {
        DeskState state = parts.state();
        parts.appearance().lookProperty().subscribe(look -> use(look.secondScreen()));
        state.placeProperty().subscribe(place -> deskChanged());
        state.operatorProperty().subscribe(operator -> deskChanged());
        parts.navigator().currentWorkProperty().subscribe(work -> citizen.another());
        parts.navigator().currentProperty().subscribe(this::listen);
    }

    /** A number was called from this desk. */
    public void called(String number, int deskNumber) {
        board.called(number, deskNumber);
    }

    /** The desk is hidden, and so is what it told. */
    public void locked() {
        locked = true;
        deskChanged();
    }

    /** The desk is shown again. */
    public void unlocked() {
        locked = false;
        deskChanged();
    }

    private void deskChanged() {
        Optional<DeskState.Person> operator = parts.state().operatorProperty().get();
        citizen.at(parts.state()
                .placeProperty()
                .get()
                .map(place -> new CitizenScreenViewModel.Desk(
                        place.deskNumber(),
                        operator.map(DeskState.Person::badge).orElse(""))));
        if (operator.isEmpty()) {
            citizen.stand(Standing.CLOSED);
        } else {
            citizen.stand(locked ? Standing.PAUSED : Standing.SERVING);
        }
    }

    private void listen(Optional<Screen> screen) {
        told.unsubscribe();
        ObservableValue<CitizenMessage> source = screen.map(Screen::forCitizen).orElse(null);
        if (source == null) {
            told = Subscription.EMPTY;
            citizen.tell(new CitizenMessage.Waiting());
        } else {
            told = source.subscribe(citizen::tell);
        }
    }

    private void use(SecondScreenUse wanted) {
        if (wanted == shown) {
            return;
        }
        shown = wanted;
        poll.stop();
        stage.ifPresent(Stage::close);
        stage = switch (wanted) {
            case NONE -> Optional.empty();
            case BOARD -> Optional.of(open(boardView().root(), texts.get("board.window")));
            case CITIZEN ->
                Optional.of(open(new CitizenScreenView(citizen, texts).root(), texts.get("citizen.window")));
        };
        if (wanted == SecondScreenUse.BOARD) {
            ask();
            poll.play();
        }
    }

    private void ask() {
        if (parts.state().operatorProperty().get().isPresent()) {
            board.refresh();
        } else {
            board.rest();
        }
    }

    private BoardView boardView() {
        BoardView view = new BoardView(board, this::look, texts);
        site.unsubscribe();
        site = parts.state()
                .placeProperty()
                .subscribe(
                        place -> view.setSite(place.map(DeskState.Place::site).orElse("")));
        return view;
    }

    private Look look() {
        return parts.appearance().look();
    }

    private Stage open(Parent root, String title) {
        Scene scene = new Scene(root, ALONE_WIDTH, ALONE_HEIGHT);
        Font.loadFont(
                Objects.requireNonNull(SecondScreens.class.getResource("/it/sportello/app/fonts/NotoSansSC-Screen.ttf"))
                        .toExternalForm(),
                14);
        Appearance appearance = parts.appearance();
        appearance.dress(scene);
        Optional<Rectangle2D> second = secondMonitor();
        Stage opened = new Stage();
        opened.setTitle(title);
        opened.setScene(scene);
        second.ifPresent(place -> {
            opened.initStyle(StageStyle.UNDECORATED);
            opened.setX(place.getMinX());
            opened.setY(place.getMinY());
            opened.setWidth(place.getWidth());
            opened.setHeight(place.getHeight());
        });
        opened.setOnCloseRequest(event -> parts.appearance()
                .lookProperty()
                .set(parts.appearance().look().withSecondScreen(SecondScreenUse.NONE)));
        Optional<Window> worked = second.flatMap(
                place -> Window.getWindows().stream().filter(Window::isFocused).findFirst());
        opened.show();
        // On its own monitor it takes no keys from who works; alone it lies in front, or nobody would find it.
        worked.ifPresent(Window::requestFocus);
        return opened;
    }

    private static Optional<Rectangle2D> secondMonitor() {
        return javafx.stage.Screen.getScreens().stream()
                .filter(each -> !each.equals(javafx.stage.Screen.getPrimary()))
                .findFirst()
                .map(javafx.stage.Screen::getBounds);
    }

    /** The window, for pictures. */
    Optional<Stage> stage() {
        return stage;
    }

    @Override
    public void close() {
        poll.stop();
        told.unsubscribe();
        site.unsubscribe();
        stage.ifPresent(Stage::close);
        stage = Optional.empty();
    }
}
