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
    private final List<CountRow> container;
    private final ReadOnlyObjectWrapper<Money> total = new ReadOnlyObjectWrapper<>(Money.ZERO);
    private final ReadOnlyBooleanWrapper readable = new ReadOnlyBooleanWrapper(true);
    private Optional<Count> readContainer = Optional.of(Count.empty());
    private Optional<Count> read = Optional.of(Count.empty());

    CountModel(Texts texts) {
        this(texts, false);
    }

    /** @param withContainer whether the notes a validator keeps are counted beside the drawer */
    CountModel(Texts texts, boolean withContainer) {
        this.texts = texts;
        this.container = withContainer
                ? Stream.of(Denomination.values())
                        .filter(Denomination::isNote)
                        .map(CountRow::new)
                        .toList()
                : List.of();
        all().forEach(row -> {
            row.piecesProperty().subscribe(this::read);
            row.rollsProperty().subscribe(this::read);
        });
    }

    public List<CountRow> rows() {
        return rows;
    }

    /** The notes in the validators' container; no rows at a desk without one. */
    public List<CountRow> containerRows() {
        return container;
    }

    /** Every row, the container's behind the drawer's. */
    List<CountRow> all() {
        return Stream.concat(rows.stream(), container.stream()).toList();
    }

    /** What was counted in the container alone; empty at a desk without one, or while a row is not a number. */
    Optional<Count> containerCount() {
        return container.isEmpty() ? Optional.empty() : readContainer;
    }

    /** What can be read so far. */
    public ReadOnlyObjectProperty<Money> totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Whether every row is a number: what was said about a row that was none is over then. */
    public ReadOnlyBooleanProperty readableProperty() {
        return readable.getReadOnlyProperty();
    }

    /** The whole count, drawer and container together; empty while a row is not a number. */
    public Optional<Count> count() {
        return read;
    }

    /** The first row that cannot be read. */
    public Optional<CountRow> firstWrong() {
        return all().stream()
                .filter(row -> !row.errorProperty().get().isEmpty())
                .findFirst();
    }

    public boolean isEmpty() {
        return all().stream()
                .allMatch(row -> row.piecesProperty().get().isBlank()
                        && row.rollsProperty().get().isBlank());
    }

    /** Empty rows again, for a recount that sees nothing of the first. */
    void clear() {
        all().forEach(row -> {
            row.piecesProperty().set("");
            row.rollsProperty().set("");
        });
    }

    private void read() {
        Optional<Count> drawer = readPart(rows);
        readContainer = readPart(container);
        read = drawer.flatMap(one -> readContainer.map(one::plus));
        total.set(all().stream().map(row -> row.valueProperty().get()).reduce(Money.ZERO, Money::plus));
        readable.set(read.isPresent());
    }

    private Optional<Count> readPart(List<CountRow> part) {
        Map<Denomination, CountReading.Row> typed = new EnumMap<>(Denomination.class);
        part.forEach(row -> typed.put(row.denomination(), row.typed()));
        Map<Denomination, String> errors = new EnumMap<>(Denomination.class);
        CountReading reading = Count.read(typed);
        if (reading instanceof CountReading.Violations violations) {
            violations
                    .violations()
                    .forEach(violation -> errors.merge(violation.denomination(), why(violation), (a, b) -> a));
        }
        for (CountRow row : part) {
            String error = errors.getOrDefault(row.denomination(), "");
            row.show(error.isEmpty() ? worth(row) : Money.ZERO, error);
        }
        return reading instanceof CountReading.Counted counted ? Optional.of(counted.count()) : Optional.empty();
    }

    private static Money worth(CountRow row) {
        CountReading alone = Count.read(Map.of(row.denomination(), row.typed()));
        return alone instanceof CountReading.Counted counted ? counted.count().total() : Money.ZERO;
    }

    private String why(CountViolation violation) {
        return texts.get("count.error." + violation.reason().name());
    }
}
