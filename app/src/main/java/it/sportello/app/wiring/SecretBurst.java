package it.sportello.app.wiring;

import it.sportello.devices.scanner.KeyInput;
import it.sportello.devices.scanner.RawScan;
import it.sportello.devices.scanner.Scan;
import it.sportello.devices.scanner.ScanContent;
import it.sportello.domain.identity.CodeReading;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.PasswordField;
import org.jspecify.annotations.Nullable;

/**
 * Watches a field for secrets where readers are told by their speed. Every character goes into the field at once, so that
 * none of a password is ever swallowed; a burst that nobody types and that is a code beyond doubt is taken out again at
 * its end. What only might be a code stays: a PIN has digits too, and passwords come fast out of a password store.
 */
final class SecretBurst {
    private static final long GAP_NANOS = 35_000_000;
    private static final int LEAST = 6;
    private static final Set<String> ENDS = Set.of("ENTER", "TAB");

    private final StringBuilder text = new StringBuilder();
    private @Nullable PasswordField field;
    private String before = "";
    private long last;

    /** Takes one event that is about to reach the field; the reading when the event ends one. */
    Optional<RawScan> accept(KeyInput input, PasswordField focused) {
        if (input.kind() == KeyInput.Kind.TYPED && isPrintable(input.character())) {
            boolean goesOn = focused.equals(field) && input.nanoTime() - last <= GAP_NANOS;
            if (!goesOn) {
                text.setLength(0);
                before = focused.getText();
                field = focused;
            }
            text.append(input.character());
            last = input.nanoTime();
            return Optional.empty();
        }
        boolean end = input.kind() == KeyInput.Kind.PRESSED && ENDS.contains(input.key());
        if (!end || !focused.equals(field) || input.nanoTime() - last > GAP_NANOS || text.length() < LEAST) {
            return Optional.empty();
        }
        RawScan raw = new RawScan("", text.toString());
        text.setLength(0);
        if (!isBeyondDoubt(ScanContent.classify(raw))) {
            return Optional.empty();
        }
        focused.setText(before);
        focused.positionCaret(before.length());
        return Optional.of(raw);
    }

    private static boolean isPrintable(String character) {
        return !character.isEmpty() && character.charAt(0) >= ' ';
    }

    private static boolean isBeyondDoubt(Scan scan) {
        return switch (scan) {
            case Scan.PersonCodeScan person ->
                person.code() instanceof CodeReading.Accepted
                        && person.content().length() == 16;
            case Scan.PrescriptionPart1 part -> false;
            case Scan.PrescriptionPart2 part -> false;
            case Scan.MedicineScan medicine -> false;
            case Scan.Unknown unknown -> unknown.reason() != Scan.Reason.NO_KIND;
            default -> true;
        };
    }
}
