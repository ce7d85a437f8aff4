package it.sportello.devices.card;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Application identifiers under which newer lots keep the files of the CNS. */
public final class CardApplications {
    /** ACTALIS "ACe 2025" (OpenSC issue 3804) and STM "ST2022" contactless (OpenSC pull request 3806), in this order. */
    public static final CardApplications KNOWN =
            new CardApplications(List.of("A000000530000B104001021A", "A00000009501004D"));

    private final List<String> identifiers;

    /** Takes the identifiers as hexadecimal text, each of 5 to 16 bytes (ISO 7816-4). */
    public CardApplications(List<String> identifiers) {
        this.identifiers = List.copyOf(identifiers);
        for (byte[] identifier : get()) {
            if (identifier.length < 5 || identifier.length > 16) {
                throw new IllegalArgumentException("An application identifier has 5 to 16 bytes");
            }
        }
    }

    /** The identifiers as hexadecimal text, in the order to try. */
    public List<String> names() {
        return identifiers;
    }

    /** The identifiers as bytes, in the order to try. */
    public List<byte[]> get() {
        Stream<byte[]> bytes = identifiers.stream().map(HexFormat.of()::parseHex);
        return bytes.toList();
    }
}
