package it.sportello.domain.till;

import it.sportello.domain.money.Money;
import it.sportello.domain.till.CountReading.Row;
import it.sportello.domain.till.CountViolation.Field;
import it.sportello.domain.till.CountViolation.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A drawer counted by denomination. Pieces of a roll are counted as pieces.
 *
 * @param pieces pieces of each denomination, 0 to 99,999; absent means none
 */
public record Count(Map<Denomination, Integer> pieces) {
    /** More pieces of one denomination than a drawer holds: a slip of the finger. */
    public static final int MOST_PIECES = 99_999;

    public Count {
        Map<Denomination, Integer> copy = new EnumMap<>(Denomination.class);
        pieces.forEach((denomination, number) -> {
            if (number < 0 || number > MOST_PIECES) {
                throw new IllegalArgumentException("pieces of " + denomination + ": " + number);
            }
            if (number > 0) {
                copy.put(denomination, number);
            }
        });
        pieces = Collections.unmodifiableMap(copy);
    }

    public static Count empty() {
        return new Count(Map.of());
    }

    /** Reads what was typed; rows not given count as none. */
    public static CountReading read(Map<Denomination, Row> rows) {
        Map<Denomination, Integer> pieces = new EnumMap<>(Denomination.class);
        List<CountViolation> violations = new ArrayList<>();
        for (Denomination denomination : Denomination.values()) {
            Row row = rows.getOrDefault(denomination, new Row("", ""));
            long loose = number(row.pieces(), denomination, Field.PIECES, violations);
            long rolls = number(row.rolls(), denomination, Field.ROLLS, violations);
            if (rolls > 0 && denomination.isNote()) {
                violations.add(new CountViolation(denomination, Field.ROLLS, Reason.NO_ROLLS_OF_NOTES));
            }
            long all = loose + rolls * denomination.rollPieces();
            if (all > MOST_PIECES) {
                Field field = loose > MOST_PIECES ? Field.PIECES : Field.ROLLS;
                violations.add(new CountViolation(denomination, field, Reason.TOO_MANY));
            } else {
                pieces.put(denomination, (int) all);
            }
        }
        return violations.isEmpty()
                ? new CountReading.Counted(new Count(pieces))
                : new CountReading.Violations(violations);
    }

    private static long number(String typed, Denomination row, Field field, List<CountViolation> violations) {
        String text = typed.strip();
        if (text.isEmpty() || text.matches("[0-9]{1,9}")) {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        }
        if (text.matches("[0-9]+")) {
            violations.add(new CountViolation(row, field, Reason.TOO_MANY));
        } else if (text.matches("-[0-9]+")) {
            violations.add(new CountViolation(row, field, Reason.NEGATIVE));
        } else {
            violations.add(new CountViolation(row, field, Reason.NOT_A_WHOLE_NUMBER));
        }
        return 0;
    }

    public int pieces(Denomination denomination) {
        return pieces.getOrDefault(denomination, 0);
    }

    public Count with(Denomination denomination, int number) {
        Map<Denomination, Integer> changed = new EnumMap<>(Denomination.class);
        changed.putAll(pieces);
        changed.put(denomination, number);
        return new Count(changed);
    }

    /** Both together, as of a drawer and what stands beside it. */
    public Count plus(Count other) {
        Map<Denomination, Integer> sum = new EnumMap<>(Denomination.class);
        sum.putAll(pieces);
        other.pieces.forEach((denomination, number) -> sum.merge(denomination, number, Math::addExact));
        return new Count(sum);
    }

    public Money value(Denomination denomination) {
        return denomination.value().times(pieces(denomination));
    }

    public Money total() {
        Money total = Money.ZERO;
        for (Denomination denomination : pieces.keySet()) {
            total = total.plus(value(denomination));
        }
        return total;
    }
}
