package it.sportello.app.wiring;

import it.sportello.devices.link.LinkAddress;
import java.util.Optional;

/**
 * Where the devices of this desk are.
 *
 * @param printer receipt printer, such as {@code tcp:127.0.0.1:9100}
 * @param printerProfile name of the printer's capability table, such as {@code epson-80}
 * @param scanner barcode reader on a serial line
 * @param display queue display
 * @param displayProtocol {@code cd5220} or {@code alpha}
 * @param reader part of the PC/SC name of the card reader; {@code any} takes the first one; empty for no reader
 * @param wedge how a keyboard reader is told from a person: the key it sends first, F13 to F24, or {@code speed}; empty
 *     when there is none
 */
public record DeviceAddresses(
        Optional<LinkAddress> printer,
        String printerProfile,
        Optional<LinkAddress> scanner,
        Optional<LinkAddress> display,
        String displayProtocol,
        Optional<String> reader,
        String wedge) {

    /** A desk without devices. */
    public static DeviceAddresses none() {
        return new DeviceAddresses(
                Optional.empty(), "epson-80", Optional.empty(), Optional.empty(), "cd5220", Optional.empty(), "");
    }

    /**
     * The same with one more, written as in the settings: {@code printer=tcp:127.0.0.1:9100}.
     *
     * @throws IllegalArgumentException when it is no device or no address
     */
    public DeviceAddresses with(String setting) {
        int equals = setting.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("a device is name=address");
        }
        String value = setting.substring(equals + 1);
        return switch (setting.substring(0, equals)) {
            case "printer" ->
                new DeviceAddresses(
                        Optional.of(LinkAddress.parse(value)),
                        printerProfile,
                        scanner,
                        display,
                        displayProtocol,
                        reader,
                        wedge);
            case "printerProfile" ->
                new DeviceAddresses(printer, value, scanner, display, displayProtocol, reader, wedge);
            case "scanner" ->
                new DeviceAddresses(
                        printer,
                        printerProfile,
                        Optional.of(LinkAddress.parse(value)),
                        display,
                        displayProtocol,
                        reader,
                        wedge);
            case "display" ->
                new DeviceAddresses(
                        printer,
                        printerProfile,
                        scanner,
                        Optional.of(LinkAddress.parse(value)),
                        displayProtocol,
                        reader,
                        wedge);
            case "displayProtocol" ->
                new DeviceAddresses(printer, printerProfile, scanner, display, value, reader, wedge);
            case "reader" ->
                new DeviceAddresses(
                        printer, printerProfile, scanner, display, displayProtocol, Optional.of(value), wedge);
            case "wedge" ->
                new DeviceAddresses(printer, printerProfile, scanner, display, displayProtocol, reader, value);
            default -> throw new IllegalArgumentException("no such device: " + setting.substring(0, equals));
        };
    }
}
