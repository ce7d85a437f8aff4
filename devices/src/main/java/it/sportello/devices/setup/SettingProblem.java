package it.sportello.devices.setup;

import java.util.List;

/**
 * Something in the settings that cannot work.
 *
 * @param device name of the device; empty for the desk as a whole
 * @param details arguments of the text for the person who sets up, in order
 */
public record SettingProblem(String device, Reason reason, List<String> details) {

    /** What is wrong. */
    public enum Reason {
        /** A name is small letters, digits and hyphens. Detail: the name. */
        NAME_WRONG,
        /** Two devices of one name. Detail: the name. */
        NAME_TWICE,
        /** No such driver. Detail: the driver. */
        DRIVER_UNKNOWN,
        /** The driver is for another kind of device. Details: driver, kind. */
        KIND_WRONG,
        /** Not an address of the form the driver asks for. Detail: the address. */
        ADDRESS_WRONG,
        /** Two devices on one serial port. Details: the path, the other device. */
        PORT_TWICE,
        /** The driver works for one device only. Details: driver, the other device. */
        ONLY_ONE,
        /** The driver knows no such option. Detail: the option. */
        OPTION_UNKNOWN,
        /** Details: the option, its value, what it may be (empty when it is free text). */
        OPTION_WRONG,
        /** What the driver itself finds wrong. Detail: the sentence, in the words for who sets up. */
        DRIVER_SAYS,
        /** Not a way to tell a keyboard reader. Detail: what stands there. */
        WEDGE_WRONG
    }

    public SettingProblem {
        details = List.copyOf(details);
    }

    static SettingProblem of(DeviceEntry entry, Reason reason, String... details) {
        return new SettingProblem(entry.id(), reason, List.of(details));
    }
}
