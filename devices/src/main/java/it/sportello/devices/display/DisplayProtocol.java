package it.sportello.devices.display;

import java.time.Duration;
import java.util.Optional;

/** How one make of display is spoken to. An empty message is not sent. */
public interface DisplayProtocol {

    /** Sent when the line has been opened, and again when the display seems to have forgotten it. */
    byte[] begin();

    byte[] show(QueueCall call);

    byte[] clear();

    /** A question or sign of life that changes nothing to be seen; sent again and again. */
    default byte[] probe() {
        return new byte[0];
    }

    /**
     * The state once more, for a display that lost its power while the line stayed open; sent from time to time. Empty for
     * displays on which repeating is seen or heard.
     */
    default byte[] refresh(Optional<QueueCall> shown) {
        return new byte[0];
    }

    /** Whether it answers, so that silence means trouble. */
    default boolean answers() {
        return false;
    }

    /**
     * Understands an answer.
     *
     * @param bytes all that was heard since the message was sent, at their start
     * @return empty while it is incomplete or none, otherwise whether the display accepted
     */
    default Optional<Boolean> answer(byte[] bytes, int count) {
        return Optional.empty();
    }

    /** How long an answer may take. */
    default Duration answerLimit() {
        return Duration.ofMillis(600);
    }

    /** How often a message is sent that is not accepted, the first time included. */
    default int attempts() {
        return 2;
    }

    /** Whether each message has a connection of its own, as with HTTP. */
    default boolean hangsUp() {
        return false;
    }
}
