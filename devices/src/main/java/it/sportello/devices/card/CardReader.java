package it.sportello.devices.card;

import it.sportello.devices.Device;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The desk's card reader: tells of every card that comes, is read, fails or goes. It reads by itself; nobody asks. */
public interface CardReader extends Device {
    void addCardListener(CardListener listener);

    void removeCardListener(CardListener listener);

    /**
     * Reads the card that sits there once more, with what its activation needs. No PIN is ever sent.
     *
     * @return ends with what was read, or exceptionally with a {@link CardFault}: {@link CardError#NO_CARD} when none that
     *     was read sits there; never waits itself
     */
    CompletableFuture<CardActivation> readForActivation();

    /**
     * The last card that was no health card or could not be understood, kept in memory until the next one so that support
     * can learn of a new lot; never of one that was read.
     */
    Optional<CardDiagnosis> lastStranger();
}
