package it.sportello.app.booking;

import it.sportello.api.Bookings;
import it.sportello.api.Problem;
import it.sportello.app.service.DeskContext;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.remote.BackendFault;
import java.time.LocalDate;
import java.util.Optional;

/** Asks the server for the first valid places. May wait for the network. */
final class FindOffers {
    private static final int LIMIT = 20;

    /**
     * What the operator may change of a search.
     *
     * @param widen 0 own district, 1 authority, 2 accredited too, 3 out of class too
     */
    record Wish(Regime regime, Optional<LocalDate> from, int widen) {}

    /** What a search comes to. */
    sealed interface Result {
        record Answered(Bookings.Offers offers) implements Result {}

        record Refused(String code) implements Result {}

        record NotReachable(Optional<BackendFault> cause) implements Result {}
    }

    private final Backend backend;
    private final DeskContext desk;

    FindOffers(Backend backend, DeskContext desk) {
        this.backend = backend;
        this.desk = desk;
    }

    Result find(BookingCase wanted, Wish wish) {
        if (desk.offline()) {
            return new Result.NotReachable(Optional.empty());
        }
        Bookings.AvailabilityQuery query = new Bookings.AvailabilityQuery(
                wanted.person().id(),
                prescription(wanted, wish.regime()),
                wanted.serviceCodes(),
                wish.regime().name(),
                wanted.prescription().priorityClass(),
                wanted.prescription().accessType(),
                wanted.contactAt(),
                wish.from(),
                wish.widen(),
                LIMIT);
        return switch (backend.availability(query)) {
            case Answer.Done<Bookings.Offers>(Bookings.Offers offers) -> new Result.Answered(offers);
            case Answer.Refused<Bookings.Offers>(Problem problem) -> new Result.Refused(problem.code());
            case Answer.NotConfirmed<Bookings.Offers>(BackendFault cause) ->
                new Result.NotReachable(Optional.of(cause));
        };
    }

    /** In private practice a prescription of the health service is not used up. */
    static Optional<String> prescription(BookingCase wanted, Regime regime) {
        return regime == Regime.SSN ? Optional.of(wanted.prescription().number()) : Optional.empty();
    }
}
