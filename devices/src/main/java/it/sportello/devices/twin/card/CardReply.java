package it.sportello.devices.twin.card;

import java.time.Duration;

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

    /** The first half of the bytes, and nothing more, for ever. */
    final class Half implements CardReply {
        private final byte[] bytes;

        Half(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        /** The whole answer, which half is sent of. */
        byte[] bytes() {
            return bytes.clone();
        }
    }

    /** The same answer two times. */
    final class Twice implements CardReply {
        private final byte[] bytes;

        Twice(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /** An answer byte by byte. */
    final class Trickled implements CardReply {
        private final byte[] bytes;
        private final Duration pause;

        Trickled(byte[] bytes, Duration pause) {
            this.bytes = bytes.clone();
            this.pause = pause;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        Duration pause() {
            return pause;
        }
    }

    /** Nothing, for ever. */
    record Silence() implements CardReply {}

    /** The card has left the reader. */
    record Pulled() implements CardReply {}
}
