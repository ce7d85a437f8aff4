package it.sportello.devices.twin.printer;

import static it.sportello.devices.twin.printer.PrinterCommand.DLE;
import static it.sportello.devices.twin.printer.PrinterCommand.ESC;
import static it.sportello.devices.twin.printer.PrinterCommand.GS;

import it.sportello.devices.twin.FaultyWire;
import it.sportello.devices.twin.Twin;
import it.sportello.devices.twin.TwinFault;
import it.sportello.devices.twin.TwinLoop;
import it.sportello.devices.twin.TwinPlug;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
public final class VirtualPrinter implements Twin {

    private static final int BLADE = 60;
    private static final int ENDLESS = Integer.MAX_VALUE;

    private final Object lock = new Object();
    private final TwinLoop loop;
    private final PrinterModel model;
    private final FaultyWire wire;
    private final SlowLine line;
    private final CommandReader reader;
    private final Mechanism mechanism;
    private final RollPainter painter;
    private final Deque<PrinterCommand> waiting = new ArrayDeque<>();
    private final List<PrintedReceipt> receipts = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private StatusBytes state = StatusBytes.FINE;
    private boolean jamComes;
    private boolean paperInBlade;
    private long idleLimit = Long.MAX_VALUE;
    private int dotsLeft = ENDLESS;
    private int automatic;
    private boolean mute;
    private int drawerPulses;
    private int millisPerLine;
    private long busyUntil = System.nanoTime();
    private volatile boolean changed;

    /** A printer on a plug, with the given font for the pictures of its roll. */
    public VirtualPrinter(TwinPlug plug, Font font, PrinterModel model) throws IOException {
        this.model = model;
        this.line = new SlowLine(model.bytesPerSecond());
        this.mechanism = new Mechanism(model.dots());
        this.painter = new RollPainter(font, model.dots());
        this.reader = new CommandReader(model.symbols(), this::received);
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
        this.wire = new FaultyWire(loop::write, loop::reset, this::restart);
        loop.start();
    }

    /** A printer for 80 mm paper with the monospaced font every Java has. */
    public VirtualPrinter(TwinPlug plug) throws IOException {
        this(plug, PrinterModel.EPSON);
    }

    /** A printer of a model. */
    public VirtualPrinter(TwinPlug plug, PrinterModel model) throws IOException {
        this(plug, new Font(Font.MONOSPACED, Font.PLAIN, 20), model);
    }

    @Override
    public TwinLoop line() {
        return loop;
    }

    @Override
    public FaultyWire wire() {
        return wire;
    }

    /** Hears that something happened (paper moved, state changed), on the twin's thread or the caller's. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    private void take(byte[] buffer, int count) {
        synchronized (lock) {
            line.put(buffer, count);
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
        if (question == 0x14 && model.custom()) {
            say(state.full());
        } else if (state.realTime(question) != 0) {
            say((byte) state.realTime(question));
        }
    }

    /** An error goes only when its cause has: with paper still in the blade the next try jams again. */
    private void recover(int how) {
        if (how == 2) {
            waiting.clear();
        }
        if (!paperInBlade) {
            change(before -> before.withJam(false));
        }
    }

    private void pulseOrClear(PrinterCommand command) {
        if (command.at(0) == 1 && !state.cutterJam()) {
            pulse();
        } else if (command.at(0) == 8 && model.empties()) {
            waiting.clear();
            mechanism.forgetLine();
            say((byte) 0x37, (byte) 0x25, (byte) 0x00);
        }
    }

    private void pulse() {
        drawerPulses++;
        changed = true;
        change(before -> before.withDrawer(true));
    }

    private void say(byte... bytes) {
        if (!mute) {
            wire.send(bytes);
        }
    }

    private void restart() {
        synchronized (lock) {
            waiting.clear();
            line.forget();
            reader.reset();
            automatic = 0;
        }
    }

    private void work() {
        synchronized (lock) {
            byte[] arrived = line.arrived();
            while (arrived.length > 0) {
                reader.accept(arrived, arrived.length);
                arrived = line.arrived();
            }
            wire.turn();
            if (line.idleNanos() > idleLimit) {
                line.noticed();
                loop.reset();
            }
            while (!waiting.isEmpty() && !state.stopped() && System.nanoTime() - busyUntil >= 0) {
                int feed = mechanism.feedOf(waiting.peek());
                if (feed > dotsLeft) {
                    dotsLeft = 0;
                    change(before -> before.withPaper(PaperState.END));
                    break;
                }
                if (jamComes && cuts(waiting.peek())) {
                    jamComes = false;
                    paperInBlade = true;
                    change(before -> before.withJam(true));
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

    private static boolean cuts(PrinterCommand command) {
        return command.is(ESC, 'i') || command.is(ESC, 'm') || command.is(GS, 'V');
    }

    private void execute(PrinterCommand command) {
        changed = true;
        if (command.is(ESC, 'p')) {
            pulse();
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
        } else if (command.is(GS, model.custom() ? 0xE0 : 'a')) {
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
            say(model.custom() ? state.full() : state.automatic());
        }
    }

    private void cut(int toBlade) {
        mechanism.moveToBlade(toBlade);
        receipts.add(new PrintedReceipt(receipts.size() + 1, mechanism.cutOff(), painter, 12));
        if (model.custom()) {
            change(before -> before.withMouth(true));
        }
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
        person(before -> before.withPaper(paper));
    }

    /** The roll ends after so many more lines of text of normal height. */
    public void paperEndsAfter(int lines) {
        synchronized (lock) {
            dotsLeft = lines * RollPainter.LINE_DOTS;
        }
    }

    public void setCoverOpen(boolean open) {
        person(before -> before.withCover(open));
    }

    /** The on-line button. */
    public void setOffline(boolean offline) {
        person(before -> before.withOffline(offline));
    }

    public void setCutterJam(boolean jam) {
        person(before -> before.withJam(jam));
    }

    /** The blade catches the paper at the next cut: an error that stays until somebody has seen to it. */
    public void jamAtNextCut() {
        synchronized (lock) {
            jamComes = true;
        }
    }

    /** Takes the paper out of the blade; the printer goes on when it is told to ({@code 10 05}). */
    public void freeCutter() {
        synchronized (lock) {
            paperInBlade = false;
        }
    }

    /** Takes the printed paper out of the mouth, which Custom models notice. */
    public void takePaper() {
        person(before -> before.withMouth(false));
    }

    /** Pushes the drawer shut. */
    public void closeDrawer() {
        person(before -> before.withDrawer(false));
    }

    /** Opens the drawer with the key in its lock. */
    public void openDrawerWithKey() {
        person(before -> before.withDrawer(true));
    }

    public boolean isDrawerOpen() {
        synchronized (lock) {
            return state.drawerOpen();
        }
    }

    /** What happens to the next things it says, one each. */
    public void fail(List<TwinFault> faults) {
        wire.script(faults);
    }

    /** How late a late byte is. */
    public void setFaultDelay(Duration delay) {
        wire.delay(delay);
    }

    /** After such a rest it cuts the connection off, as printers on a network do. */
    public void setIdleReset(Duration rest) {
        synchronized (lock) {
            idleLimit = rest.toNanos();
            line.noticed();
        }
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
    @Override
    public void unplug() {
        loop.unplug();
        synchronized (lock) {
            line.forget();
            reader.reset();
        }
    }

    /** Switches it off and on: what it had in its memory is lost. */
    public void powerCycle() {
        unplug();
        restart();
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
