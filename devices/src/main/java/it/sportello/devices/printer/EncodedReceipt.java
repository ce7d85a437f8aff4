package it.sportello.devices.printer;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A receipt as bytes, in blocks. A block ends where a command ends, so that between two blocks the printer can be asked
 * how it is: inside a picture a question would be taken for dots.
 */
public final class EncodedReceipt {

    private final List<byte[]> blocks;

    EncodedReceipt(List<byte[]> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    public int blockCount() {
        return blocks.size();
    }

    public byte[] block(int index) {
        return blocks.get(index).clone();
    }

    public int length() {
        return blocks.stream().mapToInt(block -> block.length).sum();
    }

    public byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream(length());
        blocks.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
