package it.sportello.devices.detector;

import it.sportello.devices.BoardedDevice;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
import it.sportello.devices.detector.DetectorEvent.DeviceComplains;
import it.sportello.devices.detector.DetectorEvent.NoteRead;
import it.sportello.devices.detector.DetectorEvent.ReportClosed;
import it.sportello.devices.detector.DetectorEvent.TotalRead;
import it.sportello.devices.detector.internal.LineFramer;
import it.sportello.devices.detector.internal.LineFramer.RawLine;
import it.sportello.devices.detector.internal.PrinterStandIn;
import it.sportello.devices.link.DeviceLane;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A desk detector or note counter that writes lines, understood by the rules of its model. It is only listened to, except
 * where it takes us for its printer.
 */
public final class TextLineDetector extends BoardedDevice implements CounterfeitDetector {

    private static final Duration LISTEN = Duration.ofMillis(20);
    private static final Duration ANSWER = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(5);
    /** Longer than opening a socket may take. */
    private static final Duration TURN_LIMIT = Duration.ofSeconds(6);

    private static final Duration TURN = Duration.ofSeconds(1);
    private static final int MOST_IN_REPORT = 10_000;

    private final Supplier<Link> links;
    private final TextLineSettings settings;
    private final InstantSource clock;
    private final DeviceLane lane;
    private final List<DetectorListener> listeners = new CopyOnWriteArrayList<>();
    private final List<LineListener> lineListeners = new CopyOnWriteArrayList<>();
    private final byte[] buffer = new byte[512];
    private volatile LineParser parser;
    private volatile @Nullable Link link;
    private volatile boolean closed;
    private boolean begun;
    private LineFramer framer;
    private PrinterStandIn standIn = new PrinterStandIn();
    private Optional<Report> report = Optional.empty();
    private String lastLine = "";
    private long lastLineAt;
    private long lastByteAt;
    private long retryAt;

    private record Report(List<NoteReading> notes, List<CountRow> rows) {}

    /**
     * A detector that {@link #start()} begins to listen to.
     *
     * @param links a new link for every connection
     */
    public TextLineDetector(String id, Supplier<Link> links, TextLineSettings settings, InstantSource clock) {
        super(DeviceKind.NOTE_DETECTOR, id, clock);
        this.links = links;
        this.settings = settings;
        this.clock = clock;
        this.parser = new LineParser(settings.rules());
        this.framer = new LineFramer(settings.shape());
        this.lane = new DeviceLane("detector-" + id, 4, this::cut);
    }

    @Override
    public void addDetectorListener(DetectorListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeDetectorListener(DetectorListener listener) {
        listeners.remove(listener);
    }

    /** Lets somebody see every line: the learning view. */
    public void addLineListener(LineListener listener) {
        lineListeners.add(listener);
    }

    public void removeLineListener(LineListener listener) {
        lineListeners.remove(listener);
    }

    /** Understands the lines to come by other rules. */
    public void use(LineRules rules) {
        parser = new LineParser(rules);
    }

    @Override
    public synchronized void start() {
        if (!begun) {
            begun = true;
            retryAt = System.nanoTime();
            lane.repeat("listen", PAUSE, TURN_LIMIT, () -> {
                turn();
                return board.status();
            });
        }
    }

    private void turn() {
        Link open = link;
        try {
            if (open == null) {
                connect();
            } else {
                long end = System.nanoTime() + TURN.toNanos();
                while (System.nanoTime() < end && !closed) {
                    listen(open);
                }
            }
        } catch (LinkException e) {
            lost(open == null ? DeviceFault.LINK_UNAVAILABLE : DeviceFault.LINK_LOST);
        }
    }

    private void connect() throws LinkException {
        if (System.nanoTime() - retryAt < 0) {
            return;
        }
        retryAt = System.nanoTime() + settings.retry().toNanos();
        Link opening = links.get();
        opening.open();
        link = opening;
        if (closed) {
            cut();
            return;
        }
        framer = new LineFramer(settings.shape());
        standIn = new PrinterStandIn();
        board.become(DeviceState.READY, "");
    }

    private void listen(Link open) throws LinkException {
        int count = open.read(buffer, LISTEN);
        long now = System.nanoTime();
        if (count > 0) {
            byte[] text = settings.actAsPrinter() ? answer(open, count) : Arrays.copyOf(buffer, count);
            framer.accept(text, text.length, now).forEach(line -> heard(line, now));
            lastByteAt = now;
            return;
        }
        framer.idle(now).ifPresent(line -> heard(line, now));
        if (now - lastByteAt > settings.shape().idleGap().toNanos()) {
            standIn.idle();
        }
        if (report.isPresent() && now - lastByteAt > settings.reportIdle().toNanos()) {
            closeReport(false);
        }
    }

    private byte[] answer(Link open, int count) throws LinkException {
        PrinterStandIn.Heard heard = standIn.accept(buffer, count);
        if (heard.answers().length > 0) {
            open.writeAll(heard.answers(), ANSWER);
        }
        return heard.text();
    }

    private void heard(RawLine line, long now) {
        LineMeaning meaning = switch (line.health()) {
            case WHOLE -> parser.parse(line.text());
            case TOO_LONG -> new LineMeaning.NotUnderstood(LineMeaning.Why.TOO_LONG);
            case BROKEN -> new LineMeaning.NotUnderstood(LineMeaning.Why.BROKEN);
        };
        lineListeners.forEach(listener -> listener.heard(line.text(), meaning));
        boolean again = report.isEmpty()
                && line.text().equals(lastLine)
                && now - lastLineAt < settings.duplicateWindow().toNanos();
        lastLine = line.text();
        lastLineAt = now;
        if (!again) {
            obey(meaning);
        }
    }

    private void obey(LineMeaning meaning) {
        switch (meaning) {
            case LineMeaning.Note note -> note(note);
            case LineMeaning.Total total -> {
                report.ifPresentOrElse(open -> open.rows().add(total.row()), () -> tell(new TotalRead(total.row())));
                well();
            }
            case LineMeaning.ReportStart start -> {
                closeReport(false);
                report = Optional.of(new Report(new ArrayList<>(), new ArrayList<>()));
                well();
            }
            case LineMeaning.ReportEnd end -> {
                closeReport(true);
                well();
            }
            case LineMeaning.Ignored ignored -> well();
            case LineMeaning.Complaint complaint -> {
                tell(new DeviceComplains(complaint.text()));
                board.become(
                        DetectorTrouble.DEVICE_COMPLAINS.state(),
                        DetectorTrouble.DEVICE_COMPLAINS.code(),
                        complaint.text());
            }
            case LineMeaning.NotUnderstood not ->
                board.become(DetectorTrouble.LINES_NOT_UNDERSTOOD.state(), DetectorTrouble.LINES_NOT_UNDERSTOOD.code());
        }
        report.filter(open -> open.notes().size() + open.rows().size() > MOST_IN_REPORT)
                .ifPresent(open -> closeReport(false));
    }

    private void note(LineMeaning.Note note) {
        NoteReading reading = new NoteReading(
                note.verdict(),
                note.note(),
                note.currency(),
                note.noteSerial(),
                NoteReading.Origin.DEVICE,
                clock.instant());
        report.ifPresent(open -> open.notes().add(reading));
        tell(new NoteRead(reading));
        well();
    }

    private void closeReport(boolean ended) {
        Optional<Report> open = report;
        report = Optional.empty();
        open.ifPresent(each -> tell(new ReportClosed(new DetectorReport(each.notes(), each.rows(), ended))));
    }

    private void well() {
        board.become(DeviceState.READY, "");
    }

    private void tell(DetectorEvent event) {
        listeners.forEach(listener -> listener.detected(event));
    }

    private void lost(String code) {
        cut();
        closeReport(false);
        retryAt = System.nanoTime() + settings.retry().toNanos();
        if (!closed) {
            board.become(DeviceState.DISCONNECTED, code);
        }
    }

    private void cut() {
        Link open = link;
        link = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        lane.close();
        cut();
    }
}
