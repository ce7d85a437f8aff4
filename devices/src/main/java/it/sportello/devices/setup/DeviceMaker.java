package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import java.util.List;

/**
 * Makes the devices of one driver from their settings. A new driver is one class of this kind and one line in {@link
 * DriverCatalogue}: settings file, validation, lamps, panel and set-up follow from what it says here (record "Drivers come from a catalogue" in docs/adr).
 */
public interface DeviceMaker {

    /** Stable name in the settings, unique in the catalogue. */
    String driver();

    DeviceKind kind();

    AddressForm address();

    /** Everything the driver can be told. */
    List<DriverOption> options();

    /** Whether a desk can have only one of it. */
    default boolean onlyOne() {
        return false;
    }

    /** What is wrong with options that each may be right alone; nothing when the driver has no more to say. */
    default List<SettingProblem> problems(DeviceEntry entry) {
        return List.of();
    }

    /**
     * A device that is not started yet; nothing is reached.
     *
     * @param entry settings without problems
     */
    Device make(DeviceEntry entry, MakerParts parts);
}
