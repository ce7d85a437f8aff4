package it.sportello.app.booking;

import it.sportello.app.frame.Icons;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Shows a notice in place, or takes no room. */
final class NoticeBox {
    private NoticeBox() {}

    static void follow(VBox box, Label title, Label next, ObservableValue<Optional<Notice>> notice) {
        box.managedProperty().bind(box.visibleProperty());
        notice.subscribe(told -> show(box, title, next, told));
    }

    private static void show(VBox box, Label title, Label next, Optional<Notice> told) {
        box.setVisible(told.isPresent());
        told.ifPresent(notice -> {
            box.getStyleClass().removeIf(style -> style.startsWith("tone-"));
            box.getStyleClass().add(Icons.style(notice.tone()));
            title.setGraphic(Icons.of(notice.tone()));
            title.setText(notice.title());
            next.setText(notice.next());
            box.setAccessibleText(String.join(" ", notice.title(), notice.next()));
        });
    }
}
