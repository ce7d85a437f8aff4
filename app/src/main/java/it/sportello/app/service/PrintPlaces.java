package it.sportello.app.service;

import it.sportello.app.print.StoredLabel;
import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.printer.SheetPrinter;
import java.util.List;
import java.util.Optional;

/** Where the papers of the desk may come out, as it is at the moment of asking: the settings change while people work. */
@FunctionalInterface
public interface PrintPlaces {

    /** Every printer in the order of the settings; a print goes to the first roll when nothing else is said. */
    List<Place> all();

    /** A printer. */
    sealed interface Place {
        /** The name the desk's settings give it. */
        String id();

        Device device();
    }

    /** Paper from a roll. */
    record Roll(String id, ReceiptPrinter printer) implements Place {
        @Override
        public Device device() {
            return printer;
        }
    }

    /** A4 sheets. */
    record Sheets(String id, SheetPrinter printer) implements Place {
        @Override
        public Device device() {
            return printer;
        }
    }

    /** Labels. */
    record Labels(String id, SheetPrinter printer) implements Place {
        @Override
        public Device device() {
            return printer;
        }
    }

    /** One roll, or none at all. */
    static PrintPlaces only(Optional<ReceiptPrinter> printer) {
        return () -> printer.<Place>map(one -> new Roll(one.id(), one)).stream().toList();
    }

    /** The place that a device is; empty when it is no printer. */
    static Optional<Place> of(String id, Device device) {
        if (device instanceof ReceiptPrinter roll) {
            return Optional.of(new Roll(id, roll));
        }
        if (device instanceof SheetPrinter sheets) {
            return Optional.of(
                    device.kind() == DeviceKind.LABEL_PRINTER ? new Labels(id, sheets) : new Sheets(id, sheets));
        }
        return Optional.empty();
    }

    default Optional<Place> place(String id) {
        return all().stream().filter(place -> place.id().equals(id)).findFirst();
    }

    /** Where the print of a document goes when nothing is said: labels to a label printer, all else to the first roll. */
    default Optional<Place> usual(String documentKey) {
        boolean label = documentKey.startsWith(StoredLabel.PREFIX);
        Optional<Place> own = all().stream()
                .filter(label ? Labels.class::isInstance : Roll.class::isInstance)
                .findFirst();
        return own.or(() -> all().stream().filter(Roll.class::isInstance).findFirst());
    }

    /** Whether labels can be printed as labels. */
    default boolean hasLabels() {
        return all().stream().anyMatch(Labels.class::isInstance);
    }

    /** The printer whose drawer the till uses. */
    default Optional<ReceiptPrinter> drawer() {
        return all().stream()
                .filter(Roll.class::isInstance)
                .map(place -> ((Roll) place).printer())
                .filter(ReceiptPrinter::hasDrawer)
                .findFirst();
    }
}
