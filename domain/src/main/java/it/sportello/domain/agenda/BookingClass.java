package it.sportello.domain.agenda;

import it.sportello.domain.prescription.PriorityClass;

/** What a slot may be reserved to: the four priority classes of a first access, controls, internal paths. */
public enum BookingClass {
    U,
    B,
    D,
    P,
    CONTROL,
    INTERNAL;

    public static BookingClass of(PriorityClass priority) {
        return switch (priority) {
            case U -> U;
            case B -> B;
            case D -> D;
            case P -> P;
        };
    }

    /** True for the priority classes, which have an order of urgency. */
    public boolean isPriority() {
        return compareTo(P) <= 0;
    }

    /** True between two priority classes of which this one is the more urgent. */
    public boolean isMoreUrgentThan(BookingClass other) {
        return isPriority() && other.isPriority() && compareTo(other) < 0;
    }
}
