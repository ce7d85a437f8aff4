package it.sportello.devices.setup;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.printer.PrintQueues;
import java.util.List;
import java.util.Optional;

/**
 * The drivers a desk may choose from.
 *
 * @param makers one for each driver, in the order in which the set-up offers them
 */
public record DriverCatalogue(List<DeviceMaker> makers) {

    /** The address of a card reader that takes the first one there is. */
    public static final String ANY_READER = "any";

    public DriverCatalogue {
        makers = List.copyOf(makers);
        if (makers.stream().map(DeviceMaker::driver).distinct().count() < makers.size()) {
            throw new IllegalArgumentException("two drivers of one name");
        }
    }

    /** Every driver of the house: one line each. */
    public static DriverCatalogue shipped() {
        return new DriverCatalogue(List.of(
                new EscPosMaker(),
                new SpoolerMaker(PrintQueues.SYSTEM),
                new SheetMaker("sheet-queue", DeviceKind.SHEET_PRINTER, PrintQueues.SYSTEM),
                new SheetMaker("label-queue", DeviceKind.LABEL_PRINTER, PrintQueues.SYSTEM),
                new ScanLineMaker(),
                new PcscReaderMaker(),
                new VpcdReaderMaker(),
                new Cd5220Maker(),
                new AlphaMaker(),
                new DmdMaker(),
                new AedexMaker(),
                new TemplateMaker(),
                new Ecr17Maker(),
                new TextLineMaker(),
                new SspMaker(),
                new CcTalkMaker(),
                new ManualDetectorMaker(),
                new DispenserMaker()));
    }

    public Optional<DeviceMaker> maker(String driver) {
        return makers.stream().filter(maker -> maker.driver().equals(driver)).findFirst();
    }

    /** The drivers for one kind of device. */
    public List<DeviceMaker> of(DeviceKind kind) {
        return makers.stream().filter(maker -> maker.kind() == kind).toList();
    }
}
