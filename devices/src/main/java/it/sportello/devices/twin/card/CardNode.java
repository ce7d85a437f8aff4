package it.sportello.devices.twin.card;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder (DF) or a transparent file (EF) of a card. */
sealed interface CardNode {
    int id();

    /** File control information, ISO 7816-4, as a real card words it. */
    byte[] information();

    /** A folder. */
    record Folder(int id, List<CardNode> children) implements CardNode {
        @Nullable
        CardNode child(int wanted) {
            return children.stream()
                    .filter(node -> node.id() == wanted)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public byte[] information() {
            return template(0x81, 0, new byte[] {0x38, 0x00, 0x00}, id);
        }
    }

    /** A file of bytes that may be read freely. */
    final class Transparent implements CardNode {
        private final int id;
        private final byte[] content;

        Transparent(int id, byte[] content) {
            this.id = id;
            this.content = content;
        }

        @Override
        public int id() {
            return id;
        }

        byte[] content() {
            return content;
        }

        @Override
        public byte[] information() {
            return template(0x80, content.length, new byte[] {0x01, 0x00, 0x00}, id);
        }
    }

    private static byte[] template(int sizeTag, int size, byte[] descriptor, int id) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(64);
        part(body, sizeTag, (byte) (size >> 8), (byte) size);
        part(body, 0x82, descriptor);
        part(body, 0x83, (byte) (id >> 8), (byte) id);
        part(body, 0x85, (byte) 0x01);
        byte never = (byte) 0xFF;
        part(body, 0x86, (byte) 0, never, never, never, never, never, never, never, never);
        part(body, 0x8A, (byte) 0x05);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(64);
        part(whole, 0x6F, body.toByteArray());
        return whole.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, int tag, byte... value) {
        out.write(tag);
        out.write(value.length);
        out.writeBytes(value);
    }
}
