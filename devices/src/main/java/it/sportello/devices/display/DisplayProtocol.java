package it.sportello.devices.display;

import java.util.Optional;

/** How one make of display is spoken to. */
public interface DisplayProtocol {

    /** Sent when the line has been opened. */
    byte[] begin();

    byte[] show(QueueCall call);

    byte[] clear();

    /** Whether it answers, so that silence means trouble. */
    default boolean answers() {
        return false;
    }

    /** Understands an answer: empty while it is incomplete or none, otherwise whether the display accepted. */
    default Optional<Boolean> answer(byte[] bytes, int count) {
        return Optional.empty();
    }
}
