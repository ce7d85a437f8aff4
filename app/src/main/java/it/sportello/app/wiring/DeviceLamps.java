package it.sportello.app.wiring;

import it.sportello.app.frame.Lamp;
import it.sportello.devices.DeviceStatus;
import javafx.collections.ObservableList;

/** Puts the states of the devices into lamps. */
public final class DeviceLamps {
    private final DeviceWords words = new DeviceWords();
    private final ObservableList<Lamp> lamps;

    /** @param lamps the lamps of the status bar, changed on the window's thread */
    public DeviceLamps(ObservableList<Lamp> lamps) {
        this.lamps = lamps;
    }

    /** A device changed; called on the window's thread. The lamp keeps its place. */
    public void show(DeviceStatus status) {
        Lamp lamp = lamp(status);
        for (int i = 0; i < lamps.size(); i++) {
            if (lamps.get(i).id().equals(lamp.id())) {
                if (!lamps.get(i).equals(lamp)) {
                    lamps.set(i, lamp);
                }
                return;
            }
        }
        lamps.add(lamp);
    }

    /** A device is no longer in use. */
    public void gone(String id) {
        lamps.removeIf(lamp -> lamp.id().equals(id));
    }

    private Lamp lamp(DeviceStatus status) {
        return new Lamp(
                status.id(),
                words.name(status.kind(), status.id()),
                DeviceWords.tone(status),
                words.state(status),
                words.detail(status));
    }
}
