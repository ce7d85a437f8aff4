package it.sportello.app.till;

import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.EnterKey;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import it.sportello.domain.till.TillRefusal;
import it.sportello.domain.till.TillSession;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** S20: the till is opened with the operator's own count. */
public final class TillOpeningView implements Screen, TillOpeningViewModel.Endings {
    private final TillOpeningViewModel model;
    private final Frame frame;
    private final TillNotices notices;
    private final Runnable whenOpened;
    private final Texts texts;
    private final CountGrid grid;
    private final Parent root;
    private final KeyAction open;

    @FXML
    StackPane countHost;

    @FXML
    StackPane containerHost;

    @FXML
    Label total;

    @FXML
    Region difference;

    @FXML
    Label differs;

    @FXML
    Label comparison;

    @FXML
    TextField reason;

    @FXML
    Label reasonError;

    public TillOpeningView(
            TillOpeningViewModel model, Frame frame, TillNotices notices, Runnable whenOpened, Texts texts) {
        this.model = model;
        this.frame = frame;
        this.notices = notices;
        this.whenOpened = whenOpened;
        this.texts = texts;
        this.grid = new CountGrid(model.count(), texts, frame.words());
        this.open = KeyAction.when(
                Verb.CONCLUDE,
                texts.get("opening.verb"),
                model.busyProperty().not(),
                texts.get("busy"),
                () -> model.confirm(this));
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
        difference.visibleProperty().bind(model.reasonWantedProperty());
        difference.managedProperty().bind(model.reasonWantedProperty());
        differs.setGraphic(Icons.of(Citizen.Tone.ATTENTION));
        comparison.textProperty().bind(model.comparisonProperty());
        reason.textProperty().bindBidirectional(model.reasonProperty());
        reasonError.textProperty().bind(model.reasonErrorProperty());
        EnterKey.on(reason, open::fire);
        HelpText.set(reason, texts.get("opening.reason.help"));
    }

    @Override
    public String id() {
        return "S20";
    }

    @Override
    public String title() {
        return texts.get("opening.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(open);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(grid.first());
    }

    @Override
    public ObservableBooleanValue draft() {
        return Bindings.createBooleanBinding(
                () -> !model.count().isEmpty(), model.count().totalProperty());
    }

    @Override
    public String help() {
        return texts.get("opening.help");
    }

    @Override
    public void countUnreadable() {
        grid.focusFirstWrong();
        frame.messages().danger(texts.get("count.unreadable"));
    }

    @Override
    public void reasonWanted() {
        reason.requestFocus();
    }

    @Override
    public void opened(TillSession session) {
        notices.show(session);
        frame.messages().good(texts.get("opening.done", session.tillId()));
        frame.navigator().finish();
        whenOpened.run();
    }

    @Override
    public void refused(List<TillRefusal> refusals) {
        frame.dialogs().show(TillCards.of(refusals, frame));
    }
}
