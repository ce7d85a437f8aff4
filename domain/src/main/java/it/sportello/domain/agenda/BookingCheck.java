package it.sportello.domain.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether held places may become bookings. Desk and server ask the same; only the server's answer binds.
 *
 * @param held the slots of the hold as they are stored now; one that is missing is gone
 * @param ofPerson other bookings of the person
 * @param ofPrescription bookings made on the same prescription, whoever holds them
 */
public record BookingCheck(
        Hold hold, List<Slot> held, Collection<Booking> ofPerson, Collection<Booking> ofPrescription) {

    /** Everything that stands against it; empty when nothing does. */
    public List<BookingRefusal> refusals(String operatorId, @Nullable String prescriptionNumber, Instant now) {
        List<BookingRefusal> refusals = new ArrayList<>();
        if (!hold.operatorId().equals(operatorId)) {
            refusals.add(new BookingRefusal.HoldOfAnother(hold.id()));
        }
        if (hold.isExpired(now)) {
            refusals.add(new BookingRefusal.HoldExpired(hold.expiresAt()));
        }
        for (String slotId : hold.slotIds()) {
            boolean there = held.stream()
                    .anyMatch(slot ->
                            slot.id().equals(slotId) && slot.condition() == Slot.Condition.IN_USE && slot.held() > 0);
            if (!there) {
                refusals.add(new BookingRefusal.SlotGone(slotId));
            }
        }
        if (prescriptionNumber != null) {
            ofPrescription.stream()
                    .filter(booking -> Objects.equals(booking.prescriptionNumber(), prescriptionNumber))
                    .filter(booking -> booking.state().usesPrescription())
                    .forEach(booking -> refusals.add(new BookingRefusal.AlreadyBookedPrescription(booking.id())));
        }
        refusals.addAll(overlaps());
        return refusals;
    }

    private List<BookingRefusal> overlaps() {
        List<BookingRefusal> refusals = new ArrayList<>();
        for (Booking booking : ofPerson) {
            TimeSpan time = booking.time();
            if (time != null
                    && booking.state().isStanding()
                    && held.stream().anyMatch(slot -> time.overlaps(slot.start(), slot.end()))) {
                refusals.add(new BookingRefusal.OverlappingVisit(booking.id(), time.from(), time.to()));
            }
        }
        return refusals;
    }
}
