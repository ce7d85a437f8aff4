package it.sportello.app.virtual;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.Texts;
import it.sportello.devices.twin.Twin;
import it.sportello.devices.twin.TwinFault;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.util.StringConverter;

/** Faults on demand, on the line of any twin. */
final class FaultPane {
    private static final int MOST = 20;

    private final List<Named> twins;
    private final Background background;
    private final Texts texts;
    private final PaneParts parts;
    private final ComboBox<Named> device = new ComboBox<>();
    private final ComboBox<TwinFault> fault = new ComboBox<>();
    private final Spinner<Integer> count = new Spinner<>(1, MOST, 1);
    private final Label told;

    /**
     * A twin and the name people give it.
     *
     * @param key of its name
     */
    record Named(String key, Twin twin) {}

    FaultPane(List<Named> twins, Background background, Texts texts) {
        this.twins = List.copyOf(twins);
        this.background = background;
        this.texts = texts;
        this.parts = new PaneParts(texts);
        this.told = parts.note(texts.get("fault.none"));
        told.setId("fault.told");
    }

    Node root() {
        device.getItems().setAll(twins);
        device.setConverter(names(one -> texts.get(one.key())));
        device.getSelectionModel().selectFirst();
        fault.getItems().setAll(TwinFault.values());
        fault.setConverter(names(one -> texts.get("fault." + one.name())));
        fault.getSelectionModel().selectFirst();
        return PaneParts.column(
                parts.heading("faults"),
                parts.field("fault.device", device),
                parts.field("fault.kind", fault),
                parts.field("fault.count", count),
                PaneParts.row(parts.button("fault.plan", this::plan), parts.button("fault.heal", () -> {
                    twin().wire().heal();
                    tell("fault.healed");
                })),
                PaneParts.row(
                        parts.button("line.drop", () -> acts(twin()::drop, "line.dropped")),
                        parts.button("line.unplug", () -> acts(twin()::unplug, "line.unplugged")),
                        parts.button("line.plug", () -> acts(twin()::plugIn, "line.plugged"))),
                told);
    }

    private static <T> StringConverter<T> names(java.util.function.Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T one) {
                return one == null ? "" : name.apply(one);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        };
    }

    private Twin twin() {
        return device.getValue().twin();
    }

    private void plan() {
        twin().wire().script(Collections.nCopies(count.getValue(), fault.getValue()));
        told.setText(texts.get(
                "fault.planned",
                texts.get(device.getValue().key()),
                texts.get("fault." + fault.getValue().name()),
                twin().wire().pending()));
    }

    /** A plug may have to wait for its place. */
    private void acts(Runnable act, String key) {
        background.does(act::run).onSuccess(done -> tell(key)).onFailure(failed -> tell("line.failed"));
    }

    private void tell(String key) {
        told.setText(texts.get(key, texts.get(device.getValue().key())));
    }
}
