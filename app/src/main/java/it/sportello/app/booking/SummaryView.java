package it.sportello.app.booking;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.CitizenMessage;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.NoticeBox;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import it.sportello.app.service.PrintNews;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** S13: what is about to be booked, for how long it is held, and what came of it. */
public final class SummaryView implements Screen, SummaryViewModel.Endings {
    private final SummaryViewModel model;
    private final Frame frame;
    private final FxDoor door;
    private final Texts texts;
    private final Consumer<SummaryView> whenClosed;
    private final KeyAction book;
    private final KeyAction check;
    private final KeyAction leave;
    private final ObservableList<KeyAction> actions = FXCollections.observableArrayList();
    private final Timeline seconds;
    private final Parent root;

    @FXML
    @SuppressWarnings("NullAway.Init")
    VBox planned;

    @FXML
    @SuppressWarnings("NullAway.Init")
    VBox done;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label time;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label date;

    @FXML
    @SuppressWarnings("NullAway.Init")
    VBox places;

    @FXML
    @SuppressWarnings("NullAway.Init")
    FlowPane chips;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label person;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label services;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label preparationLabel;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label preparation;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label price;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label priceReason;

    @FXML
    @SuppressWarnings("NullAway.Init")
    VBox holding;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label left;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label holdState;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Button extend;

    @FXML
    @SuppressWarnings("NullAway.Init")
    ComboBox<String> language;

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
    VBox progress;

    @FXML
    @SuppressWarnings("NullAway.Init")
    VBox booked;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label printState;

    SummaryView(SummaryViewModel model, Frame frame, FxDoor door, Texts texts, Consumer<SummaryView> whenClosed) {
        this.model = model;
        this.frame = frame;
        this.door = door;
        this.texts = texts;
        this.whenClosed = whenClosed;
        this.book = concluding("summary.verb", () -> model.conclude(this));
        this.check = concluding("unconfirmed.verb", () -> model.conclude(this));
        this.leave = concluding("booked.verb", this::leave);
        this.seconds = new Timeline(new KeyFrame(Duration.seconds(1), event -> model.tick(this)));
        seconds.setCycleCount(Animation.INDEFINITE);
        this.root = Fxml.load(this, texts);
    }

    private KeyAction concluding(String key, Runnable run) {
        return KeyAction.when(Verb.CONCLUDE, texts.get(key), model.concludable(), texts.get("summary.verb.why"), run);
    }

    @FXML
    void initialize() {
        OfferRow row = model.row();
        time.setText(row.time());
        date.setText(row.date());
        places.getChildren().setAll(row.places().stream().map(OfferCell::place).toList());
        chips.getChildren().setAll(row.chips().stream().map(OfferCell::chip).toList());
        person.setText(model.person());
        services.setText(String.join("\n", model.services()));
        preparation.setText(model.preparation());
        onlyWhenThere(preparation);
        preparationLabel.visibleProperty().bind(preparation.visibleProperty());
        preparationLabel.managedProperty().bind(preparation.visibleProperty());
        price.textProperty().bind(model.priceProperty());
        priceReason.textProperty().bind(model.priceReasonProperty());
        left.textProperty().bind(model.leftProperty());
        model.warningProperty().subscribe(warning -> showHold(warning));
        extend.visibleProperty().bind(model.extendableProperty());
        extend.managedProperty().bind(extend.visibleProperty());
        extend.setOnAction(event -> model.extend(this));
        language.setItems(FXCollections.observableArrayList(SummaryViewModel.LANGUAGES));
        language.setConverter(new Languages());
        language.valueProperty().bindBidirectional(model.languageProperty());
        NoticeBox.follow(notice, noticeTitle, noticeNext, model.noticeProperty());
        printState.textProperty().bind(model.printStateProperty());
        model.stepProperty().subscribe(this::show);
        HelpText.set(language, texts.get("language.help"));
        HelpText.set(extend, texts.get("extend.help"));
    }

    private static void onlyWhenThere(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private void showHold(boolean warning) {
        Icons.tone(
                holdState, warning ? Tone.ATTENTION : Tone.INFORMATION, texts.get(warning ? "hold.ending" : "hold.on"));
    }

    private void show(SummaryViewModel.Step step) {
        boolean over = step == SummaryViewModel.Step.BOOKED;
        shown(planned, !over);
        shown(done, over);
        shown(holding, step == SummaryViewModel.Step.HELD || step == SummaryViewModel.Step.REFUSED);
        shown(progress, step == SummaryViewModel.Step.WORKING);
        language.setDisable(step != SummaryViewModel.Step.HELD);
        booked.getChildren()
                .setAll(model.booked().stream().map(this::bookedCard).toList());
        actions.setAll(actionsOf(step));
    }

    private List<KeyAction> actionsOf(SummaryViewModel.Step step) {
        if (step != SummaryViewModel.Step.BOOKED) {
            return List.of(KeyAction.when(
                    Verb.AVAILABILITY,
                    texts.get("summary.others"),
                    model.waiting().not(),
                    texts.get("summary.others.why"),
                    frame.navigator()::back));
        }
        KeyAction again = KeyAction.always(Verb.PRINT, texts.get("booked.print"), model::printAgain);
        boolean till = model.isDue() && frame.navigator().has(ScreenKeys.CASH_IN);
        return till
                ? List.of(
                        again,
                        KeyAction.always(
                                Verb.COLLECT,
                                texts.get("booked.collect"),
                                () -> frame.navigator().open(ScreenKeys.CASH_IN)))
                : List.of(again);
    }

    private Node bookedCard(SummaryViewModel.BookedRow row) {
        Label number = new Label(row.number());
        number.getStyleClass().add("text-figure");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Label when = new Label(row.when());
        when.getStyleClass().add("text-title");
        when.setWrapText(true);
        Label where = new Label(row.where());
        where.setWrapText(true);
        Label due = new Label(row.due());
        due.getStyleClass().add("text-strong");
        due.setWrapText(true);
        VBox card = new VBox(number, when, where, due);
        card.getStyleClass().addAll("card", "gap-4");
        return card;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void leave() {
        if (frame.navigator().has(ScreenKeys.PERSON)) {
            frame.navigator().open(ScreenKeys.PERSON);
        } else {
            frame.navigator().conclude();
        }
    }

    /** News of a print. */
    void heard(PrintNews news) {
        model.heard(news);
    }

    /** The desk was locked. */
    void locked() {
        model.locked(this);
    }

    @Override
    public String id() {
        return "S13";
    }

    @Override
    public String title() {
        return texts.get("summary.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableList<KeyAction> actions() {
        return actions;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(
                switch (model.stepProperty().get()) {
                    case HELD, WORKING, REFUSED -> book;
                    case NOT_CONFIRMED -> check;
                    case BOOKED -> leave;
                });
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(language);
    }

    @Override
    public ObservableBooleanValue draft() {
        return model.waiting();
    }

    @Override
    public boolean back() {
        if (model.stepProperty().get() == SummaryViewModel.Step.BOOKED) {
            leave();
            return true;
        }
        // Who left now would never hear whether it was booked, nor get the reminder.
        if (model.waiting().get()) {
            frame.messages().attention(texts.get("summary.wait"));
            return true;
        }
        return false;
    }

    @Override
    public ObservableValue<CitizenMessage> forCitizen() {
        return model.forCitizenProperty();
    }

    @Override
    public String help() {
        return texts.get("summary.help");
    }

    @Override
    public void onShown() {
        if (model.isLost()) {
            door.later(frame.navigator()::finish);
            return;
        }
        seconds.play();
        // The one key that gives more time (R-A11-6); nothing on this screen is typed into.
        root.setOnKeyPressed(this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.PLUS
                || event.getCode() == KeyCode.ADD
                || event.getText().equals("+")) {
            event.consume();
            model.extend(this);
        }
    }

    @Override
    public void onClosed() {
        seconds.stop();
        model.close();
        whenClosed.accept(this);
    }

    @Override
    public void lost() {
        seconds.stop();
        if (frame.navigator().current().filter(screen -> screen == this).isPresent()) {
            frame.navigator().finish();
        }
        frame.messages().attention(texts.get("lost.message"));
    }

    @Override
    public void booked() {
        frame.messages().good(texts.get("booked.message"));
        done.requestFocus();
    }

    @Override
    public void warned() {
        frame.messages().attention(texts.get("hold.warning"));
    }

    private final class Languages extends StringConverter<String> {
        @Override
        public String toString(@Nullable String code) {
            return code == null ? "" : texts.get("language." + code);
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException("the list cannot be typed into");
        }
    }
}
