package it.sportello.app.frame;

import it.sportello.app.frame.Citizen.Tone;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** Shows a notice in its place, or takes no room; screen readers hear of it and the focus stays where it is. */
public final class NoticeBox {
    private final Pane box;
    private final Label title;
    private final Label next;

    private NoticeBox(Pane box, Label title, Label next) {
        this.box = box;
        this.title = title;
        this.next = next;
    }

    /** From now on the box shows what the notice says. */
    public static void follow(Pane box, Label title, Label next, ObservableValue<Optional<Notice>> notice) {
        NoticeBox shown = new NoticeBox(box, title, next);
        notice.subscribe(shown::show);
    }

    private void show(Optional<Notice> told) {
        box.setVisible(told.isPresent());
        box.setManaged(told.isPresent());
        told.ifPresent(this::fill);
    }

    private void fill(Notice told) {
        for (Tone tone : Tone.values()) {
            box.getStyleClass().remove(Icons.style(tone));
        }
        box.getStyleClass().add(Icons.style(told.tone()));
        box.setAccessibleText(String.join(" ", told.title(), told.next()));
        title.setText(told.title());
        title.setGraphic(Icons.of(told.tone()));
        next.setText(told.next());
        next.setVisible(!told.next().isEmpty());
        next.setManaged(!told.next().isEmpty());
        title.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
