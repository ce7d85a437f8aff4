package it.sportello.app.desk;

import it.sportello.api.Queues;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A wait with shape, words and colour. */
final class WaitCell extends TableCell<Queues.Entry, Queues.Entry> {
    private final Function<Queues.Entry, ? extends Node> chip;

    WaitCell(Function<Queues.Entry, ? extends Node> chip) {
        this.chip = chip;
    }

    @Override
    protected void updateItem(Queues.@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        setGraphic(empty || entry == null ? null : chip.apply(entry));
    }
}
