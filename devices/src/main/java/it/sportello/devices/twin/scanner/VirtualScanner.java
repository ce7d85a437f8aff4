package it.sportello.devices.twin.scanner;

import it.sportello.devices.twin.FaultyWire;
import it.sportello.devices.twin.Twin;
import it.sportello.devices.twin.TwinLoop;
import it.sportello.devices.twin.TwinPlug;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

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

    private final TwinLoop loop;
    private final FaultyWire wire;
    private volatile Setup setup;

    public VirtualScanner(TwinPlug plug, Setup setup) throws IOException {
        this.setup = setup;
        this.loop = new TwinLoop("virtual-scanner", plug, new TwinLoop.Behaviour() {
            // Commands to the reader (trigger, beep) change nothing that the desk could see.
            @Override
            public void received(byte[] buffer, int count) {
                assert count <= buffer.length;
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
