package it.sportello.devices.card;

import it.sportello.domain.identity.CardNumber;
import it.sportello.domain.identity.CodiceFiscale;
import it.sportello.domain.identity.Sex;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a TS-CNS says: the sixteen fields of EF_Dati_personali (AgID, CNS file system) and the card's identifier. The tax
 * code, with its check letter verified, is the key; all else is a hint that the registry has to confirm.
 *
 * @param issuer field 1, codice emettitore
 * @param issued field 2; null when the card has no true date there
 * @param expires field 3; null as above
 * @param surname field 4
 * @param names field 5
 * @param birthDate field 6; null as above
 * @param sex field 7; null when neither M nor F
 * @param height field 8, centimetres, usually empty
 * @param codiceFiscale field 9
 * @param citizenship field 10, usually empty
 * @param birthPlace field 11, Belfiore code
 * @param birthCountry field 12, usually empty
 * @param birthAct field 13, usually empty
 * @param residence field 14, Belfiore code at the time of issue, often out of date
 * @param address field 15, usually empty
 * @param note field 16, usually empty
 * @param cardId EF_ID_Carta, sixteen digits; empty when it could not be read
 * @param cardNumber the number printed on the back, computed from the identifier; null without one
 * @param warnings what to tell the operator
 */
public record CardData(
        String issuer,
        @Nullable LocalDate issued,
        @Nullable LocalDate expires,
        String surname,
        String names,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        String height,
        CodiceFiscale codiceFiscale,
        String citizenship,
        String birthPlace,
        String birthCountry,
        String birthAct,
        String residence,
        String address,
        String note,
        String cardId,
        @Nullable CardNumber cardNumber,
        Set<CardWarning> warnings) {

    public CardData {
        warnings = Set.copyOf(warnings);
    }

    /** Says nothing of the holder: only what went well and what did not. */
    @Override
    public String toString() {
        return "CardData[*** " + warnings + "]";
    }
}
