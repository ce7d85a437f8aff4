package it.sportello.app.till;

import it.sportello.api.Dues;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A due on the list, in the basket or not. */
public final class DueChoice {
    private final Dues.DueView due;
    private final BooleanProperty chosen = new SimpleBooleanProperty(true);

    DueChoice(Dues.DueView due) {
        this.due = due;
    }

    Dues.DueView due() {
        return due;
    }

    public BooleanProperty chosenProperty() {
        return chosen;
    }

    public String description() {
        return due.description();
    }

    public long amountCents() {
        return due.amountCents();
    }

    public java.time.LocalDate referenceDate() {
        return due.referenceDate();
    }

    public String kind() {
        return due.kind();
    }

    public String notice() {
        return due.noticeNumber().orElse("");
    }
}
