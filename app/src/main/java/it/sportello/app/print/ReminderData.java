package it.sportello.app.print;

import it.sportello.domain.money.Money;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What the reminder of one booking says.
 *
 * @param startsAt wall time of Europe/Rome
 * @param exemption code that was applied and leaves nothing to pay, if any
 * @param language ISO 639-1 code of the second language; {@code it} for none
 * @param provisional whether the server has not confirmed yet
 * @param handOverDeferred whether the prescription's take-over waits for the central system
 */
public record ReminderData(
        String number,
        String person,
        LocalDateTime startsAt,
        List<String> services,
        String site,
        String address,
        String room,
        Optional<String> preparation,
        Money cost,
        Optional<String> exemption,
        LocalDate cancelBy,
        String language,
        boolean provisional,
        boolean handOverDeferred) {
    public ReminderData {
        services = List.copyOf(services);
    }

    /** Neither person nor services. */
    @Override
    public String toString() {
        return "ReminderData[" + number + "]";
    }
}
