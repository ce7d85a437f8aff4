package it.sportello.devices.terminal;

import it.sportello.devices.terminal.Ecr17Packet.Message;
import it.sportello.devices.terminal.Ecr17Packet.Progress;
import it.sportello.devices.terminal.Ecr17Packet.Rejected;
import it.sportello.devices.terminal.Ecr17Packet.Taken;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Cuts the terminal's bytes into packets, however they are split on the way. What belongs to no packet is passed over; a
 * packet without end is given up, so that memory has a bound whatever comes.
 */
final class Ecr17Reader {

    /** The longest message of the protocol holds 1024 characters of XML behind 26 of header. */
    static final int LONGEST_MESSAGE = 1100;

    /** A terminal never has so many packets under way; more are dropped, oldest first. */
    static final int MOST_PACKETS = 256;

    private static final int LONGEST_PROGRESS = 64;

    private enum Place {
        BETWEEN,
        /** Behind 06 or 15: some terminals send nothing more, others 03 and a check byte of whatever rule. */
        AFTER_ACKNOWLEDGEMENT,
        ACKNOWLEDGEMENT_CHECK,
        PROGRESS,
        MESSAGE,
        MESSAGE_CHECK
    }

    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final Deque<Ecr17Packet> packets = new ArrayDeque<>();
    private Place place = Place.BETWEEN;

    void accept(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            accept(bytes[i] & 0xFF);
        }
    }

    Optional<Ecr17Packet> next() {
        return Optional.ofNullable(packets.poll());
    }

    private void accept(int b) {
        switch (place) {
            case BETWEEN -> begin(b);
            case AFTER_ACKNOWLEDGEMENT -> {
                if (b == Ecr17Frames.ETX) {
                    place = Place.ACKNOWLEDGEMENT_CHECK;
                } else {
                    begin(b);
                }
            }
            case ACKNOWLEDGEMENT_CHECK -> place = Place.BETWEEN;
            case PROGRESS -> progress(b);
            case MESSAGE -> message(b);
            case MESSAGE_CHECK -> {
                found(new Message(collected.toByteArray(), (byte) b));
                place = Place.BETWEEN;
            }
        }
    }

    private void begin(int b) {
        collected.reset();
        switch (b) {
            case Ecr17Frames.ACK -> {
                found(new Taken());
                place = Place.AFTER_ACKNOWLEDGEMENT;
            }
            case Ecr17Frames.NAK -> {
                found(new Rejected());
                place = Place.AFTER_ACKNOWLEDGEMENT;
            }
            case Ecr17Frames.SOH -> place = Place.PROGRESS;
            case Ecr17Frames.STX -> place = Place.MESSAGE;
            default -> place = Place.BETWEEN;
        }
    }

    private void progress(int b) {
        if (b == Ecr17Frames.EOT) {
            found(new Progress(shown()));
            place = Place.BETWEEN;
        } else if (b == Ecr17Frames.STX) {
            begin(b);
        } else {
            collect(b, LONGEST_PROGRESS);
        }
    }

    private String shown() {
        StringBuilder text = new StringBuilder();
        collected
                .toString(StandardCharsets.ISO_8859_1)
                .chars()
                .forEach(c -> text.append(c >= 0x20 && c < 0x7F ? (char) c : ' '));
        return text.toString().strip();
    }

    /** A second STX before the end means that the first packet was broken off. */
    private void message(int b) {
        if (b == Ecr17Frames.ETX) {
            place = Place.MESSAGE_CHECK;
        } else if (b == Ecr17Frames.STX) {
            begin(b);
        } else {
            collect(b, LONGEST_MESSAGE);
        }
    }

    private void collect(int b, int most) {
        if (collected.size() == most) {
            collected.reset();
            place = Place.BETWEEN;
        } else {
            collected.write(b);
        }
    }

    private void found(Ecr17Packet packet) {
        if (packets.size() == MOST_PACKETS) {
            packets.removeFirst();
        }
        packets.add(packet);
    }
}
