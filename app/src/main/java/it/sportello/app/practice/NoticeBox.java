package it.sportello.app.practice;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Icons;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** Shows a notice in its place and announces it to screen readers without taking the focus. */
final class NoticeBox {
    private final Pane box;
    private final Label title;
    private final Label next;

    NoticeBox(Pane box, Label title, Label next) {
        this.box = box;
        this.title = title;
        this.next = next;
    }

    void show(Optional<Notice> notice) {
        box.setVisible(notice.isPresent());
        box.setManaged(notice.isPresent());
        notice.ifPresent(this::fill);
    }

    private void fill(Notice notice) {
        for (Tone tone : Tone.values()) {
            box.getStyleClass().remove(Icons.style(tone));
        }
        box.getStyleClass().add(Icons.style(notice.tone()));
        title.setText(notice.title());
        title.setGraphic(Icons.of(notice.tone()));
        next.setText(notice.next());
        next.setVisible(!notice.next().isEmpty());
        next.setManaged(!notice.next().isEmpty());
        title.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
