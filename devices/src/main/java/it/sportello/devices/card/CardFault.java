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

    public CardFault(CardError error, @Nullable Throwable cause, String... details) {
        super(error.code(), error == CardError.BUSY || error == CardError.RESET, List.of(details), cause);
        this.error = error;
    }

    public CardFault(CardError error, String... details) {
        this(error, null, details);
    }

    public CardError error() {
        return error;
    }
}
