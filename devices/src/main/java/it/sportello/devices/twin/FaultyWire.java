package it.sportello.devices.twin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The way out of a twin, on which the scripted faults happen: each thing sent meets the next of them. */
public final class FaultyWire {

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Late(byte[] bytes, long due) {}

    private final Consumer<byte[]> line;
    private final Runnable pull;
    private final Runnable restart;
    private final Deque<TwinFault> script = new ArrayDeque<>();
    private final Deque<Late> late = new ArrayDeque<>();
    private final Random noise = new Random(7);
    private Duration delay = Duration.ofMillis(150);

    /**
     * @param line takes the bytes
     * @param pull pulls the plug
     * @param restart restarts the device
     */
    public FaultyWire(Consumer<byte[]> line, Runnable pull, Runnable restart) {
        this.line = line;
        this.pull = pull;
        this.restart = restart;
    }

    /** Adds to what will happen, one fault for each thing sent. */
    public synchronized void script(List<TwinFault> faults) {
        script.addAll(faults);
    }

    /** How late a late byte comes. */
    public synchronized void delay(Duration next) {
        delay = next;
    }

    /** Sends, with the next fault of the script if there is one. */
    public void send(byte[] bytes) {
        TwinFault fault;
        synchronized (this) {
            fault = script.poll();
        }
        if (fault == null) {
            line.accept(bytes);
            return;
        }
        byte[] most = Arrays.copyOf(bytes, bytes.length - 1);
        switch (fault) {
            case SILENCE -> {
                // Nothing goes out.
            }
            case GARBAGE -> line.accept(garbage());
            case PARTIAL -> line.accept(most);
            case DELAYED_BYTE -> {
                line.accept(most);
                synchronized (this) {
                    byte[] last = {bytes[bytes.length - 1]};
                    late.add(new Late(last, System.nanoTime() + delay.toNanos()));
                }
            }
            case DUPLICATE -> {
                line.accept(bytes);
                line.accept(bytes);
            }
            case DISCONNECT -> {
                line.accept(most);
                pull.run();
            }
            case RESET -> restart.run();
        }
    }

    private synchronized byte[] garbage() {
        byte[] bytes = new byte[40];
        noise.nextBytes(bytes);
        return bytes;
    }

    /** Sends what is late and due. */
    public void turn() {
        List<byte[]> due = new ArrayList<>();
        synchronized (this) {
            while (!late.isEmpty() && System.nanoTime() - late.peek().due() >= 0) {
                due.add(late.remove().bytes());
            }
        }
        due.forEach(line);
    }
}
