package it.sportello.app.practice;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An exemption that the person holds: code, description, period and source. */
final class HeldCell extends WrappingCell<HeldRow> {
    private final Texts texts;
    private final Label code = new Label();
    private final Label state = Icons.chip(Tone.NEUTRAL, "");
    private final Label description = new Label();
    private final Label period = new Label();
    private final VBox row;

    HeldCell(Texts texts) {
        this.texts = texts;
        code.getStyleClass().addAll("text-strong", "text-large");
        description.setWrapText(true);
        period.getStyleClass().addAll("text-quiet", "text-small");
        period.setWrapText(true);
        FlowPane first = new FlowPane(code, state);
        first.getStyleClass().add("gap-8");
        row = new VBox(first, description, period);
        row.getStyleClass().addAll("gap-4", "pad-8");
    }

    @Override
    Region row() {
        return row;
    }

    @Override
    String fill(HeldRow held) {
        code.setText(held.code());
        Icons.tone(
                state,
                held.valid() ? Tone.GOOD : Tone.NEUTRAL,
                texts.get(held.valid() ? "held.valid" : "held.notValid"));
        description.setText(held.description());
        period.setText(texts.get("held.detail", held.period(), held.source()));
        return held.spoken();
    }
}
