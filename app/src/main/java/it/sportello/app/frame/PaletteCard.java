package it.sportello.app.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The command palette (S65): type Italian words, Enter does it; the key stands beside, which is how it is learnt. */
final class PaletteCard {
    private static final int ROWS = 9;

    private final Overlay overlay;
    private final Actions actions;
    private final KeyMap map;
    private final Texts texts;

    PaletteCard(Overlay overlay, Actions actions, KeyMap map, Texts texts) {
        this.overlay = overlay;
        this.actions = actions;
        this.map = map;
        this.texts = texts;
    }

    void open() {
        List<Palette.Entry> entries = entries();
        TextField words = new TextField();
        words.setPromptText(texts.get("palette.prompt"));
        words.setAccessibleText(texts.get("palette.title"));
        ListView<Palette.Entry> found = new ListView<>();
        found.setFocusTraversable(false);
        found.setAccessibleText(texts.get("palette.found"));
        found.setPlaceholder(Overlay.wrapped(texts.get("palette.nothing"), "text-quiet"));
        found.setCellFactory(list -> new EntryCell(texts));
        Label title = new Label(texts.get("palette.title"));
        title.getStyleClass().add("section-title");
        VBox card = new VBox(title, words, found);
        card.getStyleClass().addAll("dialog-card", "palette");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        found.prefHeightProperty().bind(title.heightProperty().multiply(ROWS * 1.7));
        Overlay.Layer[] self = new Overlay.Layer[1];
        Runnable choose = () -> choose(found, self[0]);
        words.textProperty().subscribe(typed -> {
            found.getItems().setAll(Palette.find(entries, typed));
            found.getSelectionModel().selectFirst();
        });
        words.addEventFilter(KeyEvent.KEY_PRESSED, event -> move(event, found));
        found.setOnMouseClicked(event -> choose.run());
        self[0] = new Overlay.Layer(card, words, Optional.of(choose)).givingWay();
        overlay.add(self[0]);
    }

    private List<Palette.Entry> entries() {
        List<Palette.Entry> entries = new ArrayList<>();
        for (KeyAction action : actions.now()) {
            if (!action.isEnabled() && action.whyDisabled().getValue().isEmpty()) {
                continue;
            }
            String more = action.verb()
                    .map(verb -> verb.textKey() + ".words")
                    .filter(texts::has)
                    .map(texts::get)
                    .orElse("");
            entries.add(new Palette.Entry(
                    actions.nameOf(action), more, action.verb().map(map::chordOf), action));
        }
        return entries;
    }

    private void choose(ListView<Palette.Entry> found, Overlay.Layer layer) {
        Palette.Entry entry = found.getSelectionModel().getSelectedItem();
        if (entry == null) {
            return;
        }
        if (entry.action().isEnabled()) {
            overlay.close(layer);
            entry.action().fire();
        }
    }

    private static void move(KeyEvent event, ListView<?> found) {
        if (event.getCode() == KeyCode.DOWN) {
            found.getSelectionModel().selectNext();
        } else if (event.getCode() == KeyCode.UP) {
            found.getSelectionModel().selectPrevious();
        } else {
            return;
        }
        found.scrollTo(found.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    private static final class EntryCell extends ListCell<Palette.Entry> {
        private final Texts texts;
        private final Label name = new Label();
        private final Label why = new Label();
        private final Label cap = new Label();
        private final HBox row = new HBox();

        EntryCell(Texts texts) {
            this.texts = texts;
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            why.getStyleClass().addAll("text-quiet", "text-small");
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(USE_PREF_SIZE);
            row.getStyleClass().add("gap-12");
            row.getChildren().addAll(name, why, space, cap);
        }

        @Override
        protected void updateItem(Palette.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            name.setText(entry.name());
            why.setText(
                    entry.action().isEnabled()
                            ? ""
                            : entry.action().whyDisabled().getValue());
            cap.setText(entry.chord().map(KeyChord::shown).orElse(""));
            cap.setVisible(entry.chord().isPresent());
            setGraphic(row);
            setAccessibleText(texts.get("palette.entry", entry.name(), cap.getText()));
        }
    }
}
