package it.sportello.app.till;

import it.sportello.app.frame.Texts;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Count;
import it.sportello.domain.till.CountReading;
import it.sportello.domain.till.CountViolation;
import it.sportello.domain.till.Denomination;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A drawer being counted: fifteen rows, read again at every key. */
public final class CountModel {
    private final Texts texts;
    private final List<CountRow> rows =
            Stream.of(Denomination.values()).map(CountRow::new).toList();
    private final ReadOnlyObjectWrapper<Money> total = new ReadOnlyObjectWrapper<>(Money.ZERO);
    private final ReadOnlyBooleanWrapper readable = new ReadOnlyBooleanWrapper(true);
    private Optional<Count> read = Optional.of(Count.empty());

    CountModel(Texts texts) {
        this.texts = texts;
        rows.forEach(row -> {
            row.piecesProperty().subscribe(this::read);
            row.rollsProperty().subscribe(this::read);
        });
    }

    public List<CountRow> rows() {
        return rows;
    }

    /** What can be read so far. */
    public ReadOnlyObjectProperty<Money> totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Whether every row is a number: what was said about a row that was none is over then. */
    public ReadOnlyBooleanProperty readableProperty() {
        return readable.getReadOnlyProperty();
    }

    /** The whole count; empty while a row is not a number. */
    public Optional<Count> count() {
        return read;
    }

    /** The first row that cannot be read. */
    public Optional<CountRow> firstWrong() {
        return rows.stream().filter(row -> !row.errorProperty().get().isEmpty()).findFirst();
    }

    public boolean isEmpty() {
        return rows.stream()
                .allMatch(row -> row.piecesProperty().get().isBlank()
                        && row.rollsProperty().get().isBlank());
    }

    /** Empty rows again, for a recount that sees nothing of the first. */
    void clear() {
        rows.forEach(row -> {
            row.piecesProperty().set("");
            row.rollsProperty().set("");
        });
    }

    private void read() {
        Map<Denomination, CountReading.Row> typed = new EnumMap<>(Denomination.class);
        rows.forEach(row -> typed.put(row.denomination(), row.typed()));
        Map<Denomination, String> errors = new EnumMap<>(Denomination.class);
        CountReading reading = Count.read(typed);
        if (reading instanceof CountReading.Violations violations) {
            violations
                    .violations()
                    .forEach(violation -> errors.merge(violation.denomination(), why(violation), (a, b) -> a));
        }
        read = reading instanceof CountReading.Counted counted ? Optional.of(counted.count()) : Optional.empty();
        Money sum = Money.ZERO;
        for (CountRow row : rows) {
            Money worth = errors.containsKey(row.denomination()) ? Money.ZERO : worth(row);
            row.show(worth, errors.getOrDefault(row.denomination(), ""));
            sum = sum.plus(worth);
        }
        total.set(sum);
        readable.set(errors.isEmpty());
    }

    private static Money worth(CountRow row) {
        CountReading alone = Count.read(Map.of(row.denomination(), row.typed()));
        return alone instanceof CountReading.Counted counted ? counted.count().total() : Money.ZERO;
    }

    private String why(CountViolation violation) {
        return texts.get("count.error." + violation.reason().name());
    }
}
