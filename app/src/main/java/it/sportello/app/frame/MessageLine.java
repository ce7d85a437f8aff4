package it.sportello.app.frame;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Messages.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Label;

/** Shows the latest announcement and reads it to screen readers; calm ones go away by themselves. */
final class MessageLine {
    private static final Duration CALM = Duration.ofSeconds(12);

    private final Messages messages;
    private final Clock clock;
    private final Label node = new Label();

    MessageLine(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
        node.getStyleClass().addAll("message", Icons.style(Tone.NEUTRAL));
        node.setWrapText(true);
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        messages.latestProperty().subscribe(latest -> show(latest));
    }

    Parent node() {
        return node;
    }

    void tick() {
        messages.latestProperty()
                .get()
                .filter(message -> message.tone() == Tone.GOOD || message.tone() == Tone.INFORMATION)
                .filter(message -> message.at().plus(CALM).isBefore(clock.instant()))
                .ifPresent(message -> messages.clear());
    }

    private void show(Optional<Message> message) {
        node.setVisible(message.isPresent());
        message.ifPresent(shown -> {
            Icons.tone(node, shown.tone(), shown.text());
            node.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
        if (message.isEmpty()) {
            node.setText("");
        }
    }
}
