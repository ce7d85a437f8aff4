package it.sportello.devices.twin.card;

/** What a card does with a command. */
public sealed interface CardReply {
    /** Data and status word. */
    final class Answer implements CardReply {
        private final byte[] bytes;

        public Answer(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** Nothing, for ever. */
    record Silence() implements CardReply {}

    /** The card has left the reader. */
    record Pulled() implements CardReply {}
}
