package it.sportello.devices.card;

import it.sportello.devices.DeviceFault;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reading that failed, with its place in the taxonomy. Details never hold what the card says of its holder. */
public final class CardFault extends DeviceFault {
    @Serial
    private static final long serialVersionUID = 1L;

    private final CardError error;
    private final transient @Nullable CardDiagnosis diagnosis;

    private CardFault(
            CardError error, @Nullable CardDiagnosis diagnosis, @Nullable Throwable cause, List<String> details) {
        super(error.code(), error == CardError.BUSY || error == CardError.RESET, details, cause);
        this.error = error;
        this.diagnosis = diagnosis;
    }

    public CardFault(CardError error, @Nullable Throwable cause, String... details) {
        this(error, null, cause, List.of(details));
    }

    public CardFault(CardError error, String... details) {
        this(error, null, null, List.of(details));
    }

    /** The same fault, of a card that answered so much. */
    public CardFault about(CardDiagnosis card) {
        return new CardFault(error, card, this, details());
    }

    /** What the card answered to the reset; null when it did not get so far. */
    public @Nullable CardDiagnosis diagnosis() {
        return diagnosis;
    }

    public CardError error() {
        return error;
    }
}
