package it.sportello.domain.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param services codes of the rows, in the order they have to be done
 * @param doctorId the chosen doctor: always in private practice, never elsewhere
 * @param bookingClass null when the request has none, as in private practice
 * @param earliest nothing before: now, or later for the preparation
 * @param limit last moment the class guarantees, null when it guarantees none
 * @param widestTerritory highest territory level accepted
 * @param busy other bookings of the person
 * @param leastGap between the end of a linked appointment and the next
 * @param mostGap the same, at most
 */
public record SearchRequest(
        List<String> services,
        AgendaRegime regime,
        @Nullable String doctorId,
        Channel channel,
        @Nullable BookingClass bookingClass,
        Instant earliest,
        @Nullable Instant limit,
        int widestTerritory,
        List<TimeSpan> busy,
        Duration leastGap,
        Duration mostGap) {

    public SearchRequest {
        services = List.copyOf(services);
        busy = List.copyOf(busy);
        if (services.isEmpty() || leastGap.isNegative() || mostGap.compareTo(leastGap) < 0) {
            throw new IllegalArgumentException("search of " + services.size() + " services");
        }
        if ((regime == AgendaRegime.PRIVATE_PRACTICE) != (doctorId != null)) {
            throw new IllegalArgumentException("a doctor, only and always, in private practice");
        }
    }
}
