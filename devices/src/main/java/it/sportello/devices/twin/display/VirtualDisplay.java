package it.sportello.devices.twin.display;

import it.sportello.devices.twin.TwinLoop;
import it.sportello.devices.twin.TwinPlug;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A queue display on the wall, which somebody can unplug. */
public final class VirtualDisplay implements AutoCloseable {

    /** What it understands. */
    public enum Dialect {
        CD5220,
        ALPHA
    }

    private final Object lock = new Object();
    private final DisplayScreen screen;
    private final TwinLoop loop;
    private final List<List<String>> seen = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean mute;

    public VirtualDisplay(TwinPlug plug, Dialect dialect) throws IOException {
        screen = dialect == Dialect.CD5220 ? new Cd5220Screen() : new AlphaScreen();
        loop = new TwinLoop("virtual-display", plug, this::received);
        loop.start();
    }

    private void received(byte[] buffer, int count) {
        boolean changed = false;
        synchronized (lock) {
            for (int i = 0; i < count; i++) {
                byte[] answer = screen.accept(buffer[i] & 0xFF);
                if (answer.length > 0 && !mute) {
                    loop.write(answer);
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

    /** Where the driver finds it. */
    public String address() {
        return loop.address();
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

    /** Cuts power and line: it goes dark. */
    public void unplug() {
        loop.unplug();
        synchronized (lock) {
            screen.reset();
        }
    }

    public void plugIn() {
        loop.plugIn();
    }

    @Override
    public void close() {
        loop.close();
    }
}
