package it.sportello.domain.exemption;

import it.sportello.domain.money.Money;
import it.sportello.domain.prescription.ServiceItem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A co-payment that is still to be paid, with what its prescription says.
 *
 * @param exemption the code on the prescription, null when it carries none
 */
public record OpenDue(
        String dueId,
        String personId,
        Money amount,
        @Nullable String exemption,
        LocalDate issuedOn,
        LocalDate deliveryDate,
        List<ServiceItem> rows) {
    public OpenDue {
        rows = List.copyOf(rows);
    }
}
