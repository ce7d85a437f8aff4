package it.sportello.app.wiring;

import it.sportello.app.frame.Citizen.Tone;
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

/** What a device's state is called, how it looks, and what to do: each kind in the words of its own package. */
public final class DeviceWords {
    private static final Set<String> USUAL_NAMES =
            Set.of("printer", "scanner", "display", "reader", "detector", "terminal");

    private final Texts texts = Texts.of(DeviceWords.class);

    public DeviceWords() {}

    /** The kind alone for the usual name, with its own name for a further one. */
    public String name(DeviceKind kind, String id) {
        String word = kind(kind);
        return USUAL_NAMES.contains(id) ? word : texts.get("device.named", word, id);
    }

    public String kind(DeviceKind kind) {
        return texts.get("device." + kind.name());
    }

    public String state(DeviceStatus status) {
        return texts.get("state." + status.state().name());
    }

    public static Tone tone(DeviceStatus status) {
        return switch (status.state()) {
            case READY -> Tone.GOOD;
            case DEGRADED -> Tone.ATTENTION;
            case FAULT, DISCONNECTED -> Tone.DANGER;
            case CONNECTING, DISABLED -> Tone.NEUTRAL;
        };
    }

    /** What is the matter and what to do; empty when all is well. */
    public String detail(DeviceStatus status) {
        return status.code().isEmpty() ? "" : detail(status.kind(), status.code(), status.details());
    }

    /** The words of a code. */
    public String detail(DeviceKind kind, String code, List<String> details) {
        ResourceBundle bundle = bundle(kind);
        String key = "device." + code;
        return text(bundle, key, details)
                .map(sentence -> texts.get(
                        "detail",
                        sentence,
                        text(bundle, key + ".action", details).orElse("")))
                .orElseGet(() -> texts.get("detail.code", code));
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
