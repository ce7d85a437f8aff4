package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the PC/SC code inside an exception of {@code java.smartcardio}. The exception class that holds it is not
 * exported, so it is read from the message: a symbolic name, or {@code Unknown error 0x...}.
 */
final class PcscErrors {
    private static final Pattern SYMBOL = Pattern.compile("SCARD_[EWF]_([A-Z_]+)|(?:0x)(8010[0-9a-fA-F]{4})");
    private static final Map<String, CardError> ERRORS = Map.ofEntries(
            Map.entry("NO_SERVICE", CardError.NO_SERVICE),
            Map.entry("SERVICE_STOPPED", CardError.NO_SERVICE),
            Map.entry("INVALID_HANDLE", CardError.NO_SERVICE),
            Map.entry("CANCELLED", CardError.NO_SERVICE),
            Map.entry("TIMEOUT", CardError.TIMEOUT),
            Map.entry("NO_READERS_AVAILABLE", CardError.NO_READER),
            Map.entry("UNKNOWN_READER", CardError.NO_READER),
            Map.entry("READER_UNAVAILABLE", CardError.NO_READER),
            Map.entry("NO_SMARTCARD", CardError.NO_CARD),
            Map.entry("UNRESPONSIVE_CARD", CardError.MUTE),
            Map.entry("UNPOWERED_CARD", CardError.MUTE),
            Map.entry("PROTO_MISMATCH", CardError.MUTE),
            Map.entry("UNSUPPORTED_CARD", CardError.MUTE),
            Map.entry("SHARING_VIOLATION", CardError.BUSY),
            Map.entry("REMOVED_CARD", CardError.REMOVED),
            Map.entry("NOT_TRANSACTED", CardError.REMOVED),
            Map.entry("COMM_ERROR", CardError.REMOVED),
            Map.entry("COMM_DATA_LOST", CardError.REMOVED),
            Map.entry("RESET_CARD", CardError.RESET),
            Map.entry("80100002", CardError.NO_SERVICE),
            Map.entry("80100003", CardError.NO_SERVICE),
            Map.entry("8010000A", CardError.TIMEOUT),
            Map.entry("80100009", CardError.NO_READER),
            Map.entry("8010000B", CardError.BUSY),
            Map.entry("8010000C", CardError.NO_CARD),
            Map.entry("8010000F", CardError.MUTE),
            Map.entry("80100013", CardError.REMOVED),
            Map.entry("80100016", CardError.REMOVED),
            Map.entry("80100017", CardError.NO_READER),
            Map.entry("8010001D", CardError.NO_SERVICE),
            Map.entry("8010001E", CardError.NO_SERVICE),
            Map.entry("8010002E", CardError.NO_READER),
            Map.entry("80100065", CardError.MUTE),
            Map.entry("80100066", CardError.MUTE),
            Map.entry("80100067", CardError.MUTE),
            Map.entry("80100068", CardError.RESET),
            Map.entry("80100069", CardError.REMOVED));

    private PcscErrors() {}

    /** The place of a failure in our taxonomy; {@code otherwise} when it says no code that is known. */
    static CardFault classify(Throwable failure, CardError otherwise) {
        CardError found = null;
        for (Throwable cause = failure; cause != null && found == null; cause = cause.getCause()) {
            found = inMessage(cause.getMessage());
        }
        return new CardFault(found == null ? otherwise : found, failure);
    }

    private static @Nullable CardError inMessage(@Nullable String message) {
        if (message == null) {
            return null;
        }
        Matcher matcher = SYMBOL.matcher(message);
        while (matcher.find()) {
            String symbol = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            CardError error = ERRORS.get(symbol.toUpperCase(Locale.ROOT));
            if (error != null) {
                return error;
            }
        }
        return null;
    }
}
