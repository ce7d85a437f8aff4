package it.sportello.app.wiring;

import it.sportello.app.frame.Reading;
import it.sportello.devices.scanner.KeyInput;
import it.sportello.devices.scanner.ScanContent;
import it.sportello.devices.scanner.WedgeDecoder;
import it.sportello.devices.scanner.WedgeSettings;
import it.sportello.devices.scanner.WedgeVerdict;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/**
 * Tells a barcode reader that acts as a keyboard from a person, before any control sees the keys; what was a person goes
 * on to where it was going. Off in fields for secrets.
 */
public final class WedgeFilter {
    private static final Duration TICK = Duration.millis(20);

    private final Scene scene;
    private final WedgeDecoder<KeyEvent> decoder;
    private final Consumer<Reading> readings;
    private final LongSupplier nanos;
    private final Timeline ticks = new Timeline(new KeyFrame(TICK, event -> tick()));
    private boolean releasing;

    public WedgeFilter(Scene scene, WedgeSettings settings, Consumer<Reading> readings, LongSupplier nanos) {
        this.scene = scene;
        this.decoder = new WedgeDecoder<>(settings);
        this.readings = readings;
        this.nanos = nanos;
        ticks.setCycleCount(Animation.INDEFINITE);
    }

    /** Begins to listen, on the window itself: before every filter of its scene. */
    public void start() {
        scene.getWindow().addEventFilter(KeyEvent.ANY, this::filter);
        scene.getWindow().focusedProperty().subscribe(focused -> decoder.reset());
    }

    private void filter(KeyEvent event) {
        if (releasing || scene.getFocusOwner() instanceof PasswordField) {
            return;
        }
        WedgeVerdict<KeyEvent> verdict = decoder.accept(input(event), event);
        if (!(verdict instanceof WedgeVerdict.Pass)) {
            event.consume();
        }
        follow(verdict);
        if (decoder.isWaiting()) {
            ticks.play();
        }
    }

    private void tick() {
        decoder.tick(nanos.getAsLong()).ifPresent(this::follow);
        if (!decoder.isWaiting()) {
            ticks.stop();
        }
    }

    private void follow(WedgeVerdict<KeyEvent> verdict) {
        if (verdict instanceof WedgeVerdict.Release<KeyEvent>(List<KeyEvent> events)) {
            release(events);
        } else if (verdict instanceof WedgeVerdict.Read<KeyEvent> read) {
            readings.accept(new Reading.Code(ScanWords.text(ScanContent.classify(read.scan()))));
        }
    }

    private void release(List<KeyEvent> events) {
        releasing = true;
        try {
            for (KeyEvent event : events) {
                Node owner = scene.getFocusOwner();
                EventTarget target = owner == null ? scene : owner;
                Event.fireEvent(target, event.copyFor(event.getSource(), target));
            }
        } finally {
            releasing = false;
        }
    }

    private KeyInput input(KeyEvent event) {
        boolean typed = event.getEventType() == KeyEvent.KEY_TYPED;
        KeyInput.Kind kind = typed
                ? KeyInput.Kind.TYPED
                : event.getEventType() == KeyEvent.KEY_PRESSED ? KeyInput.Kind.PRESSED : KeyInput.Kind.RELEASED;
        return new KeyInput(
                kind,
                typed ? "" : event.getCode().name(),
                typed ? event.getCharacter() : "",
                event.isControlDown() || event.isAltDown() || event.isMetaDown(),
                nanos.getAsLong());
    }
}
