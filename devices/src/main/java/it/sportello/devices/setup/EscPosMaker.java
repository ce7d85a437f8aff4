package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.printer.EscPosReceiptPrinter;
import it.sportello.devices.printer.PrinterTimings;
import java.util.List;

/** Receipt printers that understand ESC/POS over a channel with answers, by the capability table of their model. */
final class EscPosMaker implements DeviceMaker {
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
        return ProfileOptions.ALL;
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        return new EscPosReceiptPrinter(
                entry.id(),
                parts.wires().links(entry, LinkAddress.parse(entry.address())),
                ProfileOptions.profile(entry),
                parts.rasterizer(),
                PrinterTimings.USUAL,
                parts.clock());
    }
}
