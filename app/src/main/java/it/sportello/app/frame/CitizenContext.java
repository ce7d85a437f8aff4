package it.sportello.app.frame;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The citizen of one work: who, with which queue number, served since when. The header follows the current work's. */
public final class CitizenContext {
    /**
     * A called queue number.
     *
     * @param id identifier of the ticket at the server; empty in manual mode
     * @param number as printed, such as {@code A042}
     * @param calledAt when it was called, UTC
     */
    public record Called(Optional<String> id, String number, Instant calledAt) {}

    private final ReadOnlyObjectWrapper<Optional<Citizen>> citizen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Called>> called = new SimpleObjectProperty<>(Optional.empty());

    /** Who is served; empty until somebody is identified. */
    public ReadOnlyObjectProperty<Optional<Citizen>> citizenProperty() {
        return citizen.getReadOnlyProperty();
    }

    public Optional<Citizen> citizen() {
        return citizen.get();
    }

    /** Somebody was identified, or the header's facts changed. */
    public void serve(Citizen next) {
        citizen.set(Optional.of(next));
    }

    public ObjectProperty<Optional<Called>> calledProperty() {
        return called;
    }
}
