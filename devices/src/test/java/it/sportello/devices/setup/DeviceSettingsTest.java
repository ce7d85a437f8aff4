package it.sportello.devices.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.setup.SettingProblem.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the settings say of themselves. */
class DeviceSettingsTest {
    private static final DriverCatalogue CATALOGUE = DriverCatalogue.shipped();

    private static DeviceEntry printer(String id, String address) {
        return DeviceEntry.of(id, DeviceKind.RECEIPT_PRINTER, "escpos", address);
    }

    private static List<Reason> reasons(DeviceSettings settings) {
        return settings.problems(CATALOGUE).stream().map(SettingProblem::reason).toList();
    }

    @Test
    void aDeskWithEveryDriverAndTwoOfAKindHasNothingToComplainOf() {
        DeviceSettings settings = new DeviceSettings(
                "F13",
                List.of(
                        printer("printer", "tcp:192.168.1.9:9100").with("profile", "custom-80"),
                        printer("printer-2", "serial:/dev/ttyUSB9?baud=19200"),
                        DeviceEntry.of("reader", DeviceKind.CARD_READER, "pcsc", "any"),
                        DeviceEntry.of("scanner", DeviceKind.BARCODE_READER, "scan-line", "serial:COM12"),
                        DeviceEntry.of("display", DeviceKind.QUEUE_DISPLAY, "alpha", "tcp:host:4001"),
                        DeviceEntry.of("terminal", DeviceKind.PAYMENT_TERMINAL, "ecr17", "tcp:[::1]:10000"),
                        DeviceEntry.of("detector", DeviceKind.NOTE_DETECTOR, "manual", ""),
                        DeviceEntry.of("validator", DeviceKind.NOTE_DETECTOR, "cctalk", "serial:/dev/ttyS0")
                                .with("notes", "5, 10,20")
                                .with("address", "255")));

        assertEquals(List.of(), settings.problems(CATALOGUE));
        assertEquals(settings, settings.usable(CATALOGUE));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        DeviceSettings settings = new DeviceSettings(
                "F12",
                List.of(
                        printer("Stampante", "tcp:host:99999").with("profile", "none"),
                        printer("lp", "serial:/dev/ttyUSB0").with("speed", "1"),
                        printer("lp", "serial:/dev/ttyUSB0?baud=300"),
                        DeviceEntry.of("x", DeviceKind.QUEUE_DISPLAY, "modbus", "tcp:h:1"),
                        DeviceEntry.of("y", DeviceKind.QUEUE_DISPLAY, "escpos", "tcp:h:1"),
                        DeviceEntry.of("r1", DeviceKind.CARD_READER, "pcsc", "any"),
                        DeviceEntry.of("r2", DeviceKind.CARD_READER, "pcsc", " "),
                        DeviceEntry.of("lines", DeviceKind.NOTE_DETECTOR, "lines", "tcp:h:2")
                                .with("rules", "NOTE (no groups)")));

        assertEquals(
                List.of(
                        Reason.WEDGE_WRONG,
                        Reason.NAME_WRONG,
                        Reason.ADDRESS_WRONG,
                        Reason.OPTION_WRONG,
                        Reason.OPTION_UNKNOWN,
                        Reason.NAME_TWICE,
                        Reason.PORT_TWICE,
                        Reason.DRIVER_UNKNOWN,
                        Reason.KIND_WRONG,
                        Reason.ONLY_ONE,
                        Reason.ADDRESS_WRONG,
                        Reason.OPTION_WRONG),
                reasons(settings));
        assertEquals(
                List.of("/dev/ttyUSB0", "lp"),
                settings.problems(CATALOGUE).stream()
                        .filter(problem -> problem.reason() == Reason.PORT_TWICE)
                        .findFirst()
                        .orElseThrow()
                        .details());
    }

    @Test
    void whatIsWrongIsLeftOutAndTheRestWorks() {
        DeviceEntry good = printer("printer", "tcp:host:9100");
        DeviceSettings settings = new DeviceSettings(
                "no", List.of(printer("other", "lpt1"), printer("odd", "usb:/dev/usb/lp0\0x"), good));

        assertEquals(new DeviceSettings("", List.of(good)), settings.usable(CATALOGUE));
    }

    @Test
    void onePlaceInTheListForOneName() {
        DeviceEntry old = printer("printer", "tcp:host:9100");
        DeviceEntry next = old.at("tcp:host:9101");
        DeviceSettings settings = new DeviceSettings("", List.of(old, printer("b", "tcp:host:1")));

        assertEquals(next, settings.with(next).devices().getFirst());
        assertEquals(2, settings.with(next).devices().size());
        assertEquals(3, settings.with(printer("c", "tcp:host:2")).devices().size());
        assertTrue(settings.without("printer").device("printer").isEmpty());
    }

    @Test
    void anOptionThatIsNotSaidHasItsStandard() {
        DeviceEntry entry = new DeviceEntry("p", DeviceKind.RECEIPT_PRINTER, "escpos", "tcp:h:1", Map.of());

        assertEquals("epson-80", entry.option(ProfileOptions.PROFILE));
        assertEquals("generic-58", entry.with("profile", "generic-58").option(ProfileOptions.PROFILE));
    }
}
