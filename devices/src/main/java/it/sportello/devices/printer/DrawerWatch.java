package it.sportello.devices.printer;

import it.sportello.devices.printer.DrawerPort.Sensor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is known of the drawer, and whether it was this desk that opened it. */
final class DrawerWatch {
    /** An opening later than this after the pulse was somebody's hand. */
    private static final Duration PULSE_COUNTS = Duration.ofSeconds(10);

    private final Sensor sensor;
    private final List<DrawerListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Boolean> open = Optional.empty();
    private volatile long pulsedAt = System.nanoTime() - PULSE_COUNTS.toNanos();

    DrawerWatch(Sensor sensor) {
        this.sensor = sensor;
    }

    void addListener(DrawerListener listener) {
        listeners.add(listener);
    }

    Optional<Boolean> open() {
        return open;
    }

    /** The pulse goes out now. */
    void pulsed() {
        pulsedAt = System.nanoTime();
    }

    /** What the printer said of itself; the first word only tells how it stands, not that it moved. */
    void seen(PrinterReport report) {
        if (sensor == Sensor.NONE) {
            return;
        }
        boolean now = report.drawerPinHigh() == (sensor == Sensor.HIGH_WHEN_OPEN);
        Optional<Boolean> before = open;
        open = Optional.of(now);
        if (before.isPresent() && before.get() != now) {
            boolean byUs = System.nanoTime() - pulsedAt < PULSE_COUNTS.toNanos();
            listeners.forEach(listener -> listener.drawerMoved(now, byUs));
        }
    }
}
