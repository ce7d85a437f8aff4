package it.sportello.devices.twin.printer;

import static it.sportello.devices.twin.printer.PrinterCommand.DLE;
import static it.sportello.devices.twin.printer.PrinterCommand.ESC;
import static it.sportello.devices.twin.printer.PrinterCommand.GS;

import it.sportello.devices.twin.TwinLoop;
import it.sportello.devices.twin.TwinPlug;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A receipt printer with a person beside it: the person changes the roll, opens the cover, switches it off. It keeps what
 * it was sent while it stands still and prints it afterwards, as real ones do; questions in real time it answers at
 * once, the end-of-job question only when all before it is on paper.
 */
public final class VirtualPrinter implements AutoCloseable {

    private static final int DOTS_80_MM = 576;
    private static final int BLADE = 60;
    private static final int ENDLESS = Integer.MAX_VALUE;

    private final Object lock = new Object();
    private final TwinLoop loop;
    private final CommandReader reader;
    private final Mechanism mechanism;
    private final RollPainter painter;
    private final Deque<PrinterCommand> waiting = new ArrayDeque<>();
    private final List<PrintedReceipt> receipts = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private StatusBytes state = new StatusBytes(PaperState.OK, false, false, false);
    private int dotsLeft = ENDLESS;
    private int automatic;
    private boolean mute;
    private int drawerPulses;
    private int millisPerLine;
    private long busyUntil = System.nanoTime();
    private volatile boolean changed;

    /** A printer for 80 mm paper on a plug, with the given font for the pictures of its roll. */
    public VirtualPrinter(TwinPlug plug, Font font) throws IOException {
        this.mechanism = new Mechanism(DOTS_80_MM);
        this.painter = new RollPainter(font, DOTS_80_MM);
        this.reader = new CommandReader(this::received);
        this.loop = new TwinLoop("virtual-printer", plug, new TwinLoop.Behaviour() {
            @Override
            public void received(byte[] buffer, int count) {
                take(buffer, count);
            }

            @Override
            public void turn() {
                work();
            }
        });
        loop.start();
    }

    /** A printer with the monospaced font every Java has. */
    public VirtualPrinter(TwinPlug plug) throws IOException {
        this(plug, new Font(Font.MONOSPACED, Font.PLAIN, 20));
    }

    /** Where the driver finds it. */
    public String address() {
        return loop.address();
    }

    /** Hears that something happened (paper moved, state changed), on the twin's thread or the caller's. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    private void take(byte[] buffer, int count) {
        synchronized (lock) {
            reader.accept(buffer, count);
        }
        work();
    }

    private void received(PrinterCommand command) {
        if (command.family() == DLE) {
            realTime(command);
        } else {
            waiting.add(command);
        }
    }

    private void realTime(PrinterCommand command) {
        switch (command.code()) {
            case 0x04 -> answerNow(command.at(0));
            case 0x05 -> recover(command.at(0));
            case 0x14 -> pulseOrClear(command);
            default -> {
                // Not a question this model knows.
            }
        }
    }

    private void answerNow(int question) {
        if (question == 0x14) {
            say(state.full());
        } else if (state.realTime(question) != 0) {
            say((byte) state.realTime(question));
        }
    }

    private void recover(int how) {
        if (how == 2) {
            waiting.clear();
        }
        change(before -> new StatusBytes(before.paper(), before.coverOpen(), before.offline(), false));
    }

    private void pulseOrClear(PrinterCommand command) {
        if (command.at(0) == 1 && !state.stopped()) {
            drawerPulses++;
            changed = true;
        } else if (command.at(0) == 8) {
            waiting.clear();
            say((byte) 0x37, (byte) 0x25, (byte) 0x00);
        }
    }

    private void say(byte... bytes) {
        if (!mute) {
            loop.write(bytes);
        }
    }

    private void work() {
        synchronized (lock) {
            while (!waiting.isEmpty() && !state.stopped() && System.nanoTime() - busyUntil >= 0) {
                int feed = mechanism.feedOf(waiting.peek());
                if (feed > dotsLeft) {
                    dotsLeft = 0;
                    change(before ->
                            new StatusBytes(PaperState.END, before.coverOpen(), before.offline(), before.cutterJam()));
                    break;
                }
                dotsLeft = dotsLeft == ENDLESS ? ENDLESS : dotsLeft - feed;
                if (feed > 0) {
                    busyUntil = System.nanoTime() + millisPerLine * 1_000_000L;
                }
                execute(waiting.remove());
            }
        }
        announce();
    }

    private void announce() {
        if (changed) {
            changed = false;
            listeners.forEach(Runnable::run);
        }
    }

    private void execute(PrinterCommand command) {
        changed = true;
        if (command.is(ESC, 'p')) {
            drawerPulses++;
        } else if (command.is(ESC, 'v')) {
            say((byte) state.paperSensor());
        } else if (command.is(ESC, 'i') || command.is(ESC, 'm')) {
            cut(0);
        } else if (command.is(GS, 'V')) {
            cut(BLADE + command.at(1));
        } else if (command.is(GS, 'r')) {
            say((byte) (command.at(0) % 48 == 1 ? state.paperSensor() : 0));
        } else if (command.is(GS, 'I')) {
            identify(command.at(0));
        } else if (command.is(GS, 'a')) {
            automatic = command.at(0);
            sayAutomatic();
        } else {
            mechanism.obey(command);
        }
    }

    private void identify(int n) {
        if (n >= 65) {
            say("_SPORTELLO TWIN\0".getBytes(StandardCharsets.US_ASCII));
        } else {
            say((byte) 0x02);
        }
    }

    private void sayAutomatic() {
        if (automatic != 0) {
            say(state.automatic());
        }
    }

    private void cut(int toBlade) {
        mechanism.moveToBlade(toBlade);
        receipts.add(new PrintedReceipt(receipts.size() + 1, mechanism.cutOff(), painter, 12));
    }

    private void change(UnaryOperator<StatusBytes> step) {
        StatusBytes before = state;
        state = step.apply(before);
        if (!state.equals(before)) {
            changed = true;
            sayAutomatic();
        }
    }

    private void person(UnaryOperator<StatusBytes> step) {
        synchronized (lock) {
            change(step);
        }
        announce();
    }

    /** Puts in a new roll ({@code OK}), one that is nearly used up, or takes it out. */
    public void setPaper(PaperState paper) {
        synchronized (lock) {
            dotsLeft = ENDLESS;
        }
        person(before -> new StatusBytes(paper, before.coverOpen(), before.offline(), before.cutterJam()));
    }

    /** The roll ends after so many more lines of text of normal height. */
    public void paperEndsAfter(int lines) {
        synchronized (lock) {
            dotsLeft = lines * RollPainter.LINE_DOTS;
        }
    }

    public void setCoverOpen(boolean open) {
        person(before -> new StatusBytes(before.paper(), open, before.offline(), before.cutterJam()));
    }

    /** The on-line button. */
    public void setOffline(boolean offline) {
        person(before -> new StatusBytes(before.paper(), before.coverOpen(), offline, before.cutterJam()));
    }

    public void setCutterJam(boolean jam) {
        person(before -> new StatusBytes(before.paper(), before.coverOpen(), before.offline(), jam));
    }

    /** A printer that does not answer any more, or never could, and prints all the same. */
    public void setMute(boolean mute) {
        synchronized (lock) {
            this.mute = mute;
        }
    }

    /** Slows the motor down, to look at a job under way. */
    public void setMillisPerLine(int millis) {
        synchronized (lock) {
            millisPerLine = millis;
        }
    }

    /** Pulls the network cable; what it has in its memory it keeps. */
    public void unplug() {
        loop.unplug();
        synchronized (lock) {
            reader.reset();
        }
    }

    public void plugIn() {
        loop.plugIn();
    }

    /** Switches it off and on: what it had in its memory is lost. */
    public void powerCycle() {
        unplug();
        synchronized (lock) {
            waiting.clear();
            automatic = 0;
        }
        plugIn();
    }

    public PaperState paper() {
        synchronized (lock) {
            return state.paper();
        }
    }

    public boolean isCoverOpen() {
        synchronized (lock) {
            return state.coverOpen();
        }
    }

    public boolean isMute() {
        synchronized (lock) {
            return mute;
        }
    }

    public boolean isOffline() {
        synchronized (lock) {
            return state.offline();
        }
    }

    public int drawerPulses() {
        synchronized (lock) {
            return drawerPulses;
        }
    }

    /** All pieces of paper cut off so far, oldest first. */
    public List<PrintedReceipt> receipts() {
        synchronized (lock) {
            return List.copyOf(receipts);
        }
    }

    /** The paper that hangs out of the printer, not cut off yet. */
    public PrintedReceipt hanging() {
        synchronized (lock) {
            return new PrintedReceipt(receipts.size() + 1, mechanism.hanging(), painter, 12);
        }
    }

    /** The hanging paper as a picture. */
    public BufferedImage hangingImage() {
        return hanging().image();
    }

    @Override
    public void close() {
        loop.close();
    }
}
