package it.sportello.app.wiring;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Lamp;
import it.sportello.app.frame.Texts;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.card.CardTexts;
import it.sportello.devices.detector.DetectorTexts;
import it.sportello.devices.dispenser.DispenserTexts;
import it.sportello.devices.display.DisplayTexts;
import it.sportello.devices.printer.PrinterTexts;
import it.sportello.devices.scanner.ScannerTexts;
import it.sportello.devices.terminal.TerminalTexts;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import javafx.collections.ObservableList;

/** Puts the states of the devices into words and lamps. */
public final class DeviceLamps {
    private static final Set<String> USUAL_NAMES =
            Set.of("printer", "scanner", "display", "reader", "detector", "terminal");

    private final Texts texts = Texts.of(DeviceLamps.class);
    private final ObservableList<Lamp> lamps;

    /** @param lamps the lamps of the status bar, changed on the window's thread */
    public DeviceLamps(ObservableList<Lamp> lamps) {
        this.lamps = lamps;
    }

    /** A device changed; called on the window's thread. The lamp keeps its place. */
    public void show(DeviceStatus status) {
        Lamp lamp = lamp(status);
        for (int i = 0; i < lamps.size(); i++) {
            if (lamps.get(i).id().equals(lamp.id())) {
                if (!lamps.get(i).equals(lamp)) {
                    lamps.set(i, lamp);
                }
                return;
            }
        }
        lamps.add(lamp);
    }

    /** A device is no longer in use. */
    public void gone(String id) {
        lamps.removeIf(lamp -> lamp.id().equals(id));
    }

    private Lamp lamp(DeviceStatus status) {
        return new Lamp(
                status.id(),
                name(status),
                tone(status),
                texts.get("state." + status.state().name()),
                detail(status));
    }

    /** The kind alone for the usual name, with its own name for a further one. */
    private String name(DeviceStatus status) {
        String kind = texts.get("device." + status.kind().name());
        return USUAL_NAMES.contains(status.id()) ? kind : texts.get("device.named", kind, status.id());
    }

    private static Tone tone(DeviceStatus status) {
        return switch (status.state()) {
            case READY -> Tone.GOOD;
            case DEGRADED -> Tone.ATTENTION;
            case FAULT, DISCONNECTED -> Tone.DANGER;
            case CONNECTING, DISABLED -> Tone.NEUTRAL;
        };
    }

    private String detail(DeviceStatus status) {
        if (status.code().isEmpty()) {
            return "";
        }
        ResourceBundle bundle = bundle(status.kind());
        String key = "device." + status.code();
        return text(bundle, key, status.details())
                .map(sentence -> texts.get(
                        "detail",
                        sentence,
                        text(bundle, key + ".action", status.details()).orElse("")))
                .orElseGet(() -> texts.get("detail.code", status.code()));
    }

    private static Optional<String> text(ResourceBundle bundle, String key, List<String> details) {
        return bundle.containsKey(key)
                ? Optional.of(MessageFormat.format(bundle.getString(key), details.toArray()))
                : Optional.empty();
    }

    private static ResourceBundle bundle(DeviceKind kind) {
        return switch (kind) {
            case CARD_READER -> CardTexts.bundle(Locale.ITALIAN);
            case BARCODE_READER -> ScannerTexts.bundle(Locale.ITALIAN);
            case RECEIPT_PRINTER, SHEET_PRINTER, LABEL_PRINTER -> PrinterTexts.bundle(Locale.ITALIAN);
            case TICKET_DISPENSER -> DispenserTexts.bundle(Locale.ITALIAN);
            case QUEUE_DISPLAY -> DisplayTexts.bundle(Locale.ITALIAN);
            case NOTE_DETECTOR -> DetectorTexts.bundle(Locale.ITALIAN);
            case PAYMENT_TERMINAL -> TerminalTexts.bundle(Locale.ITALIAN);
        };
    }
}
