package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.scanner.ScannerTimings;
import it.sportello.devices.scanner.SerialScanner;
import java.util.List;

/** Barcode readers on a serial line, a USB port that acts as one, or a serial server. */
final class ScanLineMaker implements DeviceMaker {
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
        return List.of();
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        return new SerialScanner(
                entry.id(),
                parts.wires().links(entry, LinkAddress.parse(entry.address())),
                ScannerTimings.USUAL,
                parts.clock());
    }
}
