package it.sportello.app.wiring;

import it.sportello.app.frame.Reading;
import it.sportello.devices.scanner.DuplicateFilter;
import it.sportello.devices.scanner.KeyInput;
import it.sportello.devices.scanner.RawScan;
import it.sportello.devices.scanner.Scan;
import it.sportello.devices.scanner.ScanContent;
import it.sportello.devices.scanner.WedgeDecoder;
import it.sportello.devices.scanner.WedgeSettings;
import it.sportello.devices.scanner.WedgeVerdict;
import java.util.List;
import java.util.Optional;
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
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * Tells a barcode reader that acts as a keyboard from a person, in every window of the workstation, before any control
 * sees the keys; what was a person goes on to where it was going. In a field for secrets nothing is ever held back, and no
 * reading stays in it.
 */
public final class WedgeFilter implements AutoCloseable {
    private static final Duration TICK = Duration.millis(20);
    /** After so long a step the window's thread was busy: keys are still on their way, and no pause was heard. */
    private static final long STALL_NANOS = 100_000_000;

    /** Where readings go. */
    public interface Ears {
        void read(Reading reading);

        /** A code was read while a secret was asked for, and was thrown away. */
        void discarded();
    }

    /** A key event with the window that has the keyboard, for when it must be sent on. */
    private record Key(KeyEvent event, Window window) {}

    private final WedgeSettings settings;
    private final WedgeDecoder<Key> decoder;
    private final DuplicateFilter duplicates = new DuplicateFilter(WedgeSettings.DUPLICATES);
    private final SecretBurst secrets = new SecretBurst();
    private final Ears ears;
    private final LongSupplier nanos;
    private final WindowWatch windows;
    private final Timeline ticks = new Timeline(new KeyFrame(TICK, event -> tick()));
    private boolean releasing;
    private boolean announcedInSecret;
    private long lastTick;

    /**
     * A filter for the windows of one workstation.
     *
     * @param main its own window: what belongs to another workstation is left alone
     * @param nanos a clock that never goes back
     */
    public WedgeFilter(Window main, WedgeSettings settings, Ears ears, LongSupplier nanos) {
        this.settings = settings;
        this.decoder = new WedgeDecoder<>(settings);
        this.ears = ears;
        this.nanos = nanos;
        this.windows = new WindowWatch(main, this::filter);
        ticks.setCycleCount(Animation.INDEFINITE);
    }

    /** A filter that keeps to itself what it throws away. */
    public WedgeFilter(Scene scene, WedgeSettings settings, Consumer<Reading> readings, LongSupplier nanos) {
        this(
                scene.getWindow(),
                settings,
                new Ears() {
                    @Override
                    public void read(Reading reading) {
                        readings.accept(reading);
                    }

                    @Override
                    public void discarded() {
                        // Nobody wants to know.
                    }
                },
                nanos);
    }

    /** Begins to listen, on the windows themselves: before every filter of their scenes. */
    public void start() {
        windows.start();
    }

    @Override
    public void close() {
        windows.close();
        ticks.stop();
    }

    private void filter(KeyEvent event, Window window) {
        if (releasing || event.isConsumed()) {
            return;
        }
        Optional<PasswordField> secret = secret(window);
        if (secret.isPresent() && !settings.hasPrefix() && !decoder.isBusy(nanos.getAsLong())) {
            inSecret(event, secret.get());
            return;
        }
        boolean wasWaiting = decoder.isWaiting();
        WedgeVerdict<Key> verdict = decoder.accept(input(event), new Key(event, WindowWatch.keyboardOf(window)));
        if (!wasWaiting) {
            announcedInSecret = secret.isPresent();
        }
        if (!(verdict instanceof WedgeVerdict.Pass)) {
            event.consume();
        }
        follow(verdict, announcedInSecret || secret.isPresent());
        waitOn();
    }

    /** Characters pass; a burst that was a reading beyond doubt is taken out again, and its end does not fire. */
    private void inSecret(KeyEvent event, PasswordField field) {
        secrets.accept(input(event), field).ifPresent(raw -> {
            event.consume();
            decoder.swallowTail(nanos.getAsLong());
            heard(raw, true);
        });
        waitOn();
    }

    private void waitOn() {
        if (decoder.isWaiting() && ticks.getStatus() != Animation.Status.RUNNING) {
            lastTick = nanos.getAsLong();
            ticks.play();
        }
    }

    private void tick() {
        long now = nanos.getAsLong();
        boolean stalled = now - lastTick > STALL_NANOS;
        lastTick = now;
        if (stalled) {
            return;
        }
        if (windows.isKeyboardElsewhere(now)) {
            decoder.reset();
        }
        decoder.tick(now).ifPresent(verdict -> follow(verdict, announcedInSecret));
        if (!decoder.isWaiting()) {
            ticks.stop();
        }
    }

    private void follow(WedgeVerdict<Key> verdict, boolean inSecret) {
        if (verdict instanceof WedgeVerdict.Release<Key>(List<Key> keys)) {
            release(keys);
        } else if (verdict instanceof WedgeVerdict.Read<Key>(RawScan scan)) {
            heard(scan, inSecret && settings.hasPrefix());
        }
    }

    /** While a secret is asked for, only a badge says something: who is about to sign in. */
    private void heard(RawScan raw, boolean inSecret) {
        if (!duplicates.isNew(raw, nanos.getAsLong())) {
            return;
        }
        Scan scan = ScanContent.classify(raw);
        if (!inSecret || scan instanceof Scan.BadgeScan) {
            ears.read(new Reading.Code(scan));
        } else {
            ears.discarded();
        }
    }

    private void release(List<Key> keys) {
        releasing = true;
        try {
            for (Key key : keys) {
                Scene scene = key.window().getScene();
                if (scene != null) {
                    Node owner = scene.getFocusOwner();
                    EventTarget target = owner == null ? scene : owner;
                    Event.fireEvent(target, key.event().copyFor(key.event().getSource(), target));
                }
            }
        } finally {
            releasing = false;
        }
    }

    private static Optional<PasswordField> secret(Window window) {
        Scene scene = WindowWatch.keyboardOf(window).getScene();
        return scene != null && scene.getFocusOwner() instanceof PasswordField field
                ? Optional.of(field)
                : Optional.empty();
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
                // Ctrl and Alt together are AltGr, which types brackets on an Italian keyboard and is no chord.
                event.isMetaDown() || event.isControlDown() != event.isAltDown(),
                nanos.getAsLong());
    }
}
