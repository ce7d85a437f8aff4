package it.sportello.devices.setup;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One thing a driver can be told.
 *
 * @param name stable, as in the settings
 * @param standard the value when nothing is said
 * @param choices the only values there are; empty when it is written freely
 * @param accepts whether a value can be used
 */
public record DriverOption(String name, String standard, List<String> choices, Predicate<String> accepts) {

    public DriverOption {
        choices = List.copyOf(choices);
    }

    /** One of several values, the standard first. */
    public static DriverOption oneOf(String name, List<String> choices) {
        return new DriverOption(name, choices.getFirst(), choices, choices::contains);
    }

    /** Free text of one form. */
    public static DriverOption text(String name, String standard, String form) {
        return new DriverOption(name, standard, List.of(), Pattern.compile(form).asMatchPredicate());
    }
}
