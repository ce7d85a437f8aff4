package it.sportello.app.secondscreen;

import it.sportello.app.frame.CitizenLanguage;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Texts;
import it.sportello.app.secondscreen.CitizenScreenViewModel.Fact;
import it.sportello.app.secondscreen.CitizenScreenViewModel.Page;
import it.sportello.app.secondscreen.CitizenScreenViewModel.Said;
import it.sportello.app.secondscreen.CitizenScreenViewModel.Weight;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** S66: what the citizen may read, in Italian and one more language, touched or driven by keys. */
public final class CitizenScreenView {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass CALM = PseudoClass.getPseudoClass("calm");
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    private static final String SPOKEN = "spoken-";
    private static final double UNITS_WIDE = 72;
    private static final double UNITS_HIGH = 42;
    private static final double UNITS_WIDE_UPRIGHT = 40;

    private final CitizenScreenViewModel model;
    private final Parent root;
    private boolean upright;

    @FXML
    private BorderPane screen;

    @FXML
    private FlowPane desk;

    @FXML
    private FlowPane operator;

    @FXML
    private VBox page;

    @FXML
    private Label title;

    @FXML
    private Label titleOther;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox content;

    @FXML
    private HBox answers;

    @FXML
    private Button yes;

    @FXML
    private Button no;

    @FXML
    private FlowPane languages;

    public CitizenScreenView(CitizenScreenViewModel model, Texts texts) {
        this.model = model;
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        for (CitizenLanguage language : CitizenLanguage.values()) {
            Button button = new Button(language.ownName());
            button.getStyleClass().addAll("language", SPOKEN + language.code());
            button.setOnAction(event -> model.speak(language));
            button.setAccessibleText(language.ownName());
            model.languageProperty().subscribe(spoken -> button.pseudoClassStateChanged(CHOSEN, spoken == language));
            languages.getChildren().add(button);
        }
        yes.setOnAction(event -> model.answer(true));
        no.setOnAction(event -> model.answer(false));
        answers.managedProperty().bind(answers.visibleProperty());
        model.deskProperty().subscribe(here -> showDesk());
        model.pageProperty().subscribe(this::show);
        screen.widthProperty().addListener((observed, before, after) -> fit());
        screen.heightProperty().addListener((observed, before, after) -> fit());
    }

    /** The nodes of the screen. */
    public Parent root() {
        return root;
    }

    private void fit() {
        boolean stands = screen.getWidth() < screen.getHeight();
        double unit = stands
                ? screen.getWidth() / UNITS_WIDE_UPRIGHT
                : Math.min(screen.getWidth() / UNITS_WIDE, screen.getHeight() / UNITS_HIGH);
        screen.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", Math.max(6, unit)));
        if (stands != upright) {
            upright = stands;
            show(model.pageProperty().get());
        }
    }

    private void showDesk() {
        Optional<CitizenScreenViewModel.Desk> here = model.deskProperty().get();
        heads(desk, here.map(at -> model.said("desk", Integer.toString(at.number()))));
        heads(operator, here.filter(at -> !at.badge().isEmpty()).map(at -> model.said("operator", at.badge())));
    }

    private void heads(Pane box, Optional<Said> said) {
        box.getChildren().clear();
        said.ifPresent(text -> both(box, text, "citizen-head-text", "citizen-head-other"));
    }

    private void show(Page next) {
        showDesk();
        stand(next);
        title.setText(next.title().italian());
        titleOther.setText(next.title().other());
        titleOther.setVisible(!next.title().other().isEmpty());
        titleOther.setManaged(titleOther.isVisible());
        spoken(titleOther);
        content.getChildren().clear();
        facts(next.facts());
        for (Said sentence : next.sentences()) {
            VBox box = new VBox();
            box.getStyleClass().add("citizen-said");
            both(box, sentence, "citizen-sentence", "citizen-other");
            content.getChildren().add(box);
        }
        scroll.setVvalue(0);
        answers.setVisible(next.choice().isPresent());
        if (next.choice().isPresent()) {
            answer(yes, model.said("consent.yes"));
            answer(no, model.said("consent.no"));
            no.requestFocus();
        }
    }

    /** A page that only says something has it in the middle, as large as a sign. */
    private void stand(Page next) {
        boolean calm = next.facts().isEmpty() && next.choice().isEmpty();
        page.pseudoClassStateChanged(CALM, calm);
        page.pseudoClassStateChanged(WIDE, !upright);
        VBox.setVgrow(scroll, calm ? Priority.NEVER : Priority.ALWAYS);
        scroll.setVisible(!calm || !next.sentences().isEmpty());
        scroll.setManaged(scroll.isVisible());
        // A scroll pane knows nothing of lines that wrap: in the middle it takes the height its sentences have.
        scroll.minHeightProperty().unbind();
        if (calm) {
            scroll.minHeightProperty().bind(content.heightProperty().add(2));
        } else {
            scroll.setMinHeight(Region.USE_COMPUTED_SIZE);
        }
    }

    /** What is plain stands side by side where the screen is wide enough. */
    private void facts(List<Fact> facts) {
        Optional<HBox> row = Optional.empty();
        for (Fact fact : facts) {
            boolean beside = !upright && (fact.weight() == Weight.PLAIN || fact.weight() == Weight.PLACE);
            VBox box = fact(fact);
            if (!beside) {
                row = Optional.empty();
                content.getChildren().add(box);
                continue;
            }
            if (fact.weight() == Weight.PLAIN) {
                box.setMinWidth(Region.USE_PREF_SIZE);
            }
            if (row.isEmpty()) {
                HBox next = new HBox();
                next.getStyleClass().add("citizen-row");
                content.getChildren().add(next);
                row = Optional.of(next);
            }
            row.get().getChildren().add(box);
        }
    }

    private VBox fact(Fact fact) {
        HBox names = new HBox();
        names.getStyleClass().add("citizen-names");
        both(names, fact.name(), "citizen-name", "citizen-name-other");
        VBox box = new VBox(names);
        both(
                box,
                fact.value(),
                switch (fact.weight()) {
                    case LARGEST -> "citizen-main";
                    case STRONG, PLAIN -> "citizen-value";
                    case PLACE -> "citizen-place";
                },
                "citizen-value-other");
        return box;
    }

    private void answer(Button button, Said said) {
        VBox words = new VBox();
        words.getStyleClass().add("citizen-answer-words");
        both(words, said, "citizen-answer-text", "citizen-answer-text");
        words.getChildren().forEach(text -> ((Label) text).setWrapText(false));
        button.setGraphic(words);
        button.setAccessibleText(said.italian());
    }

    private void both(Pane box, Said said, String italianStyle, String otherStyle) {
        box.getChildren().add(label(said.italian(), italianStyle));
        if (!said.other().isEmpty()) {
            Label other = label(said.other(), otherStyle);
            spoken(other);
            box.getChildren().add(other);
        }
    }

    /** The language of a text decides its font. */
    private void spoken(Label label) {
        label.getStyleClass().removeIf(style -> style.startsWith(SPOKEN));
        label.getStyleClass().add(SPOKEN + model.languageProperty().get().code());
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
