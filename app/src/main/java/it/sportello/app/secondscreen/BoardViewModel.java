package it.sportello.app.secondscreen;

import it.sportello.api.Queues;
import it.sportello.app.frame.Background;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.offlinecache.remote.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** State of the board (S67): the number called last, the four before it, and whether they are still of now. */
public final class BoardViewModel {
    /**
     * One call as it is written.
     *
     * @param desk with its word
     * @param deskNumber without
     */
    public record Line(String number, String desk, String deskNumber) {}

    /** The queue of the site, asked of the server; may wait. */
    @FunctionalInterface
    public interface Feed {
        Answer<Queues.QueueState> state();
    }

    /** Makes itself heard; may wait. */
    @FunctionalInterface
    public interface Chime {
        /** False when the computer has no sound. */
        boolean ring();
    }

    /**
     * What the board needs of its surroundings.
     *
     * @param sounds whether the operator wants to hear anything
     */
    public record Surroundings(Feed feed, Chime chime, BooleanSupplier sounds, Background background, Clock clock) {}

    /** A call of this desk comes twice when the server told it first. */
    private static final Duration BY_BOTH_WAYS = Duration.ofSeconds(3);

    private final Surroundings around;
    private final Texts texts;
    private final Words words;
    private final BoardCalls calls = new BoardCalls();
    private final ReadOnlyObjectWrapper<Optional<Line>> latest = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Line> before = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper soundNotice = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper announced = new ReadOnlyIntegerWrapper();
    private Optional<BoardCalls.Call> announcedCall = Optional.empty();
    private Instant announcedAt = Instant.MIN;
    private boolean heardServer;
    private boolean asking;

    public BoardViewModel(Surroundings around, Texts texts, Words words) {
        this.around = around;
        this.texts = texts;
        this.words = words;
    }

    /** The number called last; empty before the first of the day. */
    public ReadOnlyObjectProperty<Optional<Line>> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /** The four before it, newest first. */
    public ObservableList<Line> before() {
        return before;
    }

    /** Why the numbers may be old; empty text while they are of now. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** That nothing is heard; empty text when it is, or is not wanted. */
    public ReadOnlyStringProperty soundNoticeProperty() {
        return soundNotice.getReadOnlyProperty();
    }

    /** Grows with every new call: the sign to catch the eye. */
    public ReadOnlyIntegerProperty announcedProperty() {
        return announced.getReadOnlyProperty();
    }

    /** Asks the server; a turn that finds the one before still waiting is left out. */
    public void refresh() {
        if (asking) {
            return;
        }
        asking = true;
        around.background()
                .run(around.feed()::state)
                .whenOver(() -> asking = false)
                .onSuccess(this::show)
                .onFailure(failure -> away());
    }

    private void show(Answer<Queues.QueueState> answer) {
        if (!(answer instanceof Answer.Done<Queues.QueueState>(Queues.QueueState now))) {
            away();
            return;
        }
        if (calls.take(now)) {
            notice.set("");
            present(call -> heardServer && !call.own() && !isAnnounced(call));
            heardServer = true;
        }
    }

    private void away() {
        if (notice.get().isEmpty()) {
            notice.set(texts.get("board.away", words.time(around.clock().instant())));
        }
    }

    /** Nobody works at this desk, so it may not ask: the numbers stay as they are, and it says so. */
    public void rest() {
        notice.set(texts.get("board.resting"));
    }

    /** This desk calls a number, also while the server is away. */
    public void called(String number, int deskNumber) {
        Instant now = around.clock().instant();
        boolean heardAlready = announcedCall
                .filter(call -> !call.own() && call.number().equals(number) && call.desk() == deskNumber)
                .map(call -> announcedAt.plus(BY_BOTH_WAYS).isAfter(now))
                .orElse(false);
        calls.call(number, deskNumber, now);
        present(call -> !heardAlready);
    }

    private void present(Predicate<BoardCalls.Call> aloud) {
        List<BoardCalls.Call> newest = calls.newest();
        latest.set(newest.stream().findFirst().map(this::line));
        List<Line> others = newest.stream().skip(1).map(this::line).toList();
        if (!others.equals(List.copyOf(before))) {
            before.setAll(others);
        }
        newest.stream().findFirst().ifPresent(call -> {
            if (aloud.test(call)) {
                announcedAt = around.clock().instant();
                announce();
            }
            announcedCall = Optional.of(call);
        });
    }

    private boolean isAnnounced(BoardCalls.Call call) {
        return announcedCall
                .map(before -> before.own()
                        ? before.isKnownAs(call)
                        : before.names(call) && before.sequence() == call.sequence())
                .orElse(false);
    }

    private void announce() {
        announced.set(announced.get() + 1);
        if (around.sounds().getAsBoolean()) {
            around.background()
                    .run(around.chime()::ring)
                    .onSuccess(heard -> soundNotice.set(heard ? "" : texts.get("board.silent")))
                    .onFailure(failure -> soundNotice.set(texts.get("board.silent")));
        }
    }

    private Line line(BoardCalls.Call call) {
        String desk = Integer.toString(call.desk());
        return new Line(call.number(), texts.get("board.desk", desk), desk);
    }
}
