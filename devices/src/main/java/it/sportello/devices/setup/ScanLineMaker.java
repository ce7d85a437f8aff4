package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.scanner.ScannerTimings;
import it.sportello.devices.scanner.SerialScanner;
import java.time.Duration;
import java.util.List;

/** Barcode readers on a serial line, a USB port that acts as one, or a serial server. */
final class ScanLineMaker implements DeviceMaker {
    /** Milliseconds of silence that end a code without end mark. */
    static final DriverOption GAP = DriverOption.text("gap", "80", "[5-9][0-9]|100");

    /** Honeywell menu text sent when a code was refused, with its end sign; empty for readers without commands. */
    static final DriverOption REFUSED = DriverOption.text("refusedCommand", "", "|[A-Za-z0-9,;]{1,40}[.!]");

    @Override
    public String driver() {
        return "scan-line";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.BARCODE_READER;
    }

    @Override
    public AddressForm address() {
        return AddressForm.LINK;
    }

    @Override
    public List<DriverOption> options() {
        return List.of(GAP, REFUSED);
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        return new SerialScanner(
                entry.id(),
                parts.wires().links(entry, LinkAddress.parse(entry.address())),
                ScannerTimings.USUAL.withGap(Duration.ofMillis(Integer.parseInt(entry.option(GAP)))),
                parts.clock(),
                entry.option(REFUSED));
    }
}
