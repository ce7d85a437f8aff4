package it.sportello.app.till;

import it.sportello.domain.money.Money;
import it.sportello.domain.till.CountReading;
import it.sportello.domain.till.Denomination;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One denomination of a count while it is typed. */
public final class CountRow {
    private final Denomination denomination;
    private final StringProperty pieces = new SimpleStringProperty("");
    private final StringProperty rolls = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Money> value = new ReadOnlyObjectWrapper<>(Money.ZERO);
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    CountRow(Denomination denomination) {
        this.denomination = denomination;
    }

    public Denomination denomination() {
        return denomination;
    }

    /** What was typed as loose pieces. */
    public StringProperty piecesProperty() {
        return pieces;
    }

    /** What was typed as rolls; coins only. */
    public StringProperty rollsProperty() {
        return rolls;
    }

    /** What the row is worth while it can be read. */
    public ReadOnlyObjectProperty<Money> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** Why the row cannot be read; empty text when it can. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    CountReading.Row typed() {
        return new CountReading.Row(pieces.get(), rolls.get());
    }

    void show(Money worth, String why) {
        value.set(worth);
        error.set(why);
    }
}
