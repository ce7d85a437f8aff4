package it.sportello.app.preferences;

import it.sportello.app.frame.EnterKey;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.SecondScreenUse;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Theme;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.fxml.FXML;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/** S62: text size, theme, motion, sounds, second screen, keys. */
public final class PreferencesView implements Screen {
    private static final int STEP = 25;

    private final PreferencesViewModel model;
    private final Texts texts;
    private final Function<Theme, String> themeNames;
    private final Parent root;

    @FXML
    private Label sizeLabel;

    @FXML
    private ChoiceBox<Integer> size;

    @FXML
    private Label themeLabel;

    @FXML
    private ChoiceBox<Theme> theme;

    @FXML
    private CheckBox motion;

    @FXML
    private CheckBox sounds;

    @FXML
    private Label secondLabel;

    @FXML
    private ChoiceBox<SecondScreenUse> second;

    @FXML
    private TableView<PreferencesViewModel.KeyRow> keys;

    @FXML
    private TableColumn<PreferencesViewModel.KeyRow, String> verbColumn;

    @FXML
    private TableColumn<PreferencesViewModel.KeyRow, String> chordColumn;

    @FXML
    private Label chordLabel;

    @FXML
    private TextField chord;

    @FXML
    private Button change;

    @FXML
    private Button reset;

    @FXML
    private Button print;

    public PreferencesView(PreferencesViewModel model, Texts texts, Function<Theme, String> themeNames) {
        this.model = model;
        this.texts = texts;
        this.themeNames = themeNames;
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        Look look = model.look();
        sizeLabel.setLabelFor(size);
        themeLabel.setLabelFor(theme);
        chordLabel.setLabelFor(chord);
        for (int percent = Look.SMALLEST_TEXT; percent <= Look.LARGEST_TEXT; percent += STEP) {
            size.getItems().add(percent);
        }
        size.setConverter(new Names<>(percent -> texts.get("size.percent", percent)));
        size.setValue(look.textPercent());
        size.valueProperty()
                .addListener(
                        (observed, before, after) -> model.change(model.look().withTextPercent(after)));
        theme.getItems().setAll(Theme.values());
        theme.setConverter(new Names<>(themeNames));
        theme.setValue(look.theme());
        theme.valueProperty()
                .addListener(
                        (observed, before, after) -> model.change(model.look().withTheme(after)));
        motion.setSelected(look.reducedMotion());
        motion.selectedProperty()
                .addListener(
                        (observed, before, after) -> model.change(model.look().withReducedMotion(after)));
        sounds.setSelected(look.sounds());
        sounds.selectedProperty()
                .addListener(
                        (observed, before, after) -> model.change(model.look().withSounds(after)));
        secondLabel.setLabelFor(second);
        second.getItems().setAll(SecondScreenUse.values());
        second.setConverter(new Names<>(use -> texts.get("second." + use.name())));
        second.setValue(look.secondScreen());
        second.valueProperty()
                .addListener(
                        (observed, before, after) -> model.change(model.look().withSecondScreen(after)));
        initializeKeys();
    }

    private void initializeKeys() {
        verbColumn.setCellValueFactory(
                row -> new SimpleStringProperty(row.getValue().name()));
        chordColumn.setCellValueFactory(
                row -> new SimpleStringProperty(row.getValue().chord()));
        keys.setItems(model.rows());
        keys.getSelectionModel().selectedItemProperty().addListener((observed, before, after) -> {
            if (after != null) {
                chord.setText(after.chord());
            }
        });
        EnterKey.on(keys, chord::requestFocus);
        change.setOnAction(event -> remap());
        reset.setOnAction(event -> model.resetKeys());
        print.setOnAction(event -> printKeys());
    }

    private void remap() {
        PreferencesViewModel.KeyRow row = keys.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.remap(row.verb(), chord.getText());
        }
    }

    // The system's own dialog chooses the printer; without one there is nothing to choose.
    private void printKeys() {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job != null && job.showPrintDialog(root.getScene().getWindow()) && job.printPage(keys)) {
            job.endJob();
        }
    }

    @Override
    public String id() {
        return "S62";
    }

    @Override
    public String title() {
        return texts.get("preferences.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(size);
    }

    @Override
    public String help() {
        return texts.get("preferences.help");
    }

    private static final class Names<T> extends StringConverter<T> {
        private final Function<T, String> names;

        Names(Function<T, String> names) {
            this.names = names;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : names.apply(value);
        }

        @Override
        public T fromString(String name) {
            throw new UnsupportedOperationException("chosen, not typed");
        }
    }
}
