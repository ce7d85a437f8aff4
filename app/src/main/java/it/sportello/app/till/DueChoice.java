package it.sportello.app.till;

import it.sportello.api.Dues;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A due on the list, in the basket or not. */
public final class DueChoice {
    private final Dues.DueView due;
    private final boolean frozen;
    private final BooleanProperty chosen;

    DueChoice(Dues.DueView due) {
        this(due, false);
    }

    /** @param frozen whether it hangs on a payment by card whose end is not known: it is in no basket then */
    DueChoice(Dues.DueView due, boolean frozen) {
        this.due = due;
        this.frozen = frozen;
        this.chosen = new SimpleBooleanProperty(!frozen);
    }

    /** Whether it hangs on a payment whose end is not known. */
    public boolean isFrozen() {
        return frozen;
    }

    /** Puts it into the basket or takes it out; a frozen one stays out. */
    void toggle() {
        chosen.set(!frozen && !chosen.get());
    }

    /** Puts it into the basket; a frozen one stays out. */
    void choose() {
        chosen.set(!frozen);
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
