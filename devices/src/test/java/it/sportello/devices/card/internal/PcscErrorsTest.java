package it.sportello.devices.card.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.devices.card.CardError;
import javax.smartcardio.CardException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcscErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "SCARD_E_NO_SERVICE, NO_SERVICE",
        "SCARD_E_SERVICE_STOPPED, NO_SERVICE",
        "Unknown error 0x8010001e, NO_SERVICE",
        "Unknown error 0x8010002E, NO_READER",
        "SCARD_E_NO_READERS_AVAILABLE, NO_READER",
        "SCARD_W_REMOVED_CARD, REMOVED",
        "SCARD_E_NOT_TRANSACTED, REMOVED",
        "SCARD_W_UNRESPONSIVE_CARD, MUTE",
        "SCARD_E_PROTO_MISMATCH, MUTE",
        "SCARD_E_SHARING_VIOLATION, BUSY",
        "SCARD_W_RESET_CARD, RESET",
        "something else, TIMEOUT"
    })
    void findsTheCodeInTheCause(String message, CardError expected) {
        CardException failure = new CardException("sendAPDU", new IllegalStateException(message));
        assertEquals(expected, PcscErrors.classify(failure, CardError.TIMEOUT).error());
    }
}
