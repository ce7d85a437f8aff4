package it.sportello.devices;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Holds the present status of one device and tells its listeners each change, once, in order. */
public final class StatusBoard {
    private final InstantSource clock;
    private final List<DeviceListener> listeners = new CopyOnWriteArrayList<>();
    private DeviceStatus status;
    private boolean ended;

    public StatusBoard(DeviceKind kind, String id, InstantSource clock) {
        this.clock = clock;
        this.status = DeviceStatus.initial(kind, id, clock.instant());
    }

    public synchronized DeviceStatus status() {
        return status;
    }

    public synchronized void addListener(DeviceListener listener) {
        listeners.add(listener);
        listener.statusChanged(status);
    }

    public void removeListener(DeviceListener listener) {
        listeners.remove(listener);
    }

    public synchronized void become(DeviceState state, String code, String... details) {
        publish(status.become(state, code, List.of(details), clock.instant()));
    }

    public synchronized void busy(boolean busy) {
        publish(status.withBusy(busy));
    }

    /** The last word on a device that is put away: whatever its driver still meets changes it no more. */
    public synchronized void end(DeviceState state, String code) {
        become(state, code);
        ended = true;
    }

    private void publish(DeviceStatus next) {
        if (ended || next.equals(status)) {
            return;
        }
        status = next;
        for (DeviceListener listener : listeners) {
            listener.statusChanged(next);
        }
    }
}
