package it.sportello.app.tasks;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Texts;
import it.sportello.offlinecache.journal.OutboxItem;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** State of S54: everything not yet answered for good, oldest first. */
public final class OutboxViewModel {
    /** One operation in words. */
    public record Row(String what, String age, String lane, String state, String attempts) {}

    private final Frame frame;
    private final TaskDesk desk;
    private final Texts texts;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final BooleanBinding somethingToSend = Bindings.isNotEmpty(rows);

    public OutboxViewModel(Frame frame, TaskDesk desk, Texts texts) {
        this.frame = frame;
        this.desk = desk;
        this.texts = texts;
    }

    /** Whether trying again would send anything. */
    public ObservableBooleanValue somethingToSend() {
        return somethingToSend;
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public void refresh() {
        frame.background()
                .run(desk::pending)
                .onSuccess(
                        pending -> rows.setAll(pending.stream().map(this::row).toList()));
    }

    /** Tries everything at once. */
    public void tryNow() {
        frame.background().does(desk::tryNow).onSuccess(done -> {
            frame.messages().information(texts.get("outbox.trying"));
            refresh();
        });
    }

    private Row row(OutboxItem item) {
        String key = "operation." + item.type();
        Duration age = Duration.between(item.createdAt(), frame.clock().instant());
        return new Row(
                texts.has(key) ? texts.get(key) : item.type(),
                texts.get("outbox.age", Math.max(0, age.toMinutes())),
                item.lane(),
                texts.get("outbox.state." + item.state().name()),
                frame.words().count(item.attempts()));
    }
}
