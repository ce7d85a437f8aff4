package it.sportello.devices.twin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way out of a twin, on which the scripted faults happen: each thing sent meets the next of them, or the one that was
 * planned for it by its place ("the third answer is cut after two bytes").
 */
public final class FaultyWire {

    /** All but the last byte go out before a cut. */
    public static final int ALL_BUT_ONE = -1;

    private static final int NOISE = 40;

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Late(byte[] bytes, long due) {}

    private record Planned(TwinFault fault, int bytes) {}

    private final Consumer<byte[]> line;
    private final Runnable pull;
    private final Runnable restart;
    private final Map<Long, Planned> plan = new HashMap<>();
    private final Deque<Late> late = new ArrayDeque<>();
    private Random noise = new Random(7);
    private Duration delay = Duration.ofMillis(150);
    private long sent;

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

    /** Adds to what will happen, one fault for each thing sent that has none yet. */
    public synchronized void script(List<TwinFault> faults) {
        long place = sent;
        for (TwinFault fault : faults) {
            while (plan.containsKey(place)) {
                place++;
            }
            plan.put(place, new Planned(fault, ALL_BUT_ONE));
        }
    }

    /**
     * Plans a fault for one of the next things sent.
     *
     * @param answer which one, 1 for the next
     * @param bytes how many bytes of it go out before a cut or a delay; {@link #ALL_BUT_ONE}
     */
    public synchronized void plan(TwinFault fault, int answer, int bytes) {
        if (answer < 1) {
            throw new IllegalArgumentException("answers are counted from 1");
        }
        plan.put(sent + answer - 1, new Planned(fault, bytes));
    }

    /** Forgets the faults that have not happened yet. */
    public synchronized void heal() {
        plan.clear();
    }

    /** How many faults have not happened yet. */
    public synchronized int pending() {
        return plan.size();
    }

    /** How late a late byte comes. */
    public synchronized void delay(Duration next) {
        delay = next;
    }

    /** Makes the noise that of another day; the same seed makes the same noise. */
    public synchronized void seed(long seed) {
        noise = new Random(seed);
    }

    private synchronized @Nullable Planned next() {
        return plan.remove(sent++);
    }

    /** Sends, with the fault that is planned for it if there is one. */
    public void send(byte[] bytes) {
        Planned planned = next();
        if (planned == null) {
            line.accept(bytes);
            return;
        }
        int most = Math.max(0, bytes.length - 1);
        int cut = planned.bytes() < 0 ? most : Math.min(planned.bytes(), most);
        byte[] begin = Arrays.copyOf(bytes, cut);
        switch (planned.fault()) {
            case SILENCE -> {
                // Nothing goes out.
            }
            case GARBAGE -> line.accept(garbage());
            case PARTIAL -> say(begin);
            case DELAYED_BYTE -> {
                say(begin);
                synchronized (this) {
                    byte[] rest = Arrays.copyOfRange(bytes, cut, bytes.length);
                    late.add(new Late(rest, System.nanoTime() + delay.toNanos()));
                }
            }
            case DUPLICATE -> {
                line.accept(bytes);
                line.accept(bytes);
            }
            case DISCONNECT -> {
                say(begin);
                pull.run();
            }
            case RESET -> restart.run();
        }
    }

    private void say(byte[] bytes) {
        if (bytes.length > 0) {
            line.accept(bytes);
        }
    }

    private synchronized byte[] garbage() {
        byte[] bytes = new byte[NOISE];
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
