package it.sportello.backend.booking;

import it.sportello.api.Bookings.Accept;
import it.sportello.api.Bookings.BookingView;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.backend.session.Permission;
import it.sportello.backend.store.Rome;
import it.sportello.domain.agenda.BookingState;
import it.sportello.domain.operation.OperationType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * {@code booking.accept}: the person came and was accepted at the desk, perhaps while it was cut off. It happened, so it
 * is stored whatever the server thinks of it, with a flag for each oddity; the booking itself is only moved where the
 * rules let it, on its day.
 */
public final class AcceptBooking implements Applier {
    @Override
    public OperationType type() {
        return OperationType.BOOKING_ACCEPT;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        Accept accept = incoming.payload(Accept.class);
        Set<String> flags = new TreeSet<>();
        if (!incoming.author().has(Permission.BOOKING)) {
            flags.add("OPERATOR_NOT_ENTITLED");
        }
        handle.createQuery("select id from booking where id = :id for update")
                .bind("id", accept.bookingId())
                .mapTo(String.class)
                .findOne();
        Optional<BookingView> known = BookingRows.find(handle, accept.bookingId());
        if (known.isEmpty()) {
            flags.add("BOOKING_UNKNOWN");
            return Outcome.flagged(List.copyOf(flags));
        }
        BookingView booking = known.get();
        flagOddities(incoming, accept, booking, flags);
        if (!mayBeAccepted(incoming, booking, flags)) {
            return new Outcome(List.copyOf(flags), booking);
        }
        accept(handle, incoming, accept);
        BookingView accepted = BookingRows.find(handle, booking.id()).orElseThrow();
        incoming.feed().booking(accepted);
        return new Outcome(List.copyOf(flags), accepted);
    }

    private static void flagOddities(Incoming incoming, Accept accept, BookingView booking, Set<String> flags) {
        if (booking.version() != accept.seenVersion()) {
            flags.add("VERSION_MOVED");
        }
        if (!booking.siteId().equals(incoming.author().siteId())) {
            flags.add("OTHER_SITE");
        }
    }

    /** Whether the booking moves on; if not, the flag tells a person why. */
    private static boolean mayBeAccepted(Incoming incoming, BookingView booking, Set<String> flags) {
        BookingState state = BookingState.valueOf(booking.state());
        if (state == BookingState.ACCEPTED) {
            flags.add("ALREADY_ACCEPTED");
            return false;
        }
        if (!state.next().contains(BookingState.ACCEPTED)) {
            flags.add("BOOKING_" + state);
            return false;
        }
        LocalDate day = Rome.day(incoming.operation().occurredAt());
        if (!booking.startsAt().toLocalDate().equals(day)) {
            flags.add("NOT_ON_THE_DAY");
            return false;
        }
        return true;
    }

    private static void accept(Handle handle, Incoming incoming, Accept accept) {
        handle.createUpdate("""
                        update booking set state = :state, accepted_at = :at, acceptance_note = :note,
                            version = version + 1 where id = :id""")
                .bind("state", BookingState.ACCEPTED.name())
                .bind("at", incoming.operation().occurredAt())
                .bind("note", accept.note().orElse(null))
                .bind("id", accept.bookingId())
                .execute();
    }
}
