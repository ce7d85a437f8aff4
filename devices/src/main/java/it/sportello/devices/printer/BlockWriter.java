package it.sportello.devices.printer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Gathers whole commands into blocks. */
final class BlockWriter {

    /** Well below the smallest receive buffer met (4 KB), so that a stopped printer still has room for a question. */
    private static final int BLOCK = 1024;

    private final List<byte[]> blocks = new ArrayList<>();
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();

    /** A whole command or a run of text: never cut. */
    void command(int... bytes) {
        for (int b : bytes) {
            current.write(b);
        }
    }

    void data(byte[] bytes) {
        current.writeBytes(bytes);
    }

    /** Here the stream may be interrupted. */
    void border() {
        if (current.size() >= BLOCK) {
            endBlock();
        }
    }

    void endBlock() {
        if (current.size() > 0) {
            blocks.add(current.toByteArray());
            current.reset();
        }
    }

    EncodedReceipt finished() {
        endBlock();
        return new EncodedReceipt(blocks);
    }
}
