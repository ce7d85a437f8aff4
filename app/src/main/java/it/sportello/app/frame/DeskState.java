package it.sportello.app.frame;

import it.sportello.app.frame.Citizen.Tone;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the top bar and the status bar show. The wiring and the till write it; changed on the window's thread only. */
public final class DeskState {
    /** How the line to the server stands. */
    public enum Line {
        /** Not tried yet. */
        UNKNOWN,
        ONLINE,
        OFFLINE
    }

    /** Where and who. */
    public record Place(String authority, String site, int deskNumber) {}

    /** Who works here: the badge number stands on citizens' copies, the name only in this window. */
    public record Person(String displayName, String badge) {}

    /** How the till stands, in words. */
    public record TillNotice(Tone tone, String text) {}

    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Person>> operator = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Profile>> profile = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<TillNotice>> till = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Line> line = new SimpleObjectProperty<>(Line.UNKNOWN);
    private final IntegerProperty unsent = new SimpleIntegerProperty();
    private final ObjectProperty<Optional<Duration>> oldestUnsent = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Duration>> cacheAge = new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty printQueue = new SimpleIntegerProperty();
    private final IntegerProperty tasks = new SimpleIntegerProperty();
    private final ObjectProperty<Optional<Duration>> longestWait = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Tone> waitTone = new SimpleObjectProperty<>(Tone.NEUTRAL);
    private final ObservableList<Lamp> lamps = FXCollections.observableArrayList();
    private final StringProperty version = new SimpleStringProperty("");

    public ObjectProperty<Optional<Place>> placeProperty() {
        return place;
    }

    public ObjectProperty<Optional<Person>> operatorProperty() {
        return operator;
    }

    public ObjectProperty<Optional<Profile>> profileProperty() {
        return profile;
    }

    /** How the till stands; empty when the desk works without a till. */
    public ObjectProperty<Optional<TillNotice>> tillProperty() {
        return till;
    }

    public ObjectProperty<Line> lineProperty() {
        return line;
    }

    /** Operations of this desk that the server has not yet answered. */
    public IntegerProperty unsentProperty() {
        return unsent;
    }

    public ObjectProperty<Optional<Duration>> oldestUnsentProperty() {
        return oldestUnsent;
    }

    /** Age of the data kept on the desk; empty while it follows the server. */
    public ObjectProperty<Optional<Duration>> cacheAgeProperty() {
        return cacheAge;
    }

    public IntegerProperty printQueueProperty() {
        return printQueue;
    }

    public IntegerProperty tasksProperty() {
        return tasks;
    }

    /** The longest wait of the queues of this desk. */
    public ObjectProperty<Optional<Duration>> longestWaitProperty() {
        return longestWait;
    }

    /** What the longest wait means by the thresholds of the parameters. */
    public ObjectProperty<Tone> waitToneProperty() {
        return waitTone;
    }

    /** One lamp for each device of the desk. */
    public ObservableList<Lamp> lamps() {
        return lamps;
    }

    public StringProperty versionProperty() {
        return version;
    }
}
