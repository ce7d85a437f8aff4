package it.sportello.devices.twin.printer;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Lets bytes arrive at the speed of the line, and remembers when the last came. */
final class SlowLine {
    private final int bytesPerSecond;
    private final Deque<byte[]> onTheWay = new ArrayDeque<>();
    private long emptySince = System.nanoTime();
    private long passed;
    private long lastByte = System.nanoTime();

    SlowLine(int bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    void put(byte[] buffer, int count) {
        lastByte = System.nanoTime();
        if (onTheWay.isEmpty()) {
            emptySince = lastByte;
            passed = 0;
        }
        onTheWay.add(Arrays.copyOf(buffer, count));
    }

    /** What has arrived by now. */
    byte[] arrived() {
        byte[] first = onTheWay.poll();
        if (first == null) {
            return new byte[0];
        }
        if (bytesPerSecond == 0) {
            return first;
        }
        long due = (System.nanoTime() - emptySince) / 1_000_000 * bytesPerSecond / 1000 - passed;
        int now = Math.clamp(due, 0, first.length);
        if (now < first.length) {
            onTheWay.addFirst(Arrays.copyOfRange(first, now, first.length));
        }
        passed += now;
        return Arrays.copyOf(first, now);
    }

    void forget() {
        onTheWay.clear();
    }

    long idleNanos() {
        return System.nanoTime() - lastByte;
    }

    /** A rest that was noticed begins anew. */
    void noticed() {
        lastByte = System.nanoTime();
    }
}
