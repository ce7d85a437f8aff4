package it.sportello.devices.twin.display;

import it.sportello.devices.twin.FaultyWire;
import it.sportello.devices.twin.Twin;
import it.sportello.devices.twin.TwinFault;
import it.sportello.devices.twin.TwinLoop;
import it.sportello.devices.twin.TwinPlug;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A queue display on the wall, which somebody can unplug. */
public final class VirtualDisplay implements Twin {

    /** What it understands. */
    public enum Dialect {
        CD5220,
        ALPHA,
        /** Epson DM-D and relatives. */
        DMD,
        AEDEX,
        /** One of those without a published protocol; see {@link FramedScreen}. */
        FRAMED
    }

    private final Object lock = new Object();
    private final DisplayScreen screen;
    private final TwinLoop loop;
    private final List<List<String>> seen = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final FaultyWire wire;
    private boolean mute;
    private int bytesUntilUnplugged;

    public VirtualDisplay(TwinPlug plug, Dialect dialect) throws IOException {
        screen = screen(dialect);
        loop = new TwinLoop("virtual-display", plug, new TwinLoop.Behaviour() {
            @Override
            public void received(byte[] buffer, int count) {
                take(buffer, count);
            }

            @Override
            public void turn() {
                wire().turn();
            }
        });
        wire = new FaultyWire(loop::write, loop::drop, this::restart);
        loop.start();
    }

    private static DisplayScreen screen(Dialect dialect) {
        return switch (dialect) {
            case CD5220 -> new Cd5220Screen();
            case ALPHA -> new AlphaScreen();
            case DMD -> new DmdScreen();
            case AEDEX -> new AedexScreen();
            case FRAMED -> new FramedScreen();
        };
    }

    private void take(byte[] buffer, int count) {
        boolean changed = false;
        synchronized (lock) {
            for (int i = 0; i < count && loop.isPluggedIn(); i++) {
                byte[] answer = screen.accept(buffer[i] & 0xFF);
                if (answer.length > 0 && !mute) {
                    wire.send(answer);
                }
                if (bytesUntilUnplugged > 0) {
                    bytesUntilUnplugged--;
                    if (bytesUntilUnplugged == 0) {
                        unplug();
                    }
                }
            }
            List<String> now = screen.lines();
            if (seen.isEmpty() || !seen.getLast().equals(now)) {
                seen.add(now);
                changed = true;
            }
        }
        if (changed) {
            listeners.forEach(Runnable::run);
        }
    }

    @Override
    public TwinLoop line() {
        return loop;
    }

    @Override
    public FaultyWire wire() {
        return wire;
    }

    /** What can be read on it now, top line first. */
    public List<String> lines() {
        synchronized (lock) {
            return screen.lines();
        }
    }

    /** Everything that could be read on it since it was made, oldest first. */
    public List<List<String>> seen() {
        synchronized (lock) {
            return List.copyOf(seen);
        }
    }

    /** Hears that the text changed, on the twin's thread. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** A display whose answers get lost. */
    public void setMute(boolean mute) {
        synchronized (lock) {
            this.mute = mute;
        }
    }

    /** What happens to the next answers, one fault for each; displays that never answer have none. */
    public void fail(TwinFault... faults) {
        wire.script(List.of(faults));
    }

    /** Pulls the plug in the middle of a message, after so many more bytes. */
    public void unplugAfter(int bytes) {
        synchronized (lock) {
            bytesUntilUnplugged = bytes;
        }
    }

    /** Power away and back while the line stays where it is, as on a converter with a supply of its own: it forgets all. */
    public void restart() {
        synchronized (lock) {
            screen.reset();
        }
    }

    /** Cuts power and line: it goes dark. */
    @Override
    public void unplug() {
        loop.unplug();
        synchronized (lock) {
            screen.reset();
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
