package it.sportello.app.booking;

import it.sportello.api.Bookings;
import it.sportello.api.Problem;
import it.sportello.app.service.DeskContext;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.remote.BackendFault;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps all places of an offer for this desk while the booking is made: all of them or none (R-BOO-1, R-BOO-6). The
 * identifier is made here, so that asking again is the same hold. May wait for the network.
 */
final class HoldPlaces {
    /** What asking comes to. */
    sealed interface Result {
        record Held(Bookings.Hold hold) implements Result {}

        record Refused(String code) implements Result {}

        /** The places may or may not be held: ask again with the same identifier. */
        record NotReachable(Optional<BackendFault> cause) implements Result {}
    }

    private final Backend backend;
    private final DeskContext desk;

    HoldPlaces(Backend backend, DeskContext desk) {
        this.backend = backend;
        this.desk = desk;
    }

    Result hold(UUID holdId, Bookings.Offer offer, String personId) {
        if (desk.offline()) {
            return new Result.NotReachable(Optional.empty());
        }
        return read(backend.hold(new Bookings.HoldRequest(
                holdId, offer.slots().stream().map(Bookings.OfferSlot::slotId).toList(), personId)));
    }

    Result extend(UUID holdId) {
        return desk.offline() ? new Result.NotReachable(Optional.empty()) : read(backend.extendHold(holdId));
    }

    /** Gives the places back; when nobody answers the server does it at the end of the hold. */
    void release(UUID holdId) {
        backend.releaseHold(holdId);
    }

    private static Result read(Answer<Bookings.Hold> answer) {
        return switch (answer) {
            case Answer.Done<Bookings.Hold>(Bookings.Hold hold) -> new Result.Held(hold);
            case Answer.Refused<Bookings.Hold>(Problem problem) -> new Result.Refused(problem.code());
            case Answer.NotConfirmed<Bookings.Hold>(BackendFault cause) -> new Result.NotReachable(Optional.of(cause));
        };
    }
}
