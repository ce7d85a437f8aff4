package it.sportello.devices.twin.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The terminal's side of the line: what the desk sends cut into pieces, and what goes back put into packets. */
final class TerminalWire {

    private static final int ROOM = 4096;

    /** What the desk sent. */
    enum Kind {
        REQUEST,
        /** A packet whose check byte is wrong. */
        SPOILT,
        YES,
        NO
    }

    /** One piece; the content is empty for YES and NO. */
    record Piece(Kind kind, String content) {}

    private final CheckByte check;
    private byte[] waiting = new byte[0];

    TerminalWire(CheckByte check) {
        this.check = check;
    }

    void forget() {
        waiting = new byte[0];
    }

    void add(byte[] buffer, int count) {
        byte[] longer = Arrays.copyOf(waiting, waiting.length + count);
        System.arraycopy(buffer, 0, longer, waiting.length, count);
        waiting = longer.length > ROOM ? Arrays.copyOfRange(longer, longer.length - ROOM, longer.length) : longer;
    }

    /** The next whole piece; what stands before the last beginning was broken off or never was one. */
    Optional<Piece> next() {
        int begin = -1;
        int etx = 0;
        while (etx < waiting.length && (begin < 0 || waiting[etx] != 3)) {
            if ("\u0002\u0006\u0015".indexOf(waiting[etx]) >= 0) {
                begin = etx;
            }
            etx++;
        }
        if (etx + 1 >= waiting.length) {
            return Optional.empty();
        }
        boolean right = (byte) check.of(waiting, begin, etx) == waiting[etx + 1];
        int first = waiting[begin];
        String content = new String(waiting, begin + 1, etx - begin - 1, StandardCharsets.ISO_8859_1);
        waiting = Arrays.copyOfRange(waiting, etx + 2, waiting.length);
        if (!right || (first != 2 && !content.isEmpty())) {
            return Optional.of(new Piece(Kind.SPOILT, content));
        }
        return Optional.of(
                switch (first) {
                    case 2 -> new Piece(Kind.REQUEST, content);
                    case 6 -> new Piece(Kind.YES, "");
                    default -> new Piece(Kind.NO, "");
                });
    }

    byte[] message(String content, boolean spoilt) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(2);
        out.writeBytes(content.getBytes(StandardCharsets.ISO_8859_1));
        out.write(3);
        byte[] packet = out.toByteArray();
        out.write(check.of(packet, 0, packet.length - 1) ^ (spoilt ? 0x40 : 0));
        return out.toByteArray();
    }

    byte[] answer(boolean yes) {
        byte[] packet = {(byte) (yes ? 6 : 21), 3, 0};
        packet[2] = (byte) check.of(packet, 0, 1);
        return packet;
    }

    static byte[] progress(String text) {
        String twenty = (text + " ".repeat(20)).substring(0, 20);
        return ("\u0001" + twenty + "\u0004").getBytes(StandardCharsets.ISO_8859_1);
    }
}
