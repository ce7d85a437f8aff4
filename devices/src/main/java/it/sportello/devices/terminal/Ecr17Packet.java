package it.sportello.devices.terminal;

import java.util.Set;

/** One thing that came from the terminal. */
sealed interface Ecr17Packet {

    /** It has taken our packet. */
    record Taken() implements Ecr17Packet {}

    /** It did not understand our packet, or does not know the command. */
    record Rejected() implements Ecr17Packet {}

    /** What it shows its user. */
    record Progress(String text) implements Ecr17Packet {}

    /**
     * An application message; whether its check byte is right is not known yet.
     *
     * @param check the byte behind ETX
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Message(byte[] content, byte check) implements Ecr17Packet {

        boolean checksBy(Set<LrcRule> rules) {
            return rules.stream().anyMatch(rule -> rule.of(Ecr17Frames.STX, content) == check);
        }

        /** The message's letter; a blank when it is too short to have one. */
        char code() {
            return content.length < 10 ? ' ' : (char) (content[9] & 0xFF);
        }
    }
}
