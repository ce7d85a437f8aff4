package it.sportello.app.till;

import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.Confirmation;
import it.sportello.app.frame.EnterKey;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import it.sportello.domain.till.AttemptRefusal;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** S22: the payments by card without a known end, until the terminal or a person tells it. */
public final class CardPaymentsView implements Screen, CardPaymentsViewModel.Endings {
    private final CardPaymentsViewModel model;
    private final Frame frame;
    private final Texts texts;
    private final KeyAction ask;
    private final Parent root;

    @FXML
    ListView<CardPaymentsViewModel.Row> payments;

    @FXML
    Region nothing;

    @FXML
    Region some;

    @FXML
    Label doubtTitle;

    @FXML
    Label doubt;

    @FXML
    Label action;

    @FXML
    Label asking;

    @FXML
    Label reference;

    @FXML
    TextField stan;

    @FXML
    TextField reason;

    @FXML
    Label error;

    @FXML
    Button charged;

    @FXML
    Button notCharged;

    public CardPaymentsView(CardPaymentsViewModel model, Frame frame, Texts texts) {
        this.model = model;
        this.frame = frame;
        this.texts = texts;
        this.ask = KeyAction.when(
                Verb.CONCLUDE, texts.get("cards.ask"), model.decidable(), texts.get("cards.none"), model::askAgain);
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        payments.setItems(model.rows());
        payments.setCellFactory(list -> new CardPaymentCell(texts));
        payments.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.chosenProperty().set(Optional.of(row));
            }
        });
        model.chosenProperty().subscribe(row -> row.ifPresent(payments.getSelectionModel()::select));
        ObservableBooleanValue none = Bindings.createBooleanBinding(
                () -> model.loadedProperty().get() && model.rows().isEmpty(), model.loadedProperty(), model.rows());
        shown(nothing, none);
        shown(some, Bindings.isNotEmpty(model.rows()));
        doubtTitle.setGraphic(Icons.of(Citizen.Tone.ATTENTION));
        doubt.textProperty()
                .bind(model.chosenProperty()
                        .map(row -> row.map(CardPaymentsViewModel.Row::doubt).orElse("")));
        action.textProperty()
                .bind(model.chosenProperty()
                        .map(row -> row.map(CardPaymentsViewModel.Row::action).orElse("")));
        reference
                .textProperty()
                .bind(model.chosenProperty()
                        .map(row ->
                                row.map(CardPaymentsViewModel.Row::reference).orElse("")));
        shown(asking, model.askingProperty());
        stan.textProperty().bindBidirectional(model.stanProperty());
        reason.textProperty().bindBidirectional(model.reasonProperty());
        error.textProperty().bind(model.errorProperty());
        shown(error, model.errorProperty().isNotEmpty());
        charged.setOnAction(event -> confirm(true));
        notCharged.setOnAction(event -> confirm(false));
        charged.disableProperty().bind(Bindings.not(model.decidable()));
        notCharged.disableProperty().bind(Bindings.not(model.decidable()));
        EnterKey.on(payments, ask::fire);
        HelpText.set(payments, texts.get("cards.list.help"));
        HelpText.set(stan, texts.get("cards.stan.help"));
        HelpText.set(reason, texts.get("cards.reason.help"));
    }

    private static void shown(Region part, ObservableBooleanValue when) {
        part.visibleProperty().bind(when);
        part.managedProperty().bind(when);
    }

    private void confirm(boolean approved) {
        model.chosenProperty()
                .get()
                .ifPresent(row -> frame.dialogs()
                        .confirm(
                                new Confirmation(
                                        Citizen.Tone.DANGER,
                                        texts.get(approved ? "cards.confirm.charged" : "cards.confirm.notCharged"),
                                        row.amount(),
                                        List.of(
                                                row.line(),
                                                texts.get(
                                                        approved ? "cards.effect.charged" : "cards.effect.notCharged")),
                                        texts.get(approved ? "cards.verb.charged" : "cards.verb.notCharged"),
                                        texts.get("cards.cancel")),
                                () -> model.decide(approved, this)));
    }

    @Override
    public String id() {
        return "S22";
    }

    @Override
    public String title() {
        return texts.get("cards.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(ask);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(payments);
    }

    @Override
    public ObservableBooleanValue draft() {
        return Bindings.createBooleanBinding(
                () -> !model.reasonProperty().get().isBlank()
                        || !model.stanProperty().get().isBlank(),
                model.reasonProperty(),
                model.stanProperty());
    }

    @Override
    public String help() {
        return texts.get("cards.help");
    }

    @Override
    public void onShown() {
        model.open();
    }

    @Override
    public void onClosed() {
        model.close();
    }

    @Override
    public void decided(boolean approved) {
        frame.messages().good(texts.get(approved ? "cards.done.charged" : "cards.done.notCharged"));
        payments.requestFocus();
    }

    @Override
    public void waitsForTill() {
        frame.messages().attention(texts.get("card.notBooked.action"));
    }

    @Override
    public void notBookable() {
        frame.messages().danger(texts.get("card.notBookable.action"));
    }

    @Override
    public void refused(List<AttemptRefusal> refusals) {
        model.explain(refusals.stream()
                .map(refusal -> TillCards.sentence(refusal, frame, texts))
                .reduce((one, other) -> String.join("\n", one, other))
                .orElse(""));
        boolean number = refusals.stream().noneMatch(AttemptRefusal.ReasonMissing.class::isInstance);
        (number ? stan : reason).requestFocus();
    }
}
