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
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A kiosk validator that speaks ITL SSP, with a container that knows what really lies in it. As the real one it goes to
 * sleep when nobody asks it for a while, gives a note back that waits too long, and keeps weighty events over a power loss
 * when it is polled with acknowledgement.
 */
public final class VirtualSspValidator implements Twin {

    /**
     * What it is.
     *
     * @param highestProtocol it refuses to speak a later version
     * @param pollWithAck whether it knows the poll with acknowledgement
     * @param country of its notes, three letters
     */
    public record Model(int highestProtocol, boolean pollWithAck, String country) {
        public static final Model MODERN = new Model(7, true, "EUR");
        public static final Model OLD = new Model(4, false, "EUR");
    }

    private static final List<Denomination> CHANNELS = List.of(
            Denomination.NOTE_5,
            Denomination.NOTE_10,
            Denomination.NOTE_20,
            Denomination.NOTE_50,
            Denomination.NOTE_100,
            Denomination.NOTE_200,
            Denomination.NOTE_500);
    private static final int OK = 0xF0;

    private enum Path {
        EMPTY,
        MOVING,
        ESCROW,
        OFFERED,
        STACKING,
        REJECTING,
        REJECTED
    }

    private final Object lock = new Object();
    private final Model model;
    private final TwinLoop loop;
    private final FaultyWire wire;
    private final SspSlave slave = new SspSlave(0);
    private final Deque<byte[]> told = new ArrayDeque<>();
    private final List<byte[]> unacknowledged = new ArrayList<>();
    private final List<Denomination> container = new ArrayList<>();
    private byte[] lastAnswer = {};
    private Path path = Path.EMPTY;
    private int channel;
    private int inhibits;
    private int protocol;
    private int rejectCode;
    private int stackedCount;
    private boolean enabled;
    private boolean jammed;
    private boolean full;
    private long escrowSince;
    private long lastPoll = System.nanoTime();
    private Duration patience = Duration.ofSeconds(10);

    public VirtualSspValidator(TwinPlug plug, Model model) throws IOException {
        this.model = model;
        this.protocol = Math.min(4, model.highestProtocol());
        this.loop = new TwinLoop("virtual-ssp", plug, new TwinLoop.Behaviour() {
            @Override
            public void received(byte[] buffer, int count) {
                take(buffer, count);
            }

            @Override
            public void turn() {
                passTime();
            }
        });
        this.wire = new FaultyWire(loop::write, loop::drop, this::powerCycle);
        told.add(new byte[] {(byte) 0xF1});
        loop.start();
    }

    @Override
    public FaultyWire wire() {
        return wire;
    }

    /** The next answers meet these faults, one each. */
    public void fail(TwinFault... faults) {
        wire.script(List.of(faults));
    }

    /** How long a note waits, and how long nobody may ask, before it gives up; ten seconds as shipped. */
    public void setPatience(Duration next) {
        synchronized (lock) {
            patience = next;
        }
    }

    /** What really lies in its container, oldest first. */
    public List<Denomination> container() {
        synchronized (lock) {
            return List.copyOf(container);
        }
    }

    /** Whether its gate is open. */
    public boolean isOpen() {
        synchronized (lock) {
            return enabled;
        }
    }

    /**
     * Somebody puts a note in.
     *
     * @return whether the gate took it; a note of a closed channel is taken and comes back
     */
    public boolean insert(Denomination note) {
        synchronized (lock) {
            if (!enabled || path != Path.EMPTY || jammed || full || !unacknowledged.isEmpty()) {
                return false;
            }
            channel = CHANNELS.indexOf(note) + 1;
            path = Path.MOVING;
            return true;
        }
    }

    /** Somebody puts in paper that it rejects with this code. */
    public boolean insertUnreadable(int code) {
        synchronized (lock) {
            if (!enabled || path != Path.EMPTY) {
                return false;
            }
            rejectCode = code;
            path = Path.REJECTING;
            return true;
        }
    }

    /** Somebody tries to pull a note out by a string. */
    public void cheat(Denomination note) {
        synchronized (lock) {
            told.add(new byte[] {(byte) 0xE6, (byte) (CHANNELS.indexOf(note) + 1)});
        }
    }

    public void setJammed(boolean jammed) {
        synchronized (lock) {
            this.jammed = jammed;
        }
    }

    public void setFull(boolean full) {
        synchronized (lock) {
            this.full = full;
        }
    }

    /** Takes the container out and empties it. */
    public void removeCashbox() {
        synchronized (lock) {
            container.clear();
            told.add(new byte[] {(byte) 0xE3});
        }
    }

    public void replaceCashbox() {
        synchronized (lock) {
            told.add(new byte[] {(byte) 0xE4});
        }
    }

    /** Sends an event of any code with the next poll. */
    public void say(byte... event) {
        synchronized (lock) {
            told.add(event.clone());
        }
    }

    /** A note falls in without that anybody is told: what happens when an answer is lost for good. */
    public void stackUnseen(Denomination note) {
        synchronized (lock) {
            container.add(note);
            stackedCount++;
        }
    }

    /** Switches it off and on again; the line stays. What lay in the path is brought away at once. */
    public void powerCycle() {
        synchronized (lock) {
            slave.forget();
            told.clear();
            told.add(new byte[] {(byte) 0xF1});
            enabled = false;
            inhibits = 0;
            protocol = Math.min(4, model.highestProtocol());
            switch (path) {
                case MOVING, REJECTING -> told.add(new byte[] {(byte) 0xE1, 0});
                case ESCROW, OFFERED -> told.add(new byte[] {(byte) 0xE1, (byte) channel});
                case STACKING -> {
                    told.add(new byte[] {(byte) 0xE2, (byte) channel});
                    stackedCount++;
                }
                case EMPTY, REJECTED -> {
                    // Nothing lies in the path.
                }
            }
            path = Path.EMPTY;
        }
    }

    /** Pulls the cable; the unit stays on. */
    @Override
    public void unplug() {
        loop.unplug();
    }

    @Override
    public TwinLoop line() {
        return loop;
    }

    private void passTime() {
        wire.turn();
        synchronized (lock) {
            long now = System.nanoTime();
            boolean waits = path == Path.ESCROW || path == Path.OFFERED;
            if (waits && now - escrowSince > patience.toNanos()) {
                rejectCode = 0x13;
                path = Path.REJECTING;
            }
            if (enabled && now - lastPoll > patience.toNanos()) {
                enabled = false;
            }
        }
    }

    private void take(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            byte[] answer;
            synchronized (lock) {
                Optional<SspSlave.Question> question = slave.receive(buffer[i] & 0xFF);
                if (question.isEmpty()) {
                    continue;
                }
                if (!question.get().repeated()) {
                    lastAnswer = slave.answer(obey(question.get().data()));
                }
                answer = lastAnswer;
            }
            if (answer.length > 0) {
                wire.send(answer);
            }
        }
    }

    private byte[] obey(byte[] command) {
        int wanted = switch (command[0]) {
            case 0x06 -> 2;
            case 0x02 -> Math.clamp(command.length, 2, 3);
            default -> 1;
        };
        if (command.length != wanted) {
            return bytes(0xF3);
        }
        return switch (command[0]) {
            case 0x01 -> {
                powerCycle();
                yield bytes(OK);
            }
            case 0x02 -> {
                inhibits = (command[1] & 0xFF) | (command.length > 2 ? (command[2] & 0xFF) << 8 : 0);
                yield bytes(OK);
            }
            case 0x03, 0x04, 0x11, 0x18 -> {
                escrowSince = System.nanoTime();
                yield bytes(OK);
            }
            case 0x05 -> setup();
            case 0x06 -> {
                boolean known = command[1] <= model.highestProtocol();
                protocol = known ? command[1] : protocol;
                yield bytes(known ? OK : 0xF8);
            }
            case 0x07 -> poll(false);
            case 0x08 -> reject();
            case 0x09, 0x0A -> {
                enabled = command[0] == 0x0A;
                lastPoll = System.nanoTime();
                yield bytes(OK);
            }
            case 0x0C -> bytes(OK, 0x00, 0x12, 0xD6, 0x87);
            case 0x17 -> bytes(OK, rejectCode);
            case 0x56 -> model.pollWithAck() ? poll(true) : bytes(0xF2);
            case 0x57 -> {
                boolean any = !unacknowledged.isEmpty();
                unacknowledged.clear();
                yield model.pollWithAck() ? bytes(any ? OK : 0xF5) : bytes(0xF2);
            }
            case 0x58 -> counters();
            default -> bytes(0xF2);
        };
    }

    private byte[] reject() {
        if (path != Path.ESCROW && path != Path.OFFERED) {
            return bytes(0xF5);
        }
        rejectCode = 0x08;
        path = Path.REJECTING;
        return bytes(OK);
    }

    private byte[] poll(boolean ack) {
        lastPoll = System.nanoTime();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(OK);
        boolean held = ack && !unacknowledged.isEmpty();
        if (held) {
            unacknowledged.forEach(out::writeBytes);
        }
        while (!told.isEmpty()) {
            tell(out, told.remove(), ack);
        }
        if (!held) {
            step(out, ack);
        }
        if (jammed) {
            out.write(0xE9);
        }
        if (full) {
            out.write(0xE7);
        }
        if (!enabled) {
            out.write(0xE8);
        }
        return out.toByteArray();
    }

    private void tell(ByteArrayOutputStream out, byte[] event, boolean ack) {
        out.writeBytes(event);
        int code = event[0] & 0xFF;
        if (ack && (code == 0xEE || code == 0xE6 || code == 0xE1 || code == 0xE2)) {
            unacknowledged.add(event);
        }
    }

    private void step(ByteArrayOutputStream out, boolean ack) {
        switch (path) {
            case MOVING -> {
                out.writeBytes(bytes(0xEF, 0));
                path = Path.ESCROW;
                escrowSince = System.nanoTime();
                if ((inhibits >> (channel - 1) & 1) == 0) {
                    rejectCode = 0x06;
                    path = Path.REJECTING;
                }
            }
            case ESCROW -> {
                out.writeBytes(bytes(0xEF, channel));
                path = Path.OFFERED;
            }
            case OFFERED -> {
                out.write(0xCC);
                container.add(CHANNELS.get(channel - 1));
                path = Path.STACKING;
                tell(out, bytes(0xEE, channel), ack);
            }
            case STACKING -> {
                out.write(0xEB);
                stackedCount++;
                path = Path.EMPTY;
            }
            case REJECTING -> {
                out.write(0xED);
                path = Path.REJECTED;
            }
            case REJECTED -> {
                out.write(0xEC);
                path = Path.EMPTY;
            }
            case EMPTY -> {
                // Nothing happens.
            }
        }
    }

    private byte[] counters() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(OK, 5));
        out.writeBytes(bytes(stackedCount & 0xFF, stackedCount >> 8 & 0xFF, 0, 0));
        out.writeBytes(new byte[16]);
        return out.toByteArray();
    }

    private byte[] setup() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] country = model.country().getBytes(StandardCharsets.US_ASCII);
        out.writeBytes(bytes(OK, 0));
        out.writeBytes("0333".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(country);
        out.writeBytes(bytes(0, 0, 1, CHANNELS.size()));
        CHANNELS.forEach(note -> out.write(note.cents() / 100 > 255 ? 0 : note.cents() / 100));
        CHANNELS.forEach(note -> out.write(2));
        out.writeBytes(bytes(0, 0, 0x64, protocol));
        if (protocol >= 6) {
            CHANNELS.forEach(note -> out.writeBytes(country));
            for (Denomination note : CHANNELS) {
                int euro = note.cents() / 100;
                out.writeBytes(bytes(euro & 0xFF, euro >> 8, 0, 0));
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Override
    public void close() {
        loop.close();
    }
}
