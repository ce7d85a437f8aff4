package it.sportello.backend.sample;

import it.sportello.domain.identity.CodiceFiscale;
import it.sportello.domain.identity.Sex;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Gives every person a code nobody else has: a shared basic code is told apart by homocody, as the tax agency does. */
final class CodeIssuer {
    private static final String OFFICE = "590";

    private final Map<String, Integer> holders = new HashMap<>();
    private int provisional = 8_012_000;
    private int foreigners = 1_000;
    private long cards = 410_000_000L;

    String taxCode(String surname, String names, LocalDate birthDate, String sex, String placeCode) {
        CodiceFiscale basic = CodiceFiscale.compute(surname, names, birthDate, Sex.valueOf(sex), placeCode);
        int before = holders.merge(basic.value(), 1, Integer::sum) - 1;
        return before == 0
                ? basic.value()
                : basic.withOmocodia((1 << before) - 1).value();
    }

    /** Numeric code of eleven digits: seven of the serial, three of the office, one to check. */
    String provisional() {
        provisional += 7;
        return CheckDigit.luhn(provisional + OFFICE);
    }

    /** @param kind STP or ENI */
    String foreigner(String kind) {
        foreigners++;
        return kind + OrganisationMaker.AUTHORITY + String.format(Locale.ROOT, "%07d", foreigners);
    }

    String cardNumber() {
        cards += 3;
        return CheckDigit.luhn("8038000" + OrganisationMaker.REGION + cards);
    }
}
