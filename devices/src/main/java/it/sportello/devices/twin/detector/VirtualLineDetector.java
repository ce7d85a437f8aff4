package it.sportello.devices.twin.detector;

import it.sportello.devices.twin.FaultyWire;
import it.sportello.devices.twin.Twin;
import it.sportello.devices.twin.TwinFault;
import it.sportello.devices.twin.TwinLoop;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.domain.till.Denomination;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A desk detector and note counter with a serial port. What it writes is modelled on such devices' printer ports; real
 * models each have their own words. With {@link Port#PRINTER} it asks its printer whether it is well before each line and
 * holds its lines back while the answer is missing.
 */
public final class VirtualLineDetector implements Twin {

    /** What its port is meant for. */
    public enum Port {
        /** Lines of text for a computer. */
        LINES,
        /** ESC/POS for a receipt printer. */
        PRINTER
    }

    private static final byte[] ASK = {0x10, 0x04, 0x01};
    private static final long ASK_AGAIN = 200_000_000;
    private static final int WELL = 0x12;
    private static final int MOST_WAITING = 1000;

    private final Object lock = new Object();
    private final Port port;
    private final TwinLoop loop;
    private final FaultyWire wire;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean asked;
    private long askedAt;

    public VirtualLineDetector(TwinPlug plug, Port port) throws IOException {
        this.port = port;
        this.loop = new TwinLoop("virtual-detector", plug, new TwinLoop.Behaviour() {
            @Override
            public void received(byte[] buffer, int count) {
                answered(buffer, count);
            }

            @Override
            public void turn() {
                wire().turn();
                askAgain();
            }
        });
        this.wire = new FaultyWire(loop::write, loop::drop, this::restart);
        loop.start();
    }

    @Override
    public FaultyWire wire() {
        return wire;
    }

    /** The next lines meet these faults, one each. */
    public void fail(TwinFault... faults) {
        wire.script(List.of(faults));
    }

    /** Somebody lets it look at a note. */
    public void showNote(Denomination note, boolean genuine, String serial) {
        say(String.format(Locale.ROOT, "EUR %3d %s %s", note.cents() / 100, genuine ? "PASS" : "COUNTERFEIT", serial));
    }

    /** Somebody counts a bundle: a report of so many notes of each kind. */
    public void count(Map<Denomination, Integer> bundle) {
        say("*** COUNT REPORT ***");
        long total = 0;
        for (Map.Entry<Denomination, Integer> row : bundle.entrySet()) {
            long value = row.getKey().value().cents() * row.getValue();
            total += value;
            say(String.format(
                    Locale.ROOT, "EUR %3d x %4d = %s", row.getKey().cents() / 100, row.getValue(), amount(value)));
        }
        say("TOTAL EUR " + amount(total));
        say("*** END ***");
    }

    private static String amount(long cents) {
        return String.format(Locale.ITALY, "%,d,%02d", cents / 100, cents % 100);
    }

    /** Writes a line of any words. */
    public void say(String line) {
        if (port == Port.LINES) {
            wire.send((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return;
        }
        synchronized (lock) {
            if (waiting.size() < MOST_WAITING) {
                waiting.add(line);
            }
            ask();
        }
    }

    /** How many lines wait for the printer to say that it is well. */
    public int waiting() {
        synchronized (lock) {
            return waiting.size();
        }
    }

    /** Sends bytes as they are: noise on the line. */
    public void noise(byte[] bytes) {
        loop.write(bytes);
    }

    private void ask() {
        if (!asked && !waiting.isEmpty()) {
            asked = true;
            askedAt = System.nanoTime();
            loop.write(ASK);
        }
    }

    private void askAgain() {
        synchronized (lock) {
            if (asked && System.nanoTime() - askedAt > ASK_AGAIN) {
                asked = false;
                ask();
            }
        }
    }

    private void answered(byte[] buffer, int count) {
        synchronized (lock) {
            for (int i = 0; i < count; i++) {
                if (asked && buffer[i] == WELL) {
                    asked = false;
                    print(waiting.remove());
                    ask();
                }
            }
        }
    }

    private void print(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x1B, 0x40, 0x1B, 0x61, 0x01, 0x1B, 0x45, 0x01});
        out.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(new byte[] {0x0A, 0x1B, 0x45, 0x00});
        wire.send(out.toByteArray());
    }

    private void restart() {
        synchronized (lock) {
            waiting.clear();
            asked = false;
        }
    }

    /** Pulls the cable. */
    @Override
    public void unplug() {
        loop.unplug();
    }

    @Override
    public TwinLoop line() {
        return loop;
    }

    @Override
    public void close() {
        loop.close();
    }
}
