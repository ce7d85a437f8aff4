package it.sportello.app.frame;

/**
 * The name by which any screen opens another one without seeing its package.
 *
 * @param id number of the specification, such as {@code S21}; unique
 * @param argument type of what the screen is opened with; {@link Nothing} when nothing
 * @param forCitizen whether the screen belongs to the work of one citizen: opened from the desk's home it starts a
 *     new work of its own
 */
public record ScreenKey<A>(String id, Class<A> argument, boolean forCitizen) {
    /** A screen of the desk itself. */
    public static <A> ScreenKey<A> desk(String id, Class<A> argument) {
        return new ScreenKey<>(id, argument, false);
    }

    /** A screen about a citizen. */
    public static <A> ScreenKey<A> citizen(String id, Class<A> argument) {
        return new ScreenKey<>(id, argument, true);
    }

    /** The argument of screens that need none. */
    public enum Nothing {
        NOTHING
    }
}
