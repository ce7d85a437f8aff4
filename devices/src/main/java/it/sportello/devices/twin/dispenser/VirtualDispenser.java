package it.sportello.devices.twin.dispenser;

import it.sportello.devices.twin.TwinLoop;
import it.sportello.devices.twin.TwinPlug;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A dispenser at the entrance on a cable: it prints a number and says so, in the words of its maker. */
public final class VirtualDispenser implements AutoCloseable {
    private final TwinLoop loop;

    public VirtualDispenser(TwinPlug plug) throws IOException {
        this.loop = new TwinLoop("virtual-dispenser", plug, (buffer, count) -> {
            assert count <= buffer.length;
        });
        loop.start();
    }

    /** Where the driver finds it. */
    public String address() {
        return loop.address();
    }

    /** Sends bytes as they are, of the Latin-1 set. */
    public void say(String bytes) {
        loop.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Prints a ticket and says {@code TICKET A 042} with the time of its own clock. */
    public void print(char letter, int number) {
        say("TICKET " + letter + " " + number + " 00:00\r\n");
    }

    /** Pulls the cable. */
    public void unplug() {
        loop.close();
    }

    @Override
    public void close() {
        loop.close();
    }
}
