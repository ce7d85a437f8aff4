package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.printer.PrintQueues;
import it.sportello.devices.printer.SpooledSheetPrinter;
import java.util.List;

/** Printers of A4 sheets, or of labels, behind a queue of the operating system. */
final class SheetMaker implements DeviceMaker {
    /** Name of the tray as the system's driver says it; empty for the printer's own choice. */
    static final DriverOption TRAY = DriverOption.text("tray", "", "[^\\p{Cntrl}]{0,100}");

    private final String driver;
    private final DeviceKind kind;
    private final PrintQueues queues;

    SheetMaker(String driver, DeviceKind kind, PrintQueues queues) {
        this.driver = driver;
        this.kind = kind;
        this.queues = queues;
    }

    @Override
    public String driver() {
        return driver;
    }

    @Override
    public DeviceKind kind() {
        return kind;
    }

    @Override
    public AddressForm address() {
        return AddressForm.QUEUE;
    }

    @Override
    public List<DriverOption> options() {
        return List.of(TRAY);
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        return new SpooledSheetPrinter(kind, entry.id(), queues, entry.address(), entry.option(TRAY), parts.clock());
    }
}
