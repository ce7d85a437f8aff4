package it.sportello.app.frame;

import it.sportello.app.frame.Citizen.Tone;
import java.time.Duration;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** How the desk stands: line, what is unsent, age of the data, devices, prints, tasks, waits, version. */
final class StatusBar {
    private static final Duration OLD_UNSENT = Duration.ofMinutes(15);

    private final DeskState state;
    private final Texts texts;
    private final FlowPane node = new FlowPane();

    StatusBar(DeskState state, Texts texts) {
        this.state = state;
        this.texts = texts;
        node.getStyleClass().add("status-bar");
        state.lineProperty().subscribe(this::show);
        state.unsentProperty().subscribe(this::show);
        state.oldestUnsentProperty().subscribe(this::show);
        state.cacheAgeProperty().subscribe(this::show);
        state.printQueueProperty().subscribe(this::show);
        state.tasksProperty().subscribe(this::show);
        state.longestWaitProperty().subscribe(this::show);
        state.waitToneProperty().subscribe(this::show);
        state.versionProperty().subscribe(this::show);
        state.lamps().addListener((ListChangeListener<Lamp>) change -> show());
        show();
    }

    Parent node() {
        return node;
    }

    private void show() {
        node.getChildren().setAll(line(), outbox());
        state.cacheAgeProperty().get().ifPresent(age -> add(Tone.NEUTRAL, texts.get("status.cache", minutes(age)), ""));
        state.lamps()
                .forEach(lamp -> add(lamp.tone(), texts.get("status.lamp", lamp.label(), lamp.state()), lamp.detail()));
        if (state.printQueueProperty().get() > 0) {
            node.getChildren()
                    .add(plain(
                            Feather.PRINTER,
                            texts.get(
                                    "status.prints", state.printQueueProperty().get())));
        }
        node.getChildren()
                .add(plain(
                        Feather.INBOX,
                        texts.get("status.tasks", state.tasksProperty().get())));
        state.longestWaitProperty()
                .get()
                .ifPresent(wait -> add(state.waitToneProperty().get(), texts.get("status.wait", minutes(wait)), ""));
        node.getChildren()
                .add(plain(
                        Feather.TAG,
                        texts.get("status.version", state.versionProperty().get())));
    }

    private Node line() {
        return switch (state.lineProperty().get()) {
            case ONLINE -> item(Tone.GOOD, texts.get("status.line.online"), "");
            case OFFLINE ->
                item(Tone.ATTENTION, texts.get("status.line.offline"), texts.get("status.line.offline.detail"));
            case UNKNOWN -> item(Tone.NEUTRAL, texts.get("status.line.unknown"), "");
        };
    }

    private Node outbox() {
        int unsent = state.unsentProperty().get();
        Optional<Duration> oldest = state.oldestUnsentProperty().get().filter(age -> unsent > 0);
        boolean late = oldest.filter(age -> age.compareTo(OLD_UNSENT) > 0).isPresent()
                && state.lineProperty().get() == DeskState.Line.ONLINE;
        if (late) {
            return item(Tone.DANGER, texts.get("status.unsent.late", unsent, minutes(oldest.orElseThrow())), "");
        }
        return unsent == 0
                ? plain(Feather.SEND, texts.get("status.unsent.none"))
                : item(Tone.INFORMATION, texts.get("status.unsent", unsent), "");
    }

    private String minutes(Duration duration) {
        return duration.toHours() >= 1
                ? texts.get("hours", duration.toHours(), duration.toMinutesPart())
                : texts.get("minutes", Math.max(0, duration.toMinutes()));
    }

    private void add(Tone tone, String text, String detail) {
        node.getChildren().add(item(tone, text, detail));
    }

    private static Label plain(Feather icon, String text) {
        Label label = new Label(text, Icons.of(icon));
        label.getStyleClass().add("text-quiet");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label item(Tone tone, String text, String detail) {
        Label label = new Label(text, Icons.of(tone));
        label.getStyleClass().addAll("toned", Icons.style(tone));
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (!detail.isEmpty()) {
            label.setTooltip(new Tooltip(detail));
            label.setAccessibleHelp(detail);
        }
        return label;
    }
}
