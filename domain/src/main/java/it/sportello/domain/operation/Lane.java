package it.sportello.domain.operation;

import org.jspecify.annotations.Nullable;

/**
 * A lane, such as {@code till:T01}.
 *
 * @param id what it belongs to: till, booking, person or desk
 */
public record Lane(LaneKind kind, String id) {
    private static final int LONGEST = 80;

    public Lane {
        if (!id.matches("[A-Za-z0-9_.-]{1," + LONGEST + "}")) {
            throw new IllegalArgumentException("lane id of kind " + kind);
        }
    }

    public static Lane till(String tillId) {
        return new Lane(LaneKind.TILL, tillId);
    }

    public static Lane access(String deskId) {
        return new Lane(LaneKind.ACCESS, deskId);
    }

    public static Lane person(String personId) {
        return new Lane(LaneKind.PERSON, personId);
    }

    public static Lane booking(String bookingId) {
        return new Lane(LaneKind.BOOKING, bookingId);
    }

    public static Lane queue(String deskId) {
        return new Lane(LaneKind.QUEUE, deskId);
    }

    /** The name on the wire. */
    public String name() {
        return kind.wireName() + ":" + id;
    }

    /** The lane, or null when the text names none. */
    public static @Nullable Lane parse(String name) {
        for (LaneKind kind : LaneKind.values()) {
            String prefix = kind.wireName() + ":";
            if (name.startsWith(prefix)
                    && name.substring(prefix.length()).matches("[A-Za-z0-9_.-]{1," + LONGEST + "}")) {
                return new Lane(kind, name.substring(prefix.length()));
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return name();
    }
}
