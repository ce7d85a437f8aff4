package it.sportello.domain.parameter;

import it.sportello.domain.money.Money;
import java.time.Duration;
import java.time.MonthDay;
import java.util.List;
import java.util.function.Function;

/**
 * The name of a parameter and the type of its values.
 *
 * @param reader turns the text of a row into the value; throws {@link IllegalArgumentException} when it cannot
 */
public record ParameterKey<T>(String name, Function<String, T> reader) {
    /** An amount of euro, decimal point, such as {@code 36.15}. */
    public static ParameterKey<Money> money(String name) {
        return new ParameterKey<>(name, ParameterKey::readMoney);
    }

    public static ParameterKey<Integer> number(String name) {
        return new ParameterKey<>(name, Integer::valueOf);
    }

    /** Exactly {@code true} or {@code false}. */
    public static ParameterKey<Boolean> flag(String name) {
        return new ParameterKey<>(name, ParameterKey::readFlag);
    }

    /** Whole seconds. */
    public static ParameterKey<Duration> seconds(String name) {
        return new ParameterKey<>(name, text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    /** Whole hours. */
    public static ParameterKey<Duration> hours(String name) {
        return new ParameterKey<>(name, text -> Duration.ofHours(Long.parseLong(text)));
    }

    /** A day of every year, {@code MM-DD}. */
    public static ParameterKey<MonthDay> monthDay(String name) {
        return new ParameterKey<>(name, text -> MonthDay.parse("--" + text));
    }

    /** Whole numbers separated by blanks. */
    public static ParameterKey<List<Integer>> numbers(String name) {
        return new ParameterKey<>(name, ParameterKey::readNumbers);
    }

    /** Texts separated by blanks. */
    public static ParameterKey<List<String>> texts(String name) {
        return new ParameterKey<>(
                name, text -> text.isBlank() ? List.of() : List.of(text.strip().split(" +")));
    }

    public static ParameterKey<String> text(String name) {
        return new ParameterKey<>(name, Function.identity());
    }

    public static <E extends Enum<E>> ParameterKey<E> choice(String name, Class<E> type) {
        return new ParameterKey<>(name, text -> Enum.valueOf(type, text));
    }

    private static Money readMoney(String text) {
        Money money = Money.parse(text);
        if (money == null) {
            throw new IllegalArgumentException("not an amount: " + text);
        }
        return money;
    }

    private static Boolean readFlag(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("neither true nor false: " + text);
        };
    }

    private static List<Integer> readNumbers(String text) {
        return text.isBlank()
                ? List.of()
                : java.util.Arrays.stream(text.strip().split(" +"))
                        .map(Integer::valueOf)
                        .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
