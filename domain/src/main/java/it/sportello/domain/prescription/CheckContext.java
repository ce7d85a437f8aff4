package it.sportello.domain.prescription;

import it.sportello.domain.identity.Person;
import it.sportello.domain.parameter.Parameters;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of a prescription need to know besides it.
 *
 * @param today the day at the desk, Europe/Rome
 * @param ownProvider as the central system names us
 * @param person at the desk, null when nobody is chosen yet
 * @param monitored national codes of the services for which class and access type are mandatory
 * @param use of the same number by another booking or file, null when none
 * @param exemption null when the registry was not asked
 */
public record CheckContext(
        Parameters parameters,
        LocalDate today,
        String ownProvider,
        @Nullable Person person,
        Set<String> monitored,
        @Nullable Use use,
        @Nullable ExemptionStanding exemption) {
    public CheckContext {
        monitored = Set.copyOf(monitored);
    }

    /** Who uses the number already. */
    public record Use(String reference, LocalDateTime since) {}
}
