package it.sportello.app.secondscreen;

import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * S67: the number and the desk as large as the screen allows, the four before them beside (or below on a screen that
 * stands upright). All sizes follow the screen's, so that it reads from the same distance in relation to its width.
 */
public final class BoardView {
    private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");
    private static final PseudoClass UPRIGHT = PseudoClass.getPseudoClass("upright");
    private static final double UNITS_WIDE = 64;
    private static final double UNITS_HIGH = 36;
    private static final double UNITS_WIDE_UPRIGHT = 34;
    private static final double UNITS_HIGH_UPRIGHT = 60;
    private static final Duration BLINK = Duration.millis(500);
    private static final int BLINKS = 10;
    private static final Duration STEADY = Duration.seconds(5);

    private final BoardViewModel model;
    private final Supplier<Look> look;
    private final Texts texts;
    private final Timeline attention = new Timeline();
    private final Parent root;

    @FXML
    private BorderPane board;

    @FXML
    private Label site;

    @FXML
    private VBox called;

    @FXML
    private Label caption;

    @FXML
    private Label number;

    @FXML
    private Label desk;

    @FXML
    private VBox last;

    @FXML
    private HBox lastHead;

    @FXML
    private VBox lines;

    @FXML
    private Label notice;

    @FXML
    private Label sound;

    /** @param look the operator's wishes of now */
    public BoardView(BoardViewModel model, Supplier<Look> look, Texts texts) {
        this.model = model;
        this.look = look;
        this.texts = texts;
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        model.latestProperty().subscribe(line -> {
            number.setText(line.map(BoardViewModel.Line::number).orElse(texts.get("board.nobody")));
            desk.setText(line.map(BoardViewModel.Line::desk).orElse(texts.get("board.none")));
            called.pseudoClassStateChanged(EMPTY, line.isEmpty());
        });
        model.before().addListener((ListChangeListener<BoardViewModel.Line>) change -> showLast());
        showLast();
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        sound.textProperty().bind(model.soundNoticeProperty());
        sound.visibleProperty().bind(model.soundNoticeProperty().isNotEmpty());
        sound.managedProperty().bind(sound.visibleProperty());
        model.announcedProperty().addListener((observed, before, after) -> catchTheEye());
        board.widthProperty().addListener((observed, before, after) -> fit());
        board.heightProperty().addListener((observed, before, after) -> fit());
    }

    /** The nodes of the board. */
    public Parent root() {
        return root;
    }

    /** Name of the site, above everything. */
    void setSite(String name) {
        site.setText(name);
    }

    private void showLast() {
        List<HBox> rows = model.before().stream().map(this::row).toList();
        lines.getChildren().setAll(rows);
        lastHead.setVisible(!rows.isEmpty());
    }

    private HBox row(BoardViewModel.Line line) {
        Label number = new Label(line.number());
        number.getStyleClass().add("board-last-number");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label desk = new Label(line.deskNumber());
        desk.getStyleClass().add("board-last-desk");
        HBox row = new HBox(number, gap, desk);
        row.getStyleClass().add("board-row");
        row.setAccessibleText(texts.get("board.line", line.number(), line.deskNumber()));
        VBox.setVgrow(row, Priority.ALWAYS);
        return row;
    }

    private void fit() {
        double width = board.getWidth();
        double height = board.getHeight();
        boolean upright = height > width;
        double unit = upright
                ? Math.min(width / UNITS_WIDE_UPRIGHT, height / UNITS_HIGH_UPRIGHT)
                : Math.min(width / UNITS_WIDE, height / UNITS_HIGH);
        board.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", Math.max(4, unit)));
        last.pseudoClassStateChanged(UPRIGHT, upright);
        if (upright && board.getRight() != null) {
            board.setRight(null);
            board.setBottom(last);
        } else if (!upright && board.getBottom() != null) {
            board.setBottom(null);
            board.setRight(last);
        }
    }

    /** Twice in a second at most, five seconds long; without motion the card stays marked for the same time. */
    private void catchTheEye() {
        attention.stop();
        attention.getKeyFrames().clear();
        caption.setText(texts.get("board.new"));
        called.pseudoClassStateChanged(NEW, true);
        if (!look.get().reducedMotion()) {
            for (int blink = 1; blink < BLINKS; blink++) {
                boolean on = blink % 2 == 0;
                attention
                        .getKeyFrames()
                        .add(new KeyFrame(BLINK.multiply(blink), event -> called.pseudoClassStateChanged(NEW, on)));
            }
        }
        attention.getKeyFrames().add(new KeyFrame(STEADY, event -> {
            called.pseudoClassStateChanged(NEW, false);
            caption.setText(texts.get("board.number"));
        }));
        attention.playFromStart();
    }
}
