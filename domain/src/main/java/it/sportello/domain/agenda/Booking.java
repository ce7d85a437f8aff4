package it.sportello.domain.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appointment of a person.
 *
 * @param slotId the place, null for a request taken in charge without one
 * @param prescriptionNumber null when booked without a prescription
 * @param contactAt when the person asked: the waiting clock runs from here
 * @param limit last moment the class guarantees, null when it guarantees none
 * @param history every step, the oldest first
 */
public record Booking(
        String id,
        String personId,
        @Nullable String slotId,
        @Nullable TimeSpan time,
        List<String> services,
        @Nullable String prescriptionNumber,
        @Nullable BookingClass bookingClass,
        Instant contactAt,
        @Nullable Instant limit,
        BookingState state,
        List<Transition> history) {

    public Booking {
        services = List.copyOf(services);
        history = List.copyOf(history);
        if ((state == BookingState.BOOKED || state == BookingState.ACCEPTED) && (slotId == null || time == null)) {
            throw new IllegalArgumentException("booking " + id + " without a place");
        }
    }

    /** Who did what, when, where and why. */
    public record Transition(BookingState to, Instant at, String operatorId, Channel channel, String reason) {}

    /** What a step comes to. */
    public sealed interface Step {
        record Done(Booking booking) implements Step {}

        record Refused(BookingRefusal refusal) implements Step {}
    }

    public Step move(Transition transition) {
        if (!state.next().contains(transition.to())) {
            return new Step.Refused(new BookingRefusal.WrongState(state, transition.to()));
        }
        return new Step.Done(with(slotId, time, transition));
    }

    /** Gives a place to a request taken in charge. */
    public Step place(String slot, TimeSpan at, Transition transition) {
        if (state != BookingState.PRE_APPOINTMENT || transition.to() != BookingState.BOOKED) {
            return new Step.Refused(new BookingRefusal.WrongState(state, transition.to()));
        }
        return new Step.Done(with(slot, at, transition));
    }

    private Booking with(@Nullable String slot, @Nullable TimeSpan at, Transition transition) {
        List<Transition> longer = new ArrayList<>(history);
        longer.add(transition);
        return new Booking(
                id,
                personId,
                slot,
                at,
                services,
                prescriptionNumber,
                bookingClass,
                contactAt,
                limit,
                transition.to(),
                longer);
    }

    /** Neither person nor services nor prescription. */
    @Override
    public String toString() {
        return "Booking[" + id + " " + state + "]";
    }
}
