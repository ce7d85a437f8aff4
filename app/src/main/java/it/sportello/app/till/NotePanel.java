package it.sportello.app.till;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.EnterKey;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.Texts;
import it.sportello.devices.detector.DetectorTexts;
import it.sportello.devices.detector.NoteVerdict;
import it.sportello.domain.till.Denomination;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/**
 * The notes judged for the basket: how many are genuine and what they come to, how many are not, what to do about a
 * suspect one, and the form for a verdict by hand (S21).
 */
final class NotePanel {
    private final NotePanelModel model;
    private final Texts texts;
    private final ResourceBundle verdicts = DetectorTexts.bundle(Locale.ITALIAN);
    private final Acts acts;
    private final ComboBox<NoteVerdict> verdict = new ComboBox<>();
    private final ComboBox<Optional<Denomination>> note = new ComboBox<>();
    private final TextField noteSerial = new TextField();
    private final FlowPane chips = new FlowPane();
    private final Button use;
    private final VBox node = new VBox();

    /** What the buttons of the panel do beyond it. */
    interface Acts {
        /** The sum of the genuine notes becomes what was received. */
        void useSum();

        /** The form of a suspect note is made. */
        void form();

        /** The entry is over: the focus goes back to the basket. */
        void entered();
    }

    NotePanel(NotePanelModel model, Acts acts, Texts texts) {
        this.model = model;
        this.acts = acts;
        this.texts = texts;
        this.use = button("", acts::useSum);
        Label title = label("notes.title", "section-title");
        chips.getStyleClass().addAll("gap-8");
        FlowPane verbs = new FlowPane(use, entry());
        verbs.getStyleClass().add("gap-8");
        node.getChildren()
                .addAll(title, chips, label("notes.rule", "text-small", "text-quiet"), suspect(), verbs, form());
        node.getStyleClass().addAll("card", "gap-8");
        node.setId("notes");
        model.summaryProperty().subscribe(this::show);
    }

    Node node() {
        return node;
    }

    /** Whether the panel says anything here: something judges notes, or something was judged or is being entered. */
    boolean isWanted() {
        return model.hasDevices()
                || !model.summaryProperty().get().isNothing()
                || model.enteringProperty().get();
    }

    private void show(NotePanelModel.Summary now) {
        List<Node> shown = new ArrayList<>();
        if (now.genuine() > 0) {
            shown.add(Icons.chip(Tone.GOOD, model.genuine()));
        }
        chip(shown, Tone.DANGER, "notes.suspect", now.suspect());
        chip(shown, Tone.ATTENTION, "notes.rejected", now.rejected());
        chip(shown, Tone.INFORMATION, "notes.unknown", now.unknown());
        if (shown.isEmpty()) {
            shown.add(label("notes.none", "text-quiet"));
        }
        chips.getChildren().setAll(shown);
        use.setText(model.offer());
        only(use, now.amount().isPositive());
    }

    private void chip(List<Node> shown, Tone tone, String key, int count) {
        if (count > 0) {
            shown.add(Icons.chip(tone, texts.get(key, count)));
        }
    }

    private Button entry() {
        Button enter = button("notes.enter", () -> begin(NoteVerdict.GENUINE));
        model.enteringProperty().subscribe(entering -> only(enter, !entering));
        return enter;
    }

    /** Shows the form for a suspect note, and goes into it. */
    void beginSuspect() {
        begin(NoteVerdict.SUSPECT);
    }

    /** Shows the form with a verdict to begin with, and goes into it. */
    private void begin(NoteVerdict first) {
        model.beginEntry(first);
        (first == NoteVerdict.SUSPECT ? note : verdict).requestFocus();
    }

    private VBox suspect() {
        Label title = label("notes.suspect.title", "section-title");
        title.setGraphic(Icons.of(Tone.ATTENTION));
        Button form = button("notes.form", acts::form);
        VBox box = new VBox(title, label("notes.suspect.what"), label("notes.suspect.person"), form);
        box.getStyleClass().addAll("notice", Icons.style(Tone.ATTENTION), "gap-8");
        model.summaryProperty().subscribe(now -> only(box, now.suspect() > 0));
        return box;
    }

    private VBox form() {
        verdict.setId("noteVerdict");
        fill(verdict, List.of(NoteVerdict.values()), this::name);
        verdict.valueProperty().bindBidirectional(model.verdictProperty());
        List<Optional<Denomination>> kinds = new ArrayList<>();
        for (Denomination each : Denomination.values()) {
            if (each.isNote()) {
                kinds.add(0, Optional.of(each));
            }
        }
        kinds.add(Optional.empty());
        note.setId("noteKind");
        fill(note, kinds, model::name);
        note.valueProperty().bindBidirectional(model.noteProperty());
        noteSerial.setId("noteSerial");
        noteSerial.setPrefColumnCount(14);
        noteSerial.setMaxWidth(Region.USE_PREF_SIZE);
        noteSerial.textProperty().bindBidirectional(model.noteSerialProperty());
        EnterKey.on(verdict, note::requestFocus);
        EnterKey.on(note, noteSerial::requestFocus);
        EnterKey.on(noteSerial, this::enter);
        HelpText.set(verdict, texts.get("notes.verdict.help"));
        HelpText.set(note, texts.get("notes.note.help"));
        HelpText.set(noteSerial, texts.get("notes.serial.help"));
        Label wrong = new Label();
        wrong.textProperty().bind(model.errorProperty());
        wrong.getStyleClass().add("field-error");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        model.errorProperty().subscribe(now -> only(wrong, !now.isEmpty()));
        FlowPane fields = new FlowPane(
                field("notes.verdict", verdict), field("notes.note", note), field("notes.serial", noteSerial));
        fields.getStyleClass().add("gap-8");
        FlowPane verbs = new FlowPane(button("notes.keep", this::enter), button("notes.cancel", this::giveUp));
        verbs.getStyleClass().add("gap-8");
        VBox box = new VBox(fields, wrong, verbs);
        box.getStyleClass().add("gap-8");
        model.enteringProperty().subscribe(entering -> only(box, entering));
        return box;
    }

    private void enter() {
        if (model.enter()) {
            acts.entered();
        } else {
            (model.noteProperty().get().isEmpty() ? note : noteSerial).requestFocus();
        }
    }

    /** Leaves the form as if it had not been opened. */
    void giveUp() {
        model.giveUpEntry();
        acts.entered();
    }

    private String name(NoteVerdict one) {
        return verdicts.getString("verdict." + one.name());
    }

    /** A digit chooses the line of that number. */
    private static <T> void fill(ComboBox<T> box, List<T> lines, Function<T, String> name) {
        box.setItems(FXCollections.observableArrayList(lines));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T line) {
                return line == null ? "" : name.apply(line);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        box.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            String typed = event.getCharacter();
            int line = typed.matches("[1-9]") ? Integer.parseInt(typed) : 0;
            if (line > 0 && line <= lines.size()) {
                box.getSelectionModel().select(line - 1);
                event.consume();
            }
        });
    }

    private VBox field(String key, Node control) {
        Label above = label(key, "field-label");
        above.setLabelFor(control);
        control.setAccessibleText(texts.get(key));
        return new VBox(above, control);
    }

    private static void only(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private Label label(String key, String... styles) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(key.isEmpty() ? "" : texts.get(key));
        button.setMnemonicParsing(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
