package it.sportello.app.booking;

import it.sportello.app.print.Letterhead;
import it.sportello.app.print.ReminderData;
import it.sportello.domain.money.Money;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The reminder of one booking as the journal keeps it, with the head it was issued under; amounts in cents.
 *
 * @param startsAt wall time of Europe/Rome
 */
public record StoredReminder(
        Letterhead head,
        String number,
        String person,
        LocalDateTime startsAt,
        List<String> services,
        String site,
        String address,
        String room,
        Optional<String> preparation,
        long costCents,
        Optional<String> exemption,
        LocalDate cancelBy,
        String language,
        boolean handOverDeferred) {
    public StoredReminder {
        services = List.copyOf(services);
    }

    /** The key of the document of a booking's number. */
    static String key(String number) {
        return "D01-" + number;
    }

    ReminderData data() {
        return new ReminderData(
                number,
                person,
                startsAt,
                services,
                site,
                address,
                room,
                preparation,
                Money.ofCents(costCents),
                exemption,
                cancelBy,
                language,
                false,
                handOverDeferred);
    }

    /** Neither person nor services. */
    @Override
    public String toString() {
        return "StoredReminder[" + number + "]";
    }
}
