package it.sportello.domain.prescription;

import it.sportello.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One row of a prescription.
 *
 * @param code of the national nomenclature, such as {@code 90.28.1}
 * @param catalogueCode of the regional catalogue: the level at which one books
 * @param quantity how many times; three times the same exam count as three items
 * @param branch national grouping of two digits, such as {@code 02} cardiology
 * @param tariff of one unit
 * @param accessType null where the prescriber stated none
 */
public record ServiceItem(
        String code,
        String catalogueCode,
        String description,
        int quantity,
        String branch,
        Money tariff,
        @Nullable AccessType accessType,
        ServiceKind kind) {
    /** Tariff times quantity. */
    public Money fullPrice() {
        return tariff.times(quantity);
    }
}
