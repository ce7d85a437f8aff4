package it.sportello.app.frame;

import it.sportello.app.frame.Citizen.Tone;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Announcements in the status line: read by screen readers, never taking the focus. News and successes fade by
 * themselves; attention and danger stay until another message or Esc.
 */
public final class Messages {
    /** An announcement, in Italian, without personal data beyond what the screen shows anyway. */
    public record Message(Tone tone, String text, Instant at) {}

    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<Message>> latest = new ReadOnlyObjectWrapper<>(Optional.empty());
    private String lasting = "";

    public Messages(InstantSource clock) {
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<Optional<Message>> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /** Something happened elsewhere. */
    public void information(String text) {
        say(Tone.INFORMATION, text);
    }

    /** What the operator asked for is done. */
    public void good(String text) {
        say(Tone.GOOD, text);
    }

    /** Something wants an eye; nothing is refused. */
    public void attention(String text) {
        say(Tone.ATTENTION, text);
    }

    /** Something was refused or failed. */
    public void danger(String text) {
        say(Tone.DANGER, text);
    }

    /** Something waits at this desk, whatever screen is shown: it stays until it is withdrawn or Esc puts it away. */
    public void waiting(String text) {
        lasting = text;
        say(Tone.ATTENTION, text);
    }

    /** What an announcement told of is over; another one that took its place stays. */
    public void withdraw(String text) {
        if (latest.get().filter(message -> message.text().equals(text)).isPresent()) {
            clear();
        }
    }

    /** Another screen or person: what was wrong before is no news any more. */
    public void clearWarnings() {
        if (latest.get()
                .filter(message -> message.tone() == Tone.ATTENTION || message.tone() == Tone.DANGER)
                .filter(message -> !message.text().equals(lasting))
                .isPresent()) {
            clear();
        }
    }

    /** Another person's turn: what was done for the one before is not told over their data. */
    public void clearForNext() {
        if (latest.get().filter(message -> !message.text().equals(lasting)).isPresent()) {
            clear();
        }
    }

    public void clear() {
        latest.set(Optional.empty());
    }

    private void say(Tone tone, String text) {
        latest.set(Optional.of(new Message(tone, text, clock.instant())));
    }
}
