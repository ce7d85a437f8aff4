package it.sportello.app.reader;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.NoticeBox;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The test of the code reader: three codes of the set-up sheet, what became of them, what to change. */
public final class ReaderTestView implements Screen {
    private final ReaderTestViewModel model;
    private final Texts texts;
    private final Parent root;
    private final KeyAction primary;

    @FXML
    private VBox notice;

    @FXML
    private Label noticeTitle;

    @FXML
    private Label noticeNext;

    @FXML
    private VBox rows;

    ReaderTestView(ReaderTestViewModel model, Frame frame, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.root = Fxml.load(this, texts);
        this.primary = KeyAction.when(
                Verb.CONCLUDE, texts.get("save"), model.busyProperty().not(), texts.get("save.busy"), model::saveSheet);
    }

    @FXML
    void initialize() {
        NoticeBox.follow(notice, noticeTitle, noticeNext, model.noticeProperty());
        model.rows().addListener((ListChangeListener<ReaderTestViewModel.Row>) change -> show());
        show();
    }

    private void show() {
        rows.getChildren().setAll(model.rows().stream().map(this::card).toList());
    }

    private Node card(ReaderTestViewModel.Row row) {
        Label name = line(row.name(), "section-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(name, space, Icons.chip(row.tone(), row.state()));
        head.getStyleClass().add("gap-12");
        VBox card = new VBox(head);
        if (!row.remedy().isEmpty()) {
            card.getChildren().add(line(row.remedy(), "text-quiet"));
        }
        card.getStyleClass().addAll("card", "gap-8");
        card.setFocusTraversable(true);
        card.setAccessibleText(texts.get("sentence", row.name(), row.state(), row.remedy()));
        return card;
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    @Override
    public String id() {
        return ScreenKeys.READER_TEST.id();
    }

    @Override
    public String title() {
        return texts.get("title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(primary);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(rows.getChildren().getFirst());
    }

    @Override
    public boolean scanned(Reading reading) {
        return reading instanceof Reading.Code code && model.scanned(code);
    }

    @Override
    public String help() {
        return texts.get("help");
    }
}
