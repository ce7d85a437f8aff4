package it.sportello.devices.printer;

import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/** A line to a printer in good health that breaks when it has carried so many bytes of a document. */
final class DyingLink implements Link {
    private static final byte[] WELL = {0x12};

    private final int carries;
    private final boolean tells;
    private final ByteArrayOutputStream carried = new ByteArrayOutputStream();
    private final Queue<byte[]> answers = new ArrayDeque<>();
    private boolean dead;

    /**
     * @param carries how many bytes go through before it breaks
     * @param tells whether the write that breaks it says how many went, and only the next call fails
     */
    DyingLink(int carries, boolean tells) {
        this.carries = carries;
        this.tells = tells;
    }

    int carried() {
        return carried.size();
    }

    @Override
    public void open() {}

    @Override
    public int read(byte[] buffer, Duration limit) throws LinkException {
        live();
        byte[] answer = answers.poll();
        if (answer == null) {
            return 0;
        }
        System.arraycopy(answer, 0, buffer, 0, answer.length);
        return answer.length;
    }

    @Override
    public int write(byte[] bytes, int offset, int length, Duration limit) throws LinkException {
        live();
        if (length == 3 && bytes[offset] == 0x10 && bytes[offset + 1] == 0x04) {
            answers.add(WELL);
            return length;
        }
        int goes = Math.min(length, carries - carried.size());
        carried.writeBytes(Arrays.copyOfRange(bytes, offset, offset + goes));
        if (goes < length) {
            dead = true;
            if (!tells || goes == 0) {
                live();
            }
        }
        return goes;
    }

    private void live() throws LinkException {
        if (dead) {
            throw new LinkException(LinkException.Kind.GONE, "the line broke");
        }
    }

    @Override
    public void close() {
        dead = true;
    }
}
