package it.sportello.app.citizen;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.NoticeBox;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKey;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** S07: the person at the desk on one page, each block one digit away. */
public final class PersonPageView implements Screen {
    private final PersonPageViewModel model;
    private final Frame frame;
    private final PersonDoor door;
    private final Texts texts;
    private final BlockColumns columns = new BlockColumns();
    private final ObservableList<KeyAction> actions = FXCollections.observableArrayList();
    private final KeyAction collect;
    private final Parent root;

    @FXML
    @SuppressWarnings("NullAway.Init")
    VBox notice;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label noticeTitle;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label noticeNext;

    @FXML
    @SuppressWarnings("NullAway.Init")
    ProgressBar progress;

    @FXML
    @SuppressWarnings("NullAway.Init")
    StackPane blocks;

    public PersonPageView(PersonPageViewModel model, Frame frame, PersonDoor door, Texts texts) {
        this.model = model;
        this.frame = frame;
        this.door = door;
        this.texts = texts;
        this.collect = new KeyAction(
                Optional.of(Verb.COLLECT),
                texts.get("page.verb.collect"),
                model.collectableProperty(),
                model.whyNotCollectableProperty(),
                () -> frame.navigator().open(ScreenKeys.CASH_IN));
        addActions();
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        blocks.getChildren().add(columns);
        model.blocks().addListener((ListChangeListener<PageBlock>) change -> columns.show(model.blocks(), texts));
        progress.visibleProperty().bind(model.busyProperty());
        progress.managedProperty().bind(model.busyProperty());
        NoticeBox.follow(notice, noticeTitle, noticeNext, model.noticeProperty());
    }

    @Override
    public String id() {
        return "S07";
    }

    @Override
    public String title() {
        return texts.get("page.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(collect);
    }

    @Override
    public Optional<ObservableBooleanValue> primaryOffered() {
        return Optional.of(model.collectableProperty());
    }

    @Override
    public ObservableList<KeyAction> actions() {
        return actions;
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(columns.focusTarget());
    }

    @Override
    public String help() {
        return texts.get("page.help");
    }

    @Override
    public void onShown() {
        model.load();
    }

    @Override
    public boolean scanned(Reading reading) {
        return switch (reading) {
            case Reading.Code code -> isSame(code.text());
            case Reading.Card card -> {
                card.warnings().forEach(frame.messages()::attention);
                yield isSame(card.code());
            }
            case Reading.CardFault fault -> {
                frame.messages().attention(fault.sentence());
                yield true;
            }
            case Reading.CardRemoved removed -> true;
        };
    }

    private boolean isSame(String code) {
        if (!door.isServed(code)) {
            return false;
        }
        frame.messages().information(texts.get("page.same"));
        return true;
    }

    private void addActions() {
        Navigator navigator = frame.navigator();
        offer(
                ScreenKeys.ACCEPTANCE,
                Verb.ACCEPT,
                "accept",
                () -> navigator.open(ScreenKeys.ACCEPTANCE, model.toAccept()));
        offer(
                ScreenKeys.PRESCRIPTION,
                Verb.PRESCRIPTION,
                "prescription",
                () -> navigator.open(ScreenKeys.PRESCRIPTION, ""));
        offer(ScreenKeys.PRACTICES, Verb.NEW_PRACTICE, "practice", () -> navigator.open(ScreenKeys.PRACTICES));
    }

    // A desk without that group of screens does not offer its key.
    private void offer(ScreenKey<?> key, Verb verb, String name, Runnable run) {
        if (frame.navigator().has(key)) {
            actions.add(KeyAction.when(
                    verb, texts.get("page.verb." + name), model.shownProperty(), texts.get("page.notShown"), run));
        }
    }
}
