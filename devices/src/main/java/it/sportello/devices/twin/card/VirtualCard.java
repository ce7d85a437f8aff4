package it.sportello.devices.twin.card;

import it.sportello.devices.twin.card.CardNode.Folder;
import it.sportello.devices.twin.card.CardNode.Transparent;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A card: a file system and the commands SELECT, READ BINARY and VERIFY over it (ISO 7816-4 as the CNS uses it). It counts
 * the PINs that are tried, which must stay at none. Used by one slot at a time.
 */
public final class VirtualCard {
    private static final int MASTER_FILE = 0x3F00;
    private static final int PIN_TRIES = 3;

    private final CardBehaviour behaviour;
    private final Folder master;
    private final AtomicInteger commands = new AtomicInteger();
    private final AtomicInteger pinsTried = new AtomicInteger();
    private final Set<Integer> instructions = ConcurrentHashMap.newKeySet();
    private Folder folder;
    private @Nullable Transparent file;
    private boolean applicationSelected;

    VirtualCard(CardBehaviour behaviour, List<CardNode> content) {
        this.behaviour = behaviour;
        this.master = new Folder(MASTER_FILE, content);
        this.folder = master;
    }

    /** Answer to reset. */
    public byte[] atr() {
        return HexFormat.of().parseHex(behaviour.atr());
    }

    /** Power on, power off and reset all lead back to the master file. */
    public synchronized void reset() {
        folder = master;
        file = null;
        applicationSelected = false;
    }

    /** How many PINs were tried on this card. */
    public int pinsTried() {
        return pinsTried.get();
    }

    /** How many commands this card was given. */
    public int commands() {
        return commands.get();
    }

    /** The instruction bytes this card was ever given. */
    public Set<Integer> instructions() {
        return Set.copyOf(instructions);
    }

    /** Obeys a command; may take its time, see {@link CardTrouble.Slow}. */
    public synchronized CardReply obey(byte[] command) throws InterruptedException {
        int before = commands.getAndIncrement();
        if (command.length > 1) {
            instructions.add(command[1] & 0xFF);
        }
        return switch (behaviour.trouble()) {
            case CardTrouble.None none -> new CardReply.Answer(execute(command));
            case CardTrouble.MuteAfter mute ->
                before >= mute.commands() ? new CardReply.Silence() : new CardReply.Answer(execute(command));
            case CardTrouble.PulledAfter pulled ->
                before >= pulled.commands() ? new CardReply.Pulled() : new CardReply.Answer(execute(command));
            case CardTrouble.GarbageAfter garbage ->
                new CardReply.Answer(before >= garbage.commands() ? noise(garbage.seed() + before) : execute(command));
            case CardTrouble.PartialAfter partial ->
                before == partial.commands()
                        ? new CardReply.Half(execute(command))
                        : new CardReply.Answer(execute(command));
            case CardTrouble.TwiceAfter twice ->
                before == twice.commands()
                        ? new CardReply.Twice(execute(command))
                        : new CardReply.Answer(execute(command));
            case CardTrouble.ResetAfter reset -> {
                if (before == reset.commands()) {
                    reset();
                }
                yield new CardReply.Answer(execute(command));
            }
            case CardTrouble.Trickle trickle -> new CardReply.Trickled(execute(command), trickle.pause());
            case CardTrouble.Slow slow -> {
                boolean reading = command.length > 1 && command[1] == (byte) 0xB0;
                Thread.sleep(
                        reading ? slow.reading().toMillis() : slow.command().toMillis());
                yield new CardReply.Answer(execute(command));
            }
        };
    }

    private static byte[] noise(long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[2 + random.nextInt(60)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] execute(byte[] command) {
        if (command.length < 4) {
            return word(0x6700);
        }
        if (command[0] != 0x00) {
            return word(0x6E00);
        }
        return switch (command[1] & 0xFF) {
            case 0xA4 -> select(command);
            case 0xB0 -> readBinary(command);
            case 0x20 -> verify(command);
            default -> word(0x6D00);
        };
    }

    private byte[] select(byte[] command) {
        int length = command.length > 4 ? command[4] & 0xFF : 0;
        if (length == 0 || command.length < 5 + length || command.length > 6 + length) {
            return word(0x6700);
        }
        byte[] what = Arrays.copyOfRange(command, 5, 5 + length);
        boolean wantsInformation = command.length > 5 + length && command[3] == 0x00;
        if (command[2] == 0x04) {
            return selectApplication(what, wantsInformation);
        }
        CardNode found = switch (command[2]) {
            case 0x00 -> length == 2 ? byId(number(what, 0)) : null;
            case 0x08 -> reachable() ? walk(master, what) : null;
            case 0x09 -> reachable() ? walk(folder, what) : null;
            default -> null;
        };
        if (found == null) {
            return word(command[2] == 0x00 || command[2] == 0x08 || command[2] == 0x09 ? 0x6A82 : 0x6A86);
        }
        enter(found, what, command[2] == 0x00 ? folder : command[2] == 0x08 ? master : folder);
        return answer(wantsInformation ? found.information() : new byte[0]);
    }

    private byte[] selectApplication(byte[] name, boolean wantsInformation) {
        if (!behaviour.applications().contains(HexFormat.of().withUpperCase().formatHex(name))) {
            return word(0x6A82);
        }
        reset();
        applicationSelected = true;
        return answer(wantsInformation ? master.information() : new byte[0]);
    }

    /** Lots that want their application first hide the files until it is selected. */
    private boolean reachable() {
        return behaviour.byPath() || applicationSelected;
    }

    private @Nullable CardNode byId(int id) {
        if (id == MASTER_FILE) {
            return master;
        }
        if (!reachable()) {
            return null;
        }
        CardNode child = folder.child(id);
        return child != null ? child : parent(folder).child(id);
    }

    private Folder parent(Folder of) {
        return of.equals(master) ? of : master;
    }

    private @Nullable CardNode walk(Folder from, byte[] path) {
        if (path.length == 0 || path.length % 2 != 0) {
            return null;
        }
        CardNode at = from;
        for (int i = 0; i < path.length; i += 2) {
            CardNode next = at instanceof Folder here ? here.child(number(path, i)) : null;
            if (next == null) {
                return null;
            }
            at = next;
        }
        return at;
    }

    private void enter(CardNode found, byte[] path, Folder from) {
        if (found instanceof Folder entered) {
            folder = entered;
            file = null;
        } else if (found instanceof Transparent opened) {
            file = opened;
            for (int i = 0; i + 2 < path.length; i += 2) {
                from = from.child(number(path, i)) instanceof Folder deeper ? deeper : from;
            }
            folder = from.child(opened.id()) == null ? parent(from) : from;
        }
    }

    private byte[] readBinary(byte[] command) {
        if (command.length != 5) {
            return word(0x6700);
        }
        if (file == null) {
            return word(0x6986);
        }
        int offset = number(command, 2);
        if (offset > 0x7FFF) {
            return word(0x6A86);
        }
        int left = file.content().length - offset;
        if (left <= 0) {
            return word(0x6B00);
        }
        int wanted = command[4] == 0 ? 256 : command[4] & 0xFF;
        if (wanted > left && behaviour.lengthStrict()) {
            return word(0x6C00 | left);
        }
        byte[] data = Arrays.copyOfRange(file.content(), offset, offset + Math.min(wanted, left));
        return wanted > left ? answer(data, 0x6282) : answer(data);
    }

    private byte[] verify(byte[] command) {
        if (command.length <= 5) {
            return word(0x63C0 | Math.max(0, PIN_TRIES - pinsTried.get()));
        }
        int left = PIN_TRIES - pinsTried.incrementAndGet();
        return word(left > 0 ? 0x63C0 | left : 0x6983);
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    private static byte[] word(int statusWord) {
        return answer(new byte[0], statusWord);
    }

    private static byte[] answer(byte[] data) {
        return answer(data, 0x9000);
    }

    private static byte[] answer(byte[] data, int statusWord) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(data.length + 2);
        bytes.writeBytes(data);
        bytes.write(statusWord >> 8);
        bytes.write(statusWord);
        return bytes.toByteArray();
    }
}
