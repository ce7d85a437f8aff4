package it.sportello.app.till;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** S56: the prints that wait for a decision, each with what can be done about it. */
public final class PrintsView implements Screen {
    private final PrintPanel prints;
    private final Frame frame;
    private final Texts texts;
    private final Parent root;

    @FXML
    VBox printHost;

    @FXML
    Region nothing;

    public PrintsView(PrintPanel prints, Frame frame, Texts texts) {
        this.prints = prints;
        this.frame = frame;
        this.texts = texts;
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        printHost.getChildren().add(prints.node());
        prints.setRest(printHost);
    }

    @Override
    public String id() {
        return "S56";
    }

    @Override
    public String title() {
        return texts.get("prints.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(KeyAction.when(
                Verb.CONCLUDE, texts.get("prints.back"), new SimpleBooleanProperty(true), "", frame.navigator()::back));
    }

    @Override
    public String help() {
        return texts.get("prints.help");
    }

    @Override
    public void onShown() {
        prints.listen();
        prints.followOpen(frame.background(), empty -> {
            nothing.setVisible(empty);
            nothing.setManaged(empty);
        });
    }

    @Override
    public void onClosed() {
        prints.stop();
    }
}
