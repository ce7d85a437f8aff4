package it.sportello.domain.agenda;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bookable place in time. Changes give a new slot with the next version; a store writes it only over the version it
 * was read at.
 *
 * @param start UTC
 * @param capacity persons at once
 * @param booked places taken
 * @param held places on hold
 * @param reserved the class it is kept for, null when for all
 * @param releaseAt from when less urgent classes may use a reserved slot, null when never
 */
public record Slot(
        String id,
        String agendaId,
        String activityId,
        String sessionId,
        Instant start,
        Duration duration,
        int capacity,
        int booked,
        int held,
        @Nullable BookingClass reserved,
        @Nullable Instant releaseAt,
        Condition condition,
        long version) {

    /** Whether it is in use at all. */
    public enum Condition {
        IN_USE,
        BLOCKED,
        CLOSED
    }

    public Slot {
        if (capacity < 1 || booked < 0 || held < 0 || booked + held > capacity) {
            throw new IllegalArgumentException("slot " + id + ": " + booked + "+" + held + " of " + capacity);
        }
    }

    public Instant end() {
        return start.plus(duration);
    }

    public SlotState state() {
        if (condition != Condition.IN_USE) {
            return condition == Condition.BLOCKED ? SlotState.BLOCKED : SlotState.CLOSED;
        }
        if (booked + held < capacity) {
            return SlotState.FREE;
        }
        return held > 0 ? SlotState.HELD : SlotState.BOOKED;
    }

    public int left() {
        return condition == Condition.IN_USE ? capacity - booked - held : 0;
    }

    /** True when nobody has it or is about to. */
    public boolean isUntouched() {
        return booked == 0 && held == 0;
    }

    /**
     * Whether a request of a class may use it. A slot kept for a less urgent class serves a more urgent one at once;
     * one kept for a more urgent class serves a less urgent one only from its release. Slots for controls and internal
     * paths serve only those.
     *
     * @param asked class of the request, null when it has none
     */
    public boolean admits(@Nullable BookingClass asked, Instant now) {
        if (reserved == null || reserved == asked) {
            return true;
        }
        if (asked == null || !asked.isPriority() || !reserved.isPriority()) {
            return false;
        }
        return asked.isMoreUrgentThan(reserved) || (releaseAt != null && !now.isBefore(releaseAt));
    }

    /** The slot with one place more on hold, or null when there is none left. */
    public @Nullable Slot hold() {
        return left() > 0 ? with(booked, held + 1, condition) : null;
    }

    /** One hold ends without a booking. */
    public Slot release() {
        return with(booked, held - 1, condition);
    }

    /** One hold becomes a booking. */
    public Slot bookHeld() {
        return with(booked + 1, held - 1, condition);
    }

    /** One booking is given back. */
    public Slot freeBooked() {
        return with(booked - 1, held, condition);
    }

    public Slot withCondition(Condition next) {
        return with(booked, held, next);
    }

    private Slot with(int newBooked, int newHeld, Condition newCondition) {
        return new Slot(
                id,
                agendaId,
                activityId,
                sessionId,
                start,
                duration,
                capacity,
                newBooked,
                newHeld,
                reserved,
                releaseAt,
                newCondition,
                version + 1);
    }
}
