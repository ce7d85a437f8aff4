package it.sportello.devices.setup;

import it.sportello.devices.DeviceKind;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One device as the settings of the desk hold it. Nothing here is proved to be right: {@link DeviceSettings#problems}
 * says what is wrong, so that a file written by hand can be read and shown whole.
 *
 * @param id its name, unique on the desk: small letters, digits and hyphens, at most 32
 * @param kind what it is
 * @param driver name of a driver of the catalogue, such as {@code escpos}
 * @param address where it is, in the form the driver asks for; empty for a device without a line
 * @param options what differs from the driver's standard, by the option's name
 */
public record DeviceEntry(String id, DeviceKind kind, String driver, String address, Map<String, String> options) {

    public DeviceEntry {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** With the driver's standard options. */
    public static DeviceEntry of(String id, DeviceKind kind, String driver, String address) {
        return new DeviceEntry(id, kind, driver, address, Map.of());
    }

    /** The value of an option, or its standard. */
    public String option(DriverOption option) {
        return options.getOrDefault(option.name(), option.standard());
    }

    /** The same with one option set. */
    public DeviceEntry with(String option, String value) {
        Map<String, String> more = new TreeMap<>(options);
        more.put(option, value);
        return new DeviceEntry(id, kind, driver, address, more);
    }

    /** The same somewhere else. */
    public DeviceEntry at(String place) {
        return new DeviceEntry(id, kind, driver, place, options);
    }
}
