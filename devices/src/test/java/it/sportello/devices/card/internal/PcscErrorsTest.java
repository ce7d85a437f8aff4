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
        "SCARD_E_INVALID_HANDLE, NO_SERVICE",
        "SCARD_E_CANCELLED, NO_SERVICE",
        "SCARD_E_UNKNOWN_READER, NO_READER",
        "SCARD_E_READER_UNAVAILABLE, NO_READER",
        "SCARD_E_NO_SMARTCARD, NO_CARD",
        "SCARD_W_UNPOWERED_CARD, MUTE",
        "SCARD_W_UNSUPPORTED_CARD, MUTE",
        "SCARD_E_COMM_ERROR, REMOVED",
        "Unknown error 0x80100003, NO_SERVICE",
        "Unknown error 0x80100009, NO_READER",
        "Unknown error 0x8010000A, TIMEOUT",
        "Unknown error 0x8010000B, BUSY",
        "Unknown error 0x8010000C, NO_CARD",
        "Unknown error 0x8010000F, MUTE",
        "Unknown error 0x80100013, REMOVED",
        "Unknown error 0x80100016, REMOVED",
        "Unknown error 0x80100017, NO_READER",
        "Unknown error 0x8010001d, NO_SERVICE",
        "Unknown error 0x80100065, MUTE",
        "Unknown error 0x80100066, MUTE",
        "Unknown error 0x80100067, MUTE",
        "Unknown error 0x80100068, RESET",
        "Unknown error 0x80100069, REMOVED",
        "something else, TIMEOUT"
    })
    void findsTheCodeInTheCause(String message, CardError expected) {
        CardException failure = new CardException("sendAPDU", new IllegalStateException(message));
        assertEquals(expected, PcscErrors.classify(failure, CardError.TIMEOUT).error());
    }
}
