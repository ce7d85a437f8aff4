package it.sportello.app.acceptance;

import it.sportello.app.frame.CitizenContext;
import it.sportello.app.frame.EnterKey;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.NoticeBox;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import it.sportello.app.service.CitizenFacts;
import it.sportello.app.service.PersonFiles;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** S17: the list of the day, or one booking with what is checked before the person goes in. */
public final class AcceptanceView implements Screen, AcceptanceViewModel.Endings {
    private final AcceptanceViewModel model;
    private final String asked;
    private final CitizenContext citizen;
    private final CitizenFacts facts;
    private final Frame frame;
    private final Texts texts;
    private final KeyAction accept;
    private final KeyAction next;
    private final ObservableList<KeyAction> actions = FXCollections.observableArrayList();
    private final Parent root;
    private boolean begun;

    @FXML
    @SuppressWarnings("NullAway.Init")
    VBox listing;

    @FXML
    @SuppressWarnings("NullAway.Init")
    TextField filter;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label age;

    @FXML
    @SuppressWarnings("NullAway.Init")
    ListView<BookingRow> day;

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
    Region booking;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label time;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label date;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label where;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label person;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label services;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label number;

    @FXML
    @SuppressWarnings("NullAway.Init")
    GridPane checks;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label amount;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label reason;

    @FXML
    @SuppressWarnings("NullAway.Init")
    VBox noteBox;

    @FXML
    @SuppressWarnings("NullAway.Init")
    TextField note;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label noteError;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Button otherWork;

    /** @param asked identifier or number of a booking, or empty text for the list of the day */
    AcceptanceView(
            AcceptanceViewModel model,
            String asked,
            CitizenContext citizen,
            CitizenFacts facts,
            Frame frame,
            Texts texts) {
        this.model = model;
        this.asked = asked;
        this.citizen = citizen;
        this.facts = facts;
        this.frame = frame;
        this.texts = texts;
        this.accept = KeyAction.when(
                Verb.CONCLUDE,
                texts.get("accept.verb"),
                model.acceptable(),
                texts.get("accept.why"),
                () -> model.accept(this));
        this.next = KeyAction.always(
                Verb.CONCLUDE,
                texts.get("accepted.verb"),
                () -> frame.navigator().conclude());
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        day.setItems(model.rows());
        day.setCellFactory(list -> new BookingCell());
        Label empty = new Label();
        empty.setWrapText(true);
        empty.textProperty().bind(model.busyProperty().map(busy -> texts.get(busy ? "list.busy" : "list.empty")));
        day.setPlaceholder(empty);
        EnterKey.on(day, this::openSelected);
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setOnAction(event -> model.openTyped(this));
        age.textProperty().bind(model.ageProperty());
        onlyWhen(age, age.textProperty().isNotEmpty());
        note.textProperty().bindBidirectional(model.noteProperty());
        noteError.textProperty().bind(model.noteErrorProperty());
        onlyWhen(noteError, noteError.textProperty().isNotEmpty());
        onlyWhen(noteBox, model.noteShownProperty());
        onlyWhen(otherWork, model.otherPersonProperty());
        otherWork.setOnAction(event -> openInOtherWork());
        NoticeBox.follow(notice, noticeTitle, noticeNext, model.noticeProperty());
        model.cardProperty().subscribe(shown -> shown.ifPresent(this::fill));
        model.checks().subscribe(this::showChecks);
        model.stepProperty().subscribe(this::show);
        HelpText.set(filter, texts.get("filter.help"));
        HelpText.set(day, texts.get("list.help"));
        HelpText.set(note, texts.get("note.help"));
    }

    private static void onlyWhen(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    private void fill(AcceptanceViewModel.Card card) {
        time.setText(card.time());
        date.setText(card.date());
        where.setText(card.where());
        person.setText(card.person());
        services.setText(card.services());
        number.setText(texts.get("card.number", card.number()));
        amount.setText(card.amount());
        reason.setText(card.reason());
    }

    private void showChecks() {
        checks.getChildren().clear();
        int row = 0;
        for (Check check : model.checks()) {
            Label label = new Label(check.label());
            label.getStyleClass().add("field-label");
            label.setMinWidth(Region.USE_PREF_SIZE);
            Label text = new Label();
            Icons.tone(text, check.tone(), check.text());
            text.getStyleClass().add("toned");
            text.setWrapText(true);
            checks.addRow(row++, label, text);
        }
    }

    private void show(AcceptanceViewModel.Step step) {
        boolean list = step == AcceptanceViewModel.Step.LISTING;
        listing.setVisible(list);
        listing.setManaged(list);
        booking.setVisible(!list);
        booking.setManaged(!list);
        actions.setAll(KeyAction.when(
                Verb.ACCEPT,
                texts.get("accept.plain"),
                model.acceptable(),
                texts.get("accept.why"),
                () -> model.accept(this)));
        boolean due = model.cardProperty()
                .get()
                .filter(AcceptanceViewModel.Card::dueOpen)
                .isPresent();
        if (!list && due && frame.navigator().has(ScreenKeys.CASH_IN)) {
            actions.add(KeyAction.always(
                    Verb.COLLECT,
                    texts.get("accept.collect"),
                    () -> frame.navigator().open(ScreenKeys.CASH_IN)));
        }
    }

    private void openSelected() {
        BookingRow row = day.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.open(row.id(), this);
        }
    }

    private void openInOtherWork() {
        model.cardProperty().get().ifPresent(card -> {
            if (frame.navigator().beginWork()) {
                frame.navigator().open(ScreenKeys.ACCEPTANCE, card.number());
            }
        });
    }

    @Override
    public String id() {
        return "S17";
    }

    @Override
    public String title() {
        return texts.get("accept.title");
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
        return Optional.of(model.stepProperty().get() == AcceptanceViewModel.Step.ACCEPTED ? next : accept);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(asked.isEmpty() ? filter : booking);
    }

    @Override
    public ObservableBooleanValue draft() {
        return Bindings.createBooleanBinding(() -> !model.noteProperty().get().isBlank(), model.noteProperty());
    }

    @Override
    public boolean scanned(Reading reading) {
        return switch (reading) {
            case Reading.Code code -> model.scanned(code, this);
            case Reading.Card read -> model.cardRead(read.code());
            default -> false;
        };
    }

    @Override
    public boolean back() {
        if (asked.isEmpty() && model.stepProperty().get() == AcceptanceViewModel.Step.SHOWN) {
            model.list();
            filter.requestFocus();
            return true;
        }
        return false;
    }

    @Override
    public String help() {
        return texts.get("accept.help");
    }

    @Override
    public void onShown() {
        if (begun) {
            return;
        }
        begun = true;
        if (asked.isEmpty()) {
            model.list();
        } else {
            model.open(asked, this);
        }
    }

    @Override
    public void identified(PersonFiles.Result.Loaded page) {
        if (citizen.citizen().isEmpty()) {
            citizen.serve(facts.of(page, LocalDate.now(frame.clock())));
        }
    }

    @Override
    public void shown() {
        show(model.stepProperty().get());
        booking.requestFocus();
    }

    @Override
    public void noteWanted() {
        note.requestFocus();
    }

    @Override
    public void accepted() {
        frame.messages().good(texts.get("accepted.message"));
        booking.requestFocus();
    }
}
