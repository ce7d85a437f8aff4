package it.sportello.devices.twin.scanner;

import it.sportello.devices.twin.FaultyWire;
import it.sportello.devices.twin.Twin;
import it.sportello.devices.twin.TwinLoop;
import it.sportello.devices.twin.TwinPlug;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A reader on a cable. It sends what it is shown, with the marks that its set-up sheet gave it. */
public final class VirtualScanner implements Twin {

    /** What it sends behind a code. */
    public enum Suffix {
        CR("\r"),
        LF("\n"),
        CRLF("\r\n"),
        TAB("\t"),
        ETX("\u0003"),
        NONE("");

        private final String characters;

        Suffix(String characters) {
            this.characters = characters;
        }
    }

    /**
     * Its set-up.
     *
     * @param stx whether it sends 02 before a code
     * @param identifiers whether it sends AIM identifiers
     */
    public record Setup(Suffix suffix, boolean stx, boolean identifiers) {
        public static final Setup USUAL = new Setup(Suffix.CR, false, false);
    }

    private static final String MENU = "\u0016M\r";
    private static final int LONGEST_COMMAND = 256;

    private final TwinLoop loop;
    private final FaultyWire wire;
    private final StringBuilder command = new StringBuilder();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile Setup setup;

    public VirtualScanner(TwinPlug plug, Setup setup) throws IOException {
        this.setup = setup;
        this.loop = new TwinLoop("virtual-scanner", plug, new TwinLoop.Behaviour() {
            @Override
            public void received(byte[] buffer, int count) {
                hear(buffer, count);
            }

            @Override
            public void turn() {
                wire().turn();
            }
        });
        this.wire = new FaultyWire(loop::write, loop::drop, loop::drop);
        loop.start();
    }

    /** Each code it sends is one thing on it; a restart of the reader makes its line vanish for a moment. */
    @Override
    public FaultyWire wire() {
        return wire;
    }

    public void configure(Setup next) {
        setup = next;
    }

    /**
     * Shows it a code.
     *
     * @param symbology the AIM identifier that belongs to the code, such as {@code A0} for Code 39
     */
    public void scan(String symbology, String content) {
        Setup now = setup;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (now.stx()) {
            bytes.write(0x02);
        }
        String identifier = now.identifiers() ? "]" + symbology : "";
        bytes.writeBytes((identifier + content + now.suffix().characters).getBytes(StandardCharsets.UTF_8));
        wire.send(bytes.toByteArray());
    }

    /** Menu commands that the desk sent, without their frame. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** Menu commands: SYN M CR, then a text up to a full stop or an exclamation mark. Answered as done. */
    private void hear(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            char c = (char) (buffer[i] & 0xFF);
            command.append(c);
            boolean end = c == '.' || c == '!';
            if (end && command.indexOf(MENU) == 0) {
                String text = command.substring(MENU.length());
                commands.add(text);
                loop.write((text.substring(0, text.length() - 1) + '\u0006' + c).getBytes(StandardCharsets.US_ASCII));
            }
            if (end || command.length() > LONGEST_COMMAND) {
                command.setLength(0);
            }
        }
    }

    /** Shows it a Code 128. */
    public void scan(String content) {
        scan("C0", content);
    }

    /** Sends bytes as they are: noise on the line. */
    public void noise(byte[] bytes) {
        loop.write(bytes);
    }

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
