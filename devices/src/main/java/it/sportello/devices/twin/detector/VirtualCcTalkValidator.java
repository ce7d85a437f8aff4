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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A kiosk validator that speaks ccTalk on one data wire, with a container that knows what really lies in it. It counts its
 * events, remembers the last five and forgets all when it is switched off.
 */
public final class VirtualCcTalkValidator implements Twin {

    /**
     * What it is.
     *
     * @param crc whether its frames carry a CRC instead of the simple sum
     * @param echo whether the line gives the host's bytes back
     */
    public record Model(boolean crc, boolean echo) {}

    private static final int ADDRESS = 40;
    private static final int HOST = 1;
    private static final long GAP = Duration.ofMillis(50).toNanos();
    /** The order is on purpose not that of the values, and there are holes: hosts have to ask. */
    private static final List<Denomination> TYPES = List.of(
            Denomination.NOTE_20,
            Denomination.NOTE_5,
            Denomination.NOTE_10,
            Denomination.NOTE_50,
            Denomination.NOTE_100,
            Denomination.NOTE_500,
            Denomination.NOTE_200);

    private final Object lock = new Object();
    private final Model model;
    private final TwinLoop loop;
    private final FaultyWire wire;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final List<Denomination> container = new ArrayList<>();
    private final int[] memory = new int[10];
    private long lastByte;
    private int counter;
    private int inhibits;
    private boolean accepting;
    private int escrow;
    private int stacking;
    private long escrowSince;
    private int selfCheck;
    private Duration patience = Duration.ofSeconds(10);

    public VirtualCcTalkValidator(TwinPlug plug, Model model) throws IOException {
        this.model = model;
        this.loop = new TwinLoop("virtual-cctalk", plug, new TwinLoop.Behaviour() {
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

    /** How long a note waits at the gate before it goes back. */
    public void setPatience(Duration next) {
        synchronized (lock) {
            patience = next;
        }
    }

    /** What its self-check finds from now on, 0 for nothing. */
    public void setSelfCheck(int code) {
        synchronized (lock) {
            selfCheck = code;
        }
    }

    /** What really lies in its container, oldest first. */
    public List<Denomination> container() {
        synchronized (lock) {
            return List.copyOf(container);
        }
    }

    public boolean isOpen() {
        synchronized (lock) {
            return accepting;
        }
    }

    /**
     * Somebody puts a note in.
     *
     * @return whether the gate took it
     */
    public boolean insert(Denomination note) {
        synchronized (lock) {
            int type = TYPES.indexOf(note) + 1;
            if (!accepting || escrow != 0 || stacking != 0) {
                return false;
            }
            if ((inhibits >> (type - 1) & 1) == 0) {
                happen(0, 4);
                return true;
            }
            escrow = type;
            escrowSince = System.nanoTime();
            happen(type, 1);
            return true;
        }
    }

    /** An event of any kind: a jam, a fraud, a container taken out. */
    public void happen(int a, int b) {
        synchronized (lock) {
            counter = counter % 255 + 1;
            System.arraycopy(memory, 0, memory, 2, 8);
            memory[0] = a;
            memory[1] = b;
        }
    }

    /** A note falls into the container at once. */
    public void stackAtOnce(Denomination note) {
        synchronized (lock) {
            container.add(note);
            happen(TYPES.indexOf(note) + 1, 0);
        }
    }

    /** Switches it off and on again; the line stays. A note on its way falls into the container, one that waits goes back. */
    public void powerCycle() {
        synchronized (lock) {
            frame.reset();
            Arrays.fill(memory, 0);
            counter = 0;
            inhibits = 0;
            accepting = false;
            escrow = 0;
            stacking = 0;
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
            if (escrow != 0 && System.nanoTime() - escrowSince > patience.toNanos()) {
                escrow = 0;
                happen(0, 1);
            }
        }
    }

    private void take(byte[] buffer, int count) {
        if (model.echo()) {
            loop.write(Arrays.copyOf(buffer, count));
        }
        long now = System.nanoTime();
        for (int i = 0; i < count; i++) {
            byte[] answer = {};
            synchronized (lock) {
                if (now - lastByte > GAP) {
                    frame.reset();
                }
                lastByte = now;
                frame.write(buffer[i]);
                byte[] bytes = frame.toByteArray();
                if (bytes.length > 1 && bytes.length == (bytes[1] & 0xFF) + 5) {
                    frame.reset();
                    answer = sound(bytes) ? obey(bytes) : answer;
                }
            }
            if (answer.length > 0) {
                wire.send(answer);
            }
        }
    }

    private boolean sound(byte[] bytes) {
        if ((bytes[0] & 0xFF) != ADDRESS) {
            return false;
        }
        if (model.crc()) {
            int sum = remainder(bytes);
            return (bytes[2] & 0xFF) == (sum & 0xFF) && (bytes[bytes.length - 1] & 0xFF) == sum >> 8;
        }
        int sum = 0;
        for (byte b : bytes) {
            sum = (sum + (b & 0xFF)) % 256;
        }
        return sum == 0 && bytes[2] == HOST;
    }

    /** The CRC as the remainder of a long division, bit by bit over the message with sixteen zeros behind it. */
    private static int remainder(byte[] bytes) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(bytes, 0, 2);
        message.write(bytes, 3, bytes.length - 4);
        message.write(0);
        message.write(0);
        int rest = 0;
        for (byte b : message.toByteArray()) {
            for (int mask = 0x80; mask > 0; mask >>= 1) {
                rest = rest << 1 | ((b & mask) == 0 ? 0 : 1);
                if ((rest & 0x10000) != 0) {
                    rest ^= 0x11021;
                }
            }
        }
        return rest;
    }

    private byte[] answer(byte... data) {
        byte[] bytes = new byte[data.length + 5];
        bytes[0] = HOST;
        bytes[1] = (byte) data.length;
        System.arraycopy(data, 0, bytes, 4, data.length);
        if (model.crc()) {
            int sum = remainder(bytes);
            bytes[2] = (byte) (sum & 0xFF);
            bytes[bytes.length - 1] = (byte) (sum >> 8);
        } else {
            bytes[2] = ADDRESS;
            int sum = 0;
            for (byte b : bytes) {
                sum += b & 0xFF;
            }
            bytes[bytes.length - 1] = (byte) (256 - sum % 256);
        }
        return bytes;
    }

    private byte[] words(String text) {
        return answer(text.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] obey(byte[] bytes) {
        int first = bytes.length > 5 ? bytes[4] & 0xFF : 0;
        return switch (bytes[3] & 0xFF) {
            case 254 -> answer();
            case 1 -> {
                powerCycle();
                yield answer();
            }
            case 246 -> words("TWN");
            case 245 -> words("Bill Validator");
            case 244 -> words("TWIN-7");
            case 242 -> answer((byte) 0x78, (byte) 0x56, (byte) 0x34);
            case 232 -> answer((byte) selfCheck);
            case 156 -> answer((byte) 100, (byte) 0, (byte) 2);
            case 157 ->
                words(
                        first >= 1 && first <= TYPES.size()
                                ? String.format(
                                        Locale.ROOT,
                                        "EU%04dA",
                                        TYPES.get(first - 1).cents() / 100)
                                : ".......");
            case 153 -> answer();
            case 231 -> {
                inhibits = first | (bytes.length > 6 ? (bytes[5] & 0xFF) << 8 : 0);
                yield answer();
            }
            case 228 -> {
                accepting = (first & 1) == 1;
                yield answer();
            }
            case 154 -> route(first);
            case 159 -> events();
            default -> new byte[0];
        };
    }

    private byte[] route(int where) {
        if (escrow == 0) {
            return answer((byte) 254);
        }
        if (where == 1) {
            stacking = escrow;
            container.add(TYPES.get(escrow - 1));
        } else {
            happen(0, 1);
        }
        escrow = 0;
        return answer();
    }

    private byte[] events() {
        if (stacking != 0) {
            happen(stacking, 0);
            stacking = 0;
        }
        byte[] data = new byte[11];
        data[0] = (byte) counter;
        for (int i = 0; i < memory.length; i++) {
            data[i + 1] = (byte) memory[i];
        }
        return answer(data);
    }

    @Override
    public void close() {
        loop.close();
    }
}
