package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.printer.PrintQueues;
import it.sportello.devices.printer.SpoolerReceiptPrinter;
import java.util.List;

/** Receipt printers behind a raw queue of the operating system, without any answer. */
final class SpoolerMaker implements DeviceMaker {
    private final PrintQueues queues;

    SpoolerMaker(PrintQueues queues) {
        this.queues = queues;
    }

    @Override
    public String driver() {
        return "escpos-queue";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.RECEIPT_PRINTER;
    }

    @Override
    public AddressForm address() {
        return AddressForm.QUEUE;
    }

    @Override
    public List<DriverOption> options() {
        return ProfileOptions.ALL;
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        return new SpoolerReceiptPrinter(
                entry.id(), queues, entry.address(), ProfileOptions.profile(entry), parts.rasterizer(), parts.clock());
    }
}
