package it.sportello.devices.twin.card;

import java.util.HexFormat;
import java.util.List;

/**
 * How a virtual card behaves.
 *
 * @param atr answer to reset, hexadecimal
 * @param byPath whether the files are found from the master file at once; newer lots want an application first
 * @param applications names of applications the card knows, hexadecimal
 * @param lengthStrict whether a reading longer than the file is refused with the right length (6Cxx) instead of shortened
 * @param trouble what goes wrong
 */
public record CardBehaviour(
        String atr, boolean byPath, List<String> applications, boolean lengthStrict, CardTrouble trouble) {

    /** The answer to reset of a very common national lot (Infineon/IDEMIA, "ACe 2021"). */
    public static final String USUAL_ATR = "3BFF1800008131FE45006B05052000012101434E5310318079";

    /** A common national card in good health. */
    public static final CardBehaviour USUAL = new CardBehaviour(USUAL_ATR, true, List.of(), false, CardTrouble.NONE);

    public CardBehaviour {
        applications = List.copyOf(applications);
        if (HexFormat.of().parseHex(atr).length == 0) {
            throw new IllegalArgumentException("An answer to reset has at least one byte");
        }
    }

    public CardBehaviour withAtr(String other) {
        return new CardBehaviour(other, byPath, applications, lengthStrict, trouble);
    }

    /** The files are found only inside these applications. */
    public CardBehaviour onlyInside(String... names) {
        return new CardBehaviour(atr, false, List.of(names), lengthStrict, trouble);
    }

    public CardBehaviour strictAboutLength() {
        return new CardBehaviour(atr, byPath, applications, true, trouble);
    }

    public CardBehaviour with(CardTrouble other) {
        return new CardBehaviour(atr, byPath, applications, lengthStrict, other);
    }
}
