package it.sportello.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The words of the command line. */
class DeviceAddressesTest {
    private static DeviceAddresses words(String... words) {
        DeviceAddresses addresses = DeviceAddresses.none();
        for (String word : words) {
            addresses = addresses.with(word);
        }
        return addresses;
    }

    @Test
    void everyWordNamesItsDevice() {
        DeviceSettings settings = words(
                        "terminalId=12345678",
                        "terminal=tcp:127.0.0.1:10000",
                        "detectorProtocol=ssp",
                        "detector=serial:/dev/ttyUSB1?stop=2",
                        "reader=any",
                        "displayProtocol=alpha",
                        "display=serial:/tmp/display",
                        "scanner=serial:/tmp/scanner",
                        "printerProfile=custom-80",
                        "printer=tcp:127.0.0.1:9100",
                        "wedge=speed")
                .over(DeviceSettings.NONE);

        assertEquals(
                new DeviceSettings(
                        "speed",
                        List.of(
                                DeviceEntry.of("printer", DeviceKind.RECEIPT_PRINTER, "escpos", "tcp:127.0.0.1:9100")
                                        .with("profile", "custom-80"),
                                DeviceEntry.of(
                                        "scanner", DeviceKind.BARCODE_READER, "scan-line", "serial:/tmp/scanner"),
                                DeviceEntry.of("display", DeviceKind.QUEUE_DISPLAY, "alpha", "serial:/tmp/display"),
                                DeviceEntry.of("reader", DeviceKind.CARD_READER, "pcsc", "any"),
                                DeviceEntry.of(
                                        "detector", DeviceKind.NOTE_DETECTOR, "ssp", "serial:/dev/ttyUSB1?stop=2"),
                                DeviceEntry.of("terminal", DeviceKind.PAYMENT_TERMINAL, "ecr17", "tcp:127.0.0.1:10000")
                                        .with("terminalId", "12345678"))),
                settings);
    }

    @Test
    void aWordWinsOverTheStoredDeviceOfItsNameAndLeavesTheOthers() {
        DeviceEntry second = DeviceEntry.of("printer-2", DeviceKind.RECEIPT_PRINTER, "escpos", "tcp:10.0.0.2:9100");
        DeviceSettings stored = new DeviceSettings(
                "F13",
                List.of(second, DeviceEntry.of("printer", DeviceKind.RECEIPT_PRINTER, "escpos", "tcp:10.0.0.1:9100")));
        DeviceAddresses given = words("printer=tcp:127.0.0.1:1", "detector=manual");

        DeviceSettings both = given.over(stored);

        assertEquals("tcp:127.0.0.1:1", both.device("printer").orElseThrow().address());
        assertEquals(second, both.device("printer-2").orElseThrow());
        assertEquals("manual", both.device("detector").orElseThrow().driver());
        assertEquals(3, both.devices().size());
        assertEquals("F13", both.wedge());
        assertEquals(Set.of("printer", "detector"), given.names());
        assertEquals(stored, DeviceAddresses.none().over(stored));
    }

    @Test
    void whatIsNoDeviceOrNoAddressIsRefusedWithItsName() {
        DeviceAddresses none = DeviceAddresses.none();
        assertThrows(IllegalArgumentException.class, () -> none.with("printer"));
        assertThrows(IllegalArgumentException.class, () -> none.with("printer=lpt1"));
        assertThrows(IllegalArgumentException.class, () -> none.with("fax=tcp:h:1"));
        DeviceAddresses noSuchProfile = words("printer=tcp:h:1", "printerProfile=daisywheel");
        String message = assertThrows(IllegalArgumentException.class, () -> noSuchProfile.over(DeviceSettings.NONE))
                .getMessage();
        assertTrue(message.contains("daisywheel"), message);
    }

    @Test
    @Tag("R-TIL-19")
    void theRulesOfADetectorAreLinesOfItsSettings() {
        DeviceAddresses given =
                words("detector=tcp:127.0.0.1:7", "detectorRules=IGNORE ^ready;;NOTE ^(?<verdict>[A-Z]+)$");
        assertEquals(
                Optional.of("IGNORE ^ready\nNOTE ^(?<verdict>[A-Z]+)$"),
                given.over(DeviceSettings.NONE)
                        .device("detector")
                        .map(entry -> entry.options().get("rules")));
        assertThrows(
                IllegalArgumentException.class,
                () -> words("detector=tcp:127.0.0.1:7", "detectorRules=NOTE ^(").over(DeviceSettings.NONE));
    }
}
