package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.printer.EscPosReceiptPrinter;
import it.sportello.devices.printer.PrinterProfile;
import it.sportello.devices.printer.PrinterTimings;
import java.util.List;

/** Receipt printers that understand ESC/POS, by the capability table of their model. */
final class EscPosMaker implements DeviceMaker {
    /** Name of the capability table. */
    static final DriverOption PROFILE = DriverOption.oneOf(
            "profile", PrinterProfile.known().stream().map(PrinterProfile::name).toList());

    @Override
    public String driver() {
        return "escpos";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.RECEIPT_PRINTER;
    }

    @Override
    public AddressForm address() {
        return AddressForm.LINK;
    }

    @Override
    public List<DriverOption> options() {
        return List.of(PROFILE);
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        String name = entry.option(PROFILE);
        PrinterProfile profile = PrinterProfile.known().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no printer profile " + name));
        return new EscPosReceiptPrinter(
                entry.id(),
                parts.wires().links(entry, LinkAddress.parse(entry.address())),
                profile,
                parts.rasterizer(),
                PrinterTimings.USUAL,
                parts.clock());
    }
}
