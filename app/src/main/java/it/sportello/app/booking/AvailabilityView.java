package it.sportello.app.booking;

import it.sportello.app.frame.CitizenContext;
import it.sportello.app.frame.EnterKey;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.NoticeBox;
import it.sportello.app.frame.Screen;
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
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** S12: filters from the prescription, the ranked places, and the hold on the one chosen. */
public final class AvailabilityView implements Screen, AvailabilityViewModel.Endings {
    private final AvailabilityViewModel model;
    private final CitizenContext citizen;
    private final CitizenFacts facts;
    private final Frame frame;
    private final FxDoor door;
    private final Texts texts;
    private final KeyAction hold;
    private final ObservableList<KeyAction> actions;
    private final Parent root;

    @FXML
    @SuppressWarnings("NullAway.Init")
    VBox services;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label classText;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label prescription;

    @FXML
    @SuppressWarnings("NullAway.Init")
    ComboBox<Integer> area;

    @FXML
    @SuppressWarnings("NullAway.Init")
    ComboBox<Regime> regime;

    @FXML
    @SuppressWarnings("NullAway.Init")
    TextField from;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label fromError;

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
    ListView<OfferRow> offers;

    AvailabilityView(
            AvailabilityViewModel model,
            CitizenContext citizen,
            CitizenFacts facts,
            Frame frame,
            FxDoor door,
            Texts texts) {
        this.model = model;
        this.citizen = citizen;
        this.facts = facts;
        this.frame = frame;
        this.door = door;
        this.texts = texts;
        this.hold = KeyAction.when(
                Verb.CONCLUDE,
                texts.get("search.verb"),
                Bindings.createBooleanBinding(
                        () -> model.stepProperty().get() == AvailabilityViewModel.Step.OFFERS
                                && !model.busyProperty().get(),
                        model.stepProperty(),
                        model.busyProperty()),
                texts.get("search.verb.why"),
                this::choose);
        this.actions = FXCollections.observableArrayList(
                KeyAction.always(Verb.AVAILABILITY, texts.get("search.again"), this::searchAgain));
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        offers.setItems(model.rows());
        offers.setCellFactory(list -> new OfferCell());
        Label empty = new Label();
        empty.setWrapText(true);
        empty.textProperty().bind(model.busyProperty().map(busy -> texts.get(busy ? "search.busy" : "search.empty")));
        offers.setPlaceholder(empty);
        offers.addEventFilter(KeyEvent.KEY_PRESSED, this::digit);
        EnterKey.on(offers, hold::fire);
        progress.visibleProperty().bind(model.busyProperty());
        classText.textProperty().bind(model.classTextProperty());
        classText.visibleProperty().bind(classText.textProperty().isNotEmpty());
        classText.managedProperty().bind(classText.visibleProperty());
        prescription.setText(texts.get("prescription.number", model.number()));
        model.services().subscribe(this::showServices);
        from.textProperty().bindBidirectional(model.fromProperty());
        from.setOnAction(event -> searchAgain());
        fromError.textProperty().bind(model.fromErrorProperty());
        fromError.visibleProperty().bind(fromError.textProperty().isNotEmpty());
        fromError.managedProperty().bind(fromError.visibleProperty());
        area.setItems(FXCollections.observableArrayList(0, 1, 2, AvailabilityViewModel.WIDEST));
        area.setConverter(shown(level -> texts.get("area." + level)));
        area.valueProperty().bindBidirectional(model.widenProperty().asObject());
        area.setOnAction(event -> model.refilter(selected(), this));
        regime.setItems(FXCollections.observableArrayList(Regime.values()));
        regime.setConverter(shown(value -> texts.get("regime." + value.name())));
        regime.valueProperty().bindBidirectional(model.regimeProperty());
        regime.setOnAction(event -> model.refilter(selected(), this));
        NoticeBox.follow(notice, noticeTitle, noticeNext, model.noticeProperty());
        HelpText.set(offers, texts.get("offers.help"));
        HelpText.set(from, texts.get("from.help"));
        HelpText.set(area, texts.get("area.help"));
        HelpText.set(regime, texts.get("regime.help"));
    }

    private void showServices() {
        services.getChildren()
                .setAll(model.services().stream()
                        .map(text -> {
                            Label label = new Label(text);
                            label.setWrapText(true);
                            label.getStyleClass().add("text-strong");
                            return label;
                        })
                        .toList());
    }

    private static <T> StringConverter<T> shown(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@org.jspecify.annotations.Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the list cannot be typed into");
            }
        };
    }

    /** Digits widen the search only while the list has the focus (R-KEY-2). */
    private void digit(KeyEvent event) {
        String name = event.getCode().getName();
        String digit = name.substring(name.length() - 1);
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isShiftDown();
        if (plain && event.getCode().isDigitKey() && "0123".contains(digit)) {
            event.consume();
            model.widen(Integer.parseInt(digit), this);
        }
    }

    private void choose() {
        OfferRow row = offers.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.choose(row, this);
        }
    }

    private Optional<OfferRow> selected() {
        return Optional.ofNullable(offers.getSelectionModel().getSelectedItem());
    }

    private void searchAgain() {
        model.refresh(selected(), this);
    }

    @Override
    public String id() {
        return "S12";
    }

    @Override
    public String title() {
        return texts.get("search.title");
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
        return Optional.of(hold);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(offers);
    }

    @Override
    public ObservableBooleanValue draft() {
        return Bindings.createBooleanBinding(
                model::isTouched, model.widenProperty(), model.fromProperty(), model.regimeProperty());
    }

    @Override
    public String help() {
        return texts.get("search.help");
    }

    @Override
    public void onShown() {
        model.refresh(selected(), this);
    }

    @Override
    public void onClosed() {
        model.close();
    }

    @Override
    public void identified(PersonFiles.Result.Loaded page) {
        if (citizen.citizen().isEmpty()) {
            citizen.serve(facts.of(page, LocalDate.now(frame.clock())));
        }
    }

    @Override
    public void offered(int index) {
        offers.getSelectionModel().clearAndSelect(index);
        offers.getFocusModel().focus(index);
        if (!from.isFocused()) {
            offers.scrollTo(Math.max(0, index - 1));
            offers.requestFocus();
        }
    }

    @Override
    public void held(HeldOffer held) {
        // Not from inside the key that chose: the list has to end with it first.
        door.later(() -> frame.navigator().open(BookingScreens.SUMMARY, held));
    }
}
