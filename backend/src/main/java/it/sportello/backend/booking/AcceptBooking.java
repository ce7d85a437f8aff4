package it.sportello.backend.booking;

import it.sportello.api.Bookings.Accept;
import it.sportello.api.Bookings.BookingView;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.backend.session.Permission;
import it.sportello.backend.store.Rome;
import it.sportello.domain.agenda.BookingState;
import it.sportello.domain.operation.OperationType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** {@code booking.accept}: the person came on the day. Coming twice is odd, not wrong. */
public final class AcceptBooking implements Applier {
    @Override
    public OperationType type() {
        return OperationType.BOOKING_ACCEPT;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        incoming.require(Permission.BOOKING);
        Accept accept = incoming.payload(Accept.class);
        handle.createQuery("select id from booking where id = :id for update")
                .bind("id", accept.bookingId())
                .mapTo(String.class)
                .findOne();
        BookingView booking = BookingRows.find(handle, accept.bookingId())
                .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND, "no such booking"));
        Set<String> flags = new TreeSet<>();
        if (booking.version() != accept.seenVersion()) {
            flags.add("VERSION_MOVED");
        }
        if (!booking.siteId().equals(incoming.author().siteId())) {
            flags.add("OTHER_SITE");
        }
        BookingState state = BookingState.valueOf(booking.state());
        if (state == BookingState.ACCEPTED) {
            flags.add("ALREADY_ACCEPTED");
            return new Outcome(List.copyOf(flags), booking);
        }
        refuse(incoming, booking, state);
        accept(handle, incoming, accept);
        BookingView accepted = BookingRows.find(handle, booking.id()).orElseThrow();
        incoming.feed().booking(accepted);
        return new Outcome(List.copyOf(flags), accepted);
    }

    private static void refuse(Incoming incoming, BookingView booking, BookingState state) {
        if (!state.next().contains(BookingState.ACCEPTED)) {
            throw ProblemMapper.broken(ProblemCode.BOOKING_NOT_ACCEPTABLE, "bookingId", "STATE_" + state);
        }
        LocalDate day = Rome.day(incoming.operation().occurredAt());
        if (!booking.startsAt().toLocalDate().equals(day)) {
            throw ProblemMapper.broken(ProblemCode.BOOKING_NOT_ACCEPTABLE, "bookingId", "NOT_ON_THE_DAY");
        }
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
