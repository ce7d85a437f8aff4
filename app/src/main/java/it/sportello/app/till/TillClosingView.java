package it.sportello.app.till;

import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.EnterKey;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import it.sportello.domain.till.TillRefusal;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** S28: the till is closed with a blind count. */
public final class TillClosingView implements Screen, TillClosingViewModel.Endings {
    private final TillClosingViewModel model;
    private final Frame frame;
    private final TillNotices notices;
    private final Optional<String> tillId;
    private final Texts texts;
    private final CountGrid grid;
    private final KeyAction conclude;
    private final Parent root;

    @FXML
    Region counting;

    @FXML
    Region blocked;

    @FXML
    Label forWhom;

    @FXML
    Label blockedTitle;

    @FXML
    Label blockers;

    @FXML
    Label wayOut;

    @FXML
    Region comparison;

    @FXML
    Region booking;

    @FXML
    StackPane countHost;

    @FXML
    StackPane containerHost;

    @FXML
    Label total;

    @FXML
    Label verdict;

    @FXML
    Region standing;

    @FXML
    Label deposit;

    @FXML
    Label difference;

    @FXML
    Label figures;

    @FXML
    TextField floatLeft;

    @FXML
    Label floatError;

    @FXML
    Button cardPayments;

    @FXML
    Region cardsBox;

    @FXML
    Label cards;

    @FXML
    Label container;

    @FXML
    Button recount;

    @FXML
    Label saved;

    public TillClosingView(
            TillClosingViewModel model, Frame frame, TillNotices notices, Optional<String> tillId, Texts texts) {
        this.model = model;
        this.frame = frame;
        this.notices = notices;
        this.tillId = tillId;
        this.texts = texts;
        this.grid = new CountGrid(model.count(), texts, frame.words());
        this.conclude = KeyAction.when(
                Verb.CONCLUDE, texts.get("closing.verb.count"), model.idle(), texts.get("busy"), this::conclude);
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        countHost.getChildren().add(grid.node());
        grid.putContainer(containerHost);
        total.textProperty().bind(model.count().totalProperty().map(frame.words()::money));
        model.count().readableProperty().subscribe(readable -> {
            if (readable) {
                frame.messages().withdraw(texts.get("count.unreadable"));
            }
        });
        shown(counting, TillClosingViewModel.Step.COUNTING);
        blocked.visibleProperty()
                .bind(model.stepProperty()
                        .map(step -> step == TillClosingViewModel.Step.BLOCKED
                                || step == TillClosingViewModel.Step.FORBIDDEN));
        blocked.managedProperty().bind(blocked.visibleProperty());
        forWhom.textProperty().bind(model.forWhomProperty());
        forWhom.visibleProperty().bind(model.forWhomProperty().isNotEmpty());
        forWhom.managedProperty().bind(forWhom.visibleProperty());
        forWhom.setGraphic(Icons.of(Citizen.Tone.INFORMATION));
        blockedTitle.setGraphic(Icons.of(Citizen.Tone.ATTENTION));
        blockedTitle.textProperty().bind(model.blockedProperty());
        blockers.textProperty().bind(model.blockersProperty());
        wayOut.textProperty().bind(model.wayOutProperty());
        comparison
                .visibleProperty()
                .bind(model.stepProperty()
                        .map(step -> step == TillClosingViewModel.Step.COMPARED
                                || step == TillClosingViewModel.Step.CLOSED));
        comparison.managedProperty().bind(comparison.visibleProperty());
        shown(booking, TillClosingViewModel.Step.COMPARED);
        model.verdictProperty().subscribe(this::showVerdict);
        model.toneProperty().subscribe(this::showVerdict);
        difference.textProperty().bind(model.differenceProperty().map(frame.words()::money));
        figures.textProperty().bind(model.figuresProperty());
        deposit.textProperty()
                .bind(model.depositProperty()
                        .map(amount -> amount.map(frame.words()::money).orElse(texts.get("closing.deposit.none"))));
        floatLeft.textProperty().bindBidirectional(model.floatLeftProperty());
        floatError.textProperty().bind(model.floatErrorProperty());
        recount.visibleProperty().bind(model.mayRecountProperty());
        recount.managedProperty().bind(model.mayRecountProperty());
        recount.setOnAction(event -> model.recount(this));
        saved.textProperty().bind(model.savedProperty());
        cardPayments.visibleProperty().bind(model.cardsInDoubtProperty());
        cardPayments.managedProperty().bind(cardPayments.visibleProperty());
        cardPayments.setOnAction(event -> frame.navigator().open(ScreenKeys.CARD_PAYMENTS));
        cards.textProperty().bind(model.cardsProperty());
        cardsBox.visibleProperty().bind(model.cardsProperty().isNotEmpty());
        cardsBox.managedProperty().bind(cardsBox.visibleProperty());
        model.containerProperty().subscribe(this::showContainer);
        model.containerToneProperty().subscribe(this::showContainer);
        container.visibleProperty().bind(model.containerProperty().isNotEmpty());
        container.managedProperty().bind(container.visibleProperty());
        EnterKey.on(floatLeft, conclude::fire);
        EnterKey.on(verdict, conclude::fire);
        EnterKey.on(blockers, conclude::fire);
        HelpText.set(floatLeft, texts.get("closing.float.help"));
    }

    private void showVerdict() {
        Citizen.Tone tone = model.toneProperty().get();
        Icons.tone(verdict, tone, model.verdictProperty().get());
        standing.getStyleClass().setAll("notice", "gap-4", Icons.style(tone));
    }

    private void showContainer() {
        Icons.tone(
                container,
                model.containerToneProperty().get(),
                model.containerProperty().get());
    }

    private void shown(Region part, TillClosingViewModel.Step step) {
        part.visibleProperty().bind(model.stepProperty().isEqualTo(step));
        part.managedProperty().bind(part.visibleProperty());
    }

    private void conclude() {
        if (model.stepProperty().get() == TillClosingViewModel.Step.CLOSED) {
            frame.navigator().finish();
            frame.navigator().home();
        } else {
            model.conclude(this);
        }
    }

    @Override
    public String id() {
        return "S28";
    }

    @Override
    public String title() {
        return texts.get("closing.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(conclude);
    }

    @Override
    public Optional<ObservableValue<String>> primaryText() {
        return Optional.of(Bindings.createStringBinding(model::verb, model.stepProperty(), model.blockedProperty()));
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(grid.first());
    }

    @Override
    public ObservableBooleanValue draft() {
        return model.typing();
    }

    @Override
    public String help() {
        return texts.get("closing.help");
    }

    @Override
    public void onShown() {
        if (model.stepProperty().get() == TillClosingViewModel.Step.STARTING) {
            model.start(false, this);
        }
    }

    @Override
    public boolean back() {
        if (model.stepProperty().get() == TillClosingViewModel.Step.COUNTING
                && model.count().isEmpty()) {
            model.giveUp(this);
            return true;
        }
        return false;
    }

    @Override
    public void counting() {
        grid.first().requestFocus();
    }

    @Override
    public void countUnreadable() {
        grid.focusFirstWrong();
        frame.messages().danger(texts.get("count.unreadable"));
    }

    @Override
    public void blocked() {
        blockers.requestFocus();
    }

    @Override
    public void compared() {
        floatLeft.requestFocus();
        floatLeft.selectAll();
    }

    @Override
    public void closed() {
        notices.showClosed(tillId);
        frame.messages().good(texts.get("closing.done"));
        verdict.requestFocus();
    }

    @Override
    public void refused(List<TillRefusal> refusals) {
        frame.dialogs().show(TillCards.of(refusals, frame));
    }

    @Override
    public void notOpen() {
        frame.navigator().back();
    }
}
