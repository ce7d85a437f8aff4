package it.sportello.app.virtual;

import it.sportello.app.frame.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One person of the sample: who, and what case she stands for. */
final class PersonaCell extends ListCell<SampleFile.Persona> {
    private final Texts texts;
    private final Label name = new Label();
    private final Label detail = new Label();
    private final VBox line = new VBox(name, detail);

    PersonaCell(Texts texts) {
        this.texts = texts;
        name.getStyleClass().add("text-strong");
        detail.getStyleClass().addAll("text-small", "text-quiet");
    }

    @Override
    protected void updateItem(SampleFile.@Nullable Persona persona, boolean empty) {
        super.updateItem(persona, empty);
        if (empty || persona == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.setText(texts.get("persona.name", persona.surname(), persona.names()));
        String role = texts.has("role." + persona.role()) ? texts.get("role." + persona.role()) : "";
        detail.setText(texts.get(
                "persona.detail",
                persona.code(),
                persona.prescriptions().size(),
                persona.bookings().size(),
                role));
        setGraphic(line);
        setAccessibleText(texts.get("persona.spoken", name.getText(), detail.getText()));
    }
}
