package it.sportello.app.till;

import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.CitizenMessage;
import it.sportello.app.frame.EnterKey;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.AttemptRefusal;
import it.sportello.domain.till.SettlementRefusal;
import it.sportello.domain.till.TillRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** S21: the basket and its collection, in cash or by card. */
public final class CollectionView implements Screen, CollectionViewModel.Endings, NotePanel.Acts {
    private final CollectionViewModel model;
    private final OpenBaskets baskets;
    private final PrintPanel prints;
    private final Frame frame;
    private final Runnable whenCollected;
    private final Consumer<List<JudgedNote>> forms;
    private final Texts texts;
    private final KeyAction conclude;
    private final KeyAction charge;
    private final KeyAction suspect;
    private final CardPanel card;
    private final NotePanel notes;
    private final Parent root;

    @FXML
    ListView<DueChoice> dues;

    @FXML
    Region choosing;

    @FXML
    Region collected;

    @FXML
    Region nothing;

    @FXML
    Label heading;

    @FXML
    Label hint;

    @FXML
    Label notice;

    @FXML
    Label payable;

    @FXML
    Label stamp;

    @FXML
    Label rounding;

    @FXML
    TextField received;

    @FXML
    Label receivedError;

    @FXML
    CheckBox opposed;

    @FXML
    CheckBox identity;

    @FXML
    Label cardAmount;

    @FXML
    Label cardStanding;

    @FXML
    Label cardRefused;

    @FXML
    Region changeBox;

    @FXML
    javafx.scene.layout.VBox cardHost;

    @FXML
    javafx.scene.layout.VBox noteHost;

    @FXML
    Label change;

    @FXML
    Label sum;

    @FXML
    javafx.scene.layout.VBox printHost;

    /**
     * The screen.
     *
     * @param baskets told of this one while it is open
     * @param whenCollected told after the commit, so that the header follows
     * @param forms makes the form of the suspect notes among these
     */
    public CollectionView(
            CollectionViewModel model,
            OpenBaskets baskets,
            PrintPanel prints,
            Frame frame,
            Runnable whenCollected,
            Consumer<List<JudgedNote>> forms,
            Texts texts) {
        this.model = model;
        this.baskets = baskets;
        this.whenCollected = whenCollected;
        this.forms = forms;
        baskets.add(model);
        this.prints = prints;
        this.frame = frame;
        this.texts = texts;
        this.conclude = KeyAction.when(
                Verb.CONCLUDE,
                texts.get("collect.verb.plain"),
                model.concludable(),
                texts.get("collect.nothing"),
                this::conclude);
        this.charge = new KeyAction(
                Optional.of(Verb.COLLECT_CARD),
                texts.get("collect.card"),
                model.chargeable(),
                model.whyNotChargeable(),
                () -> model.payByCard(identity.isSelected(), this));
        this.card = new CardPanel(
                model.card(),
                model.totalsProperty().map(totals -> frame.words().money(totals.total())),
                () -> frame.navigator().open(ScreenKeys.CARD_PAYMENTS),
                texts);
        this.suspect = KeyAction.when(
                Verb.SUSPECT_NOTE,
                texts.get("notes.key"),
                model.stepProperty().isEqualTo(CollectionViewModel.Step.CHOOSING),
                texts.get("notes.key.not"),
                this::suspectNote);
        this.notes = new NotePanel(model.notes(), this, texts);
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        dues.setItems(model.choices());
        dues.setCellFactory(list -> new DueCell(texts, frame.words()));
        Label noDues = new Label();
        noDues.textProperty().bind(model.stepProperty().map(this::noDues));
        dues.setPlaceholder(noDues);
        dues.addEventFilter(KeyEvent.KEY_PRESSED, this::choose);
        notice.setGraphic(Icons.of(Citizen.Tone.ATTENTION));
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        only(choosing, CollectionViewModel.Step.CHOOSING);
        only(collected, CollectionViewModel.Step.COLLECTED);
        only(nothing, CollectionViewModel.Step.EMPTY);
        payable.textProperty()
                .bind(model.totalsProperty().map(totals -> frame.words().money(totals.payableInCash())));
        line(stamp, "collect.stamp", model.totalsProperty().map(totals -> totals.stamp()));
        line(rounding, "collect.rounding", model.totalsProperty().map(totals -> totals.cashRounding()));
        received.textProperty().bindBidirectional(model.receivedProperty());
        receivedError.textProperty().bind(model.receivedErrorProperty());
        opposed.selectedProperty().bindBidirectional(model.opposedProperty());
        change.textProperty().bind(model.changeProperty().map(frame.words()::money));
        sum.textProperty().bind(model.paidProperty().map(frame.words()::money));
        changeBox.visibleProperty().bind(model.byCardProperty().not());
        changeBox.managedProperty().bind(changeBox.visibleProperty());
        sum.setFocusTraversable(true);
        EnterKey.on(sum, conclude::fire);
        showCard();
        showNotes();
        printHost.getChildren().add(prints.node());
        prints.setRest(change);
        EnterKey.on(received, conclude::fire);
        EnterKey.on(change, conclude::fire);
        hint.visibleProperty().bind(model.stepProperty().isEqualTo(CollectionViewModel.Step.CHOOSING));
        heading.textProperty()
                .bind(model.stepProperty()
                        .map(step -> texts.get(
                                step == CollectionViewModel.Step.COLLECTED ? "collect.dues.done" : "collect.dues")));
        // The dues arrive after the screen: only then is there a field to write into.
        model.stepProperty().subscribe(step -> {
            if (step == CollectionViewModel.Step.CHOOSING) {
                received.requestFocus();
            }
        });
        HelpText.set(received, texts.get("collect.received.help"));
        HelpText.set(opposed, texts.get("collect.opposed.help"));
        HelpText.set(dues, texts.get("collect.dues.help"));
    }

    private void showCard() {
        cardHost.getChildren().add(card.node());
        cardHost.visibleProperty().bind(model.card().phaseProperty().isNotEqualTo(CardPanelModel.Phase.IDLE));
        cardHost.managedProperty().bind(cardHost.visibleProperty());
        cardAmount
                .textProperty()
                .bind(model.totalsProperty()
                        .map(totals ->
                                texts.get("collect.card.amount", frame.words().money(totals.total()))));
        text(cardStanding, model.card().standingProperty());
        text(cardRefused, model.card().refusalProperty());
        cardRefused.setGraphic(Icons.of(Citizen.Tone.ATTENTION));
        HelpText.set(identity, texts.get("collect.identity.help"));
        model.card().phaseProperty().subscribe(phase -> {
            switch (phase) {
                case WAITING -> card.rest().requestFocus();
                case DOUBT -> card.remedy().requestFocus();
                case IDLE -> {
                    // the basket takes the focus itself
                }
            }
        });
    }

    private void showNotes() {
        noteHost.getChildren().add(notes.node());
        noteHost.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.stepProperty().get() == CollectionViewModel.Step.CHOOSING && notes.isWanted(),
                        model.stepProperty(),
                        model.notes().summaryProperty(),
                        model.notes().enteringProperty()));
        noteHost.managedProperty().bind(noteHost.visibleProperty());
    }

    private void suspectNote() {
        notes.beginSuspect();
    }

    @Override
    public void useSum() {
        model.useJudged();
        received.requestFocus();
        received.end();
    }

    @Override
    public void form() {
        forms.accept(model.notes().judged());
    }

    @Override
    public void entered() {
        received.requestFocus();
    }

    @Override
    public boolean back() {
        boolean entering = model.notes().enteringProperty().get();
        if (entering) {
            notes.giveUp();
        }
        return entering;
    }

    private static void text(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.map(now -> !now.isEmpty()));
        label.managedProperty().bind(label.visibleProperty());
    }

    private String noDues(CollectionViewModel.Step step) {
        return texts.get(
                switch (step) {
                    case LOADING -> "collect.loading";
                    case UNKNOWN -> "collect.unknown.list";
                    case EMPTY, CHOOSING, WAITING, DOUBT, COLLECTED -> "collect.empty";
                });
    }

    private void only(Region part, CollectionViewModel.Step step) {
        part.visibleProperty().bind(model.stepProperty().isEqualTo(step));
        part.managedProperty().bind(part.visibleProperty());
    }

    private void line(Label label, String key, ObservableValue<Money> amount) {
        label.textProperty()
                .bind(amount.map(money -> texts.get(key, frame.words().money(money))));
        label.visibleProperty().bind(amount.map(money -> !money.isZero()));
        label.managedProperty().bind(label.visibleProperty());
    }

    private void choose(KeyEvent event) {
        DueChoice choice = dues.getSelectionModel().getSelectedItem();
        boolean choosing = model.stepProperty().get() == CollectionViewModel.Step.CHOOSING;
        if (event.getCode() == KeyCode.SPACE && choice != null && choosing) {
            choice.toggle();
            event.consume();
        }
    }

    private void conclude() {
        CollectionViewModel.Step step = model.stepProperty().get();
        if (step == CollectionViewModel.Step.COLLECTED || step == CollectionViewModel.Step.DOUBT) {
            frame.navigator().conclude();
        } else {
            model.conclude(this);
            if (!model.receivedErrorProperty().get().isEmpty()) {
                received.requestFocus();
            }
        }
    }

    @Override
    public String id() {
        return "S21";
    }

    @Override
    public String title() {
        return texts.get("collect.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableList<KeyAction> actions() {
        return FXCollections.observableArrayList(charge, suspect);
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(conclude);
    }

    /** While the citizen is at the terminal there is nothing to conclude. */
    @Override
    public Optional<ObservableBooleanValue> primaryOffered() {
        return Optional.of(model.stepProperty().isNotEqualTo(CollectionViewModel.Step.WAITING));
    }

    @Override
    public Optional<ObservableValue<String>> primaryText() {
        return Optional.of(Bindings.createStringBinding(model::verb, model.stepProperty(), model.totalsProperty()));
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(received);
    }

    @Override
    public ObservableBooleanValue draft() {
        return Bindings.createBooleanBinding(
                () -> model.stepProperty().get() == CollectionViewModel.Step.CHOOSING
                        && !model.receivedProperty().get().isBlank(),
                model.stepProperty(),
                model.receivedProperty());
    }

    @Override
    public ObservableValue<CitizenMessage> forCitizen() {
        return model.forCitizenProperty();
    }

    @Override
    public String help() {
        return texts.get("collect.help");
    }

    @Override
    public void onShown() {
        prints.listen();
        model.setShown(true);
        model.card().open();
    }

    @Override
    public boolean scanned(Reading reading) {
        return reading instanceof Reading.Code code && model.scanned(code, this);
    }

    @Override
    public void onHidden() {
        model.setShown(false);
        model.forgetReading();
    }

    @Override
    public void onClosed() {
        model.setShown(false);
        baskets.remove(model);
        model.card().close();
        prints.stop();
    }

    @Override
    public void collected() {
        Label rest = model.byCardProperty().get() ? sum : change;
        prints.setRest(rest);
        prints.follow(model);
        whenCollected.run();
        frame.messages().good(texts.get("collect.done"));
        rest.requestFocus();
    }

    @Override
    public void attemptRefused(List<AttemptRefusal> refusals) {
        frame.dialogs().show(TillCards.ofAttempt(refusals.get(0), frame));
    }

    @Override
    public void cardRefused() {
        received.requestFocus();
    }

    @Override
    public void noticeRead(SoughtNotice.Outcome outcome) {
        switch (outcome) {
            case SoughtNotice.Collectable found -> {
                point(found.due());
                frame.messages().good(found.sentence());
            }
            case SoughtNotice.OtherAmount found -> {
                point(found.due());
                frame.messages().attention(found.sentence());
            }
            case SoughtNotice.NotNow refused -> {
                point(refused.due());
                frame.messages().attention(refused.sentence());
            }
            case SoughtNotice.Nowhere none -> frame.messages().attention(none.sentence());
        }
    }

    private void point(DueChoice due) {
        dues.getSelectionModel().clearSelection();
        dues.getSelectionModel().select(due);
        dues.scrollTo(due);
        dues.requestFocus();
    }

    @Override
    public void basketRefused(List<SettlementRefusal> refusals) {
        model.explainReceived(refusals.stream()
                .map(refusal -> TillCards.sentence(refusal, frame, texts))
                .reduce((one, other) -> String.join("\n", one, other))
                .orElse(""));
        received.requestFocus();
        received.selectAll();
    }

    @Override
    public void tillRefused(List<TillRefusal> refusals) {
        frame.dialogs().show(TillCards.of(refusals, frame));
    }

    @Override
    public void tillClosed() {
        frame.navigator().open(ScreenKeys.TILL_OPENING);
        frame.messages().attention(texts.get("collect.tillClosed"));
    }

    @Override
    public void alreadySettled(String documentNumber) {
        frame.dialogs().show(frame.refusals().card("TILL.ALREADY_SETTLED", Map.of("document", documentNumber), ""));
    }
}
