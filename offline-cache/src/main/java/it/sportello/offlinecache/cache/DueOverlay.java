package it.sportello.offlinecache.cache;

import it.sportello.api.Bookings;
import it.sportello.api.Dues;
import it.sportello.domain.agenda.BookingState;
import it.sportello.offlinecache.journal.LocalFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the operator sees: what the server said, and over it what this desk did (R-STATE-2, Q04). */
final class DueOverlay {
    private static final String OPEN = "OPEN";
    private static final String PAID = "PAID";

    private final LocalFacts facts;

    DueOverlay(LocalFacts facts) {
        this.facts = facts;
    }

    List<DueSeen> dues(List<Dues.DueView> fromServer) {
        Map<String, List<LocalFacts.Settlement>> settled =
                facts.settlements(fromServer.stream().map(Dues.DueView::id).toList());
        List<DueSeen> seen = new ArrayList<>();
        for (Dues.DueView due : fromServer) {
            seen.add(seen(due, settled.getOrDefault(due.id(), List.of())));
        }
        return List.copyOf(seen);
    }

    private static DueSeen seen(Dues.DueView due, List<LocalFacts.Settlement> settlements) {
        long settled = settlements.stream()
                .mapToLong(LocalFacts.Settlement::amountCents)
                .sum();
        if (settlements.isEmpty() || !due.state().equals(OPEN) || settled < due.amountCents()) {
            return new DueSeen(due, DueSeen.Origin.SERVER, false);
        }
        boolean confirmed = settlements.stream().allMatch(LocalFacts.Settlement::confirmed);
        long newestSeen = settlements.stream()
                .mapToLong(LocalFacts.Settlement::seenVersion)
                .max()
                .orElse(0);
        return new DueSeen(
                paid(due),
                confirmed ? DueSeen.Origin.LOCAL_CONFIRMED : DueSeen.Origin.LOCAL_PENDING,
                confirmed && due.version() > newestSeen);
    }

    private static Dues.DueView paid(Dues.DueView due) {
        return new Dues.DueView(
                due.id(),
                due.personId(),
                due.kind(),
                due.regime(),
                due.amountCents(),
                due.description(),
                due.referenceDate(),
                due.prescriptionNumber(),
                due.noticeNumber(),
                due.exemptionCode(),
                due.rows(),
                PAID,
                due.version());
    }

    List<Bookings.BookingView> bookings(List<Bookings.BookingView> fromServer) {
        return fromServer.stream().map(this::booking).toList();
    }

    private Bookings.BookingView booking(Bookings.BookingView booking) {
        if (!booking.state().equals(BookingState.BOOKED.name())) {
            return booking;
        }
        Optional<LocalFacts.Acceptance> accepted = facts.acceptance(booking.id());
        return accepted.isPresent() ? accepted(booking) : booking;
    }

    private static Bookings.BookingView accepted(Bookings.BookingView booking) {
        return new Bookings.BookingView(
                booking.id(),
                booking.number(),
                booking.personId(),
                booking.personLabel(),
                BookingState.ACCEPTED.name(),
                booking.regime(),
                booking.origin(),
                booking.agendaName(),
                booking.siteId(),
                booking.siteName(),
                booking.address(),
                booking.room(),
                booking.startsAt(),
                booking.durationMinutes(),
                booking.services(),
                booking.preparation(),
                booking.prescriptionNumber(),
                booking.priorityClass(),
                booking.limitDate(),
                booking.exemptionCode(),
                booking.dueId(),
                booking.dueCents(),
                booking.cancelBy(),
                booking.version());
    }
}
