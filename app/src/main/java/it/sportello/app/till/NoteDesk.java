package it.sportello.app.till;

import it.sportello.app.service.StoredNoteEvent;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.detector.CounterfeitDetector;
import it.sportello.devices.detector.DetectorEvent;
import it.sportello.devices.detector.ManualDetector;
import it.sportello.devices.detector.NoteReading;
import it.sportello.devices.detector.NoteValidator;
import it.sportello.devices.detector.NoteVerdict;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import it.sportello.offlinecache.journal.NoteRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detectors and validators at the till. A validator takes notes only while a basket is in its cash phase, and what is
 * judged belongs to that basket alone; outside of it a reading is news and tied to nothing (R-ADD-13, R-TIL-19).
 */
public final class NoteDesk {
    private static final Logger LOG = LoggerFactory.getLogger(NoteDesk.class);

    private final TillBook book;
    private final CashPhase phase;
    private final Devices devices;
    private final InstantSource clock;
    private final Executor lane;
    private final List<Consumer<NoteNews>> listeners = new CopyOnWriteArrayList<>();
    // Guarded by this: what the screens want, and whether the desk is seen.
    private Optional<CashPhase.Open> wanted = Optional.empty();
    private boolean covered;
    // The phase in which the note was recognised that is on its way into a container.
    private volatile Optional<CashPhase.Open> inPath = Optional.empty();

    /** The devices as they are at each use. */
    public record Devices(Supplier<List<CounterfeitDetector>> detectors, Supplier<List<NoteValidator>> validators) {}

    /**
     * The notes of a desk.
     *
     * @param lane one thread of its own for what waits for the disk
     */
    public NoteDesk(TillBook book, CashPhase phase, Devices devices, InstantSource clock, Executor lane) {
        this.book = book;
        this.phase = phase;
        this.devices = devices;
        this.clock = clock;
        this.lane = lane;
    }

    /** Told of what belongs to no basket, on other threads; must return at once. */
    void onNews(Consumer<NoteNews> listener) {
        listeners.add(listener);
    }

    /** Whether something at this desk judges notes; the operator may enter a verdict in any case. */
    boolean hasDevices() {
        return !devices.detectors().get().isEmpty()
                || !devices.validators().get().isEmpty();
    }

    /** The validators as they are at each use. */
    Supplier<List<NoteValidator>> validators() {
        return devices.validators();
    }

    /** A basket is ready to take cash: the gate opens when the till is open and the desk is not covered. */
    void begin(CashPhase.Open wish) {
        synchronized (this) {
            wanted = Optional.of(wish);
        }
        follow();
    }

    /** The basket was left, concluded or emptied. */
    void end(CashPhase.Open wish) {
        synchronized (this) {
            if (wanted.filter(now -> now == wish).isEmpty()) {
                return;
            }
            wanted = Optional.empty();
        }
        shut();
    }

    /** The desk was locked, or is free again. */
    public void cover(boolean now) {
        synchronized (this) {
            covered = now;
        }
        if (now) {
            shut();
        } else {
            follow();
        }
    }

    /** A validator changed its state, perhaps a new one: it learns how the gate stands. On devices' threads. */
    public void deviceChanged(DeviceStatus status) {
        for (NoteValidator validator : devices.validators().get()) {
            boolean open = phase.now().isPresent();
            if (validator.id().equals(status.id()) && validator.isAccepting() != open) {
                lane.execute(() -> gate(validator, open));
            }
        }
    }

    private void follow() {
        lane.execute(() -> {
            Optional<CashPhase.Open> allowed = allowed();
            if (allowed.isPresent() && mayCollect()) {
                // Asked again: while the disk was looked at the basket may have been left.
                allowed.filter(now -> allowed().filter(again -> again == now).isPresent())
                        .ifPresent(now -> {
                            phase.begin(now);
                            gates(true);
                        });
            }
        });
    }

    private void shut() {
        phase.end();
        lane.execute(() -> {
            if (phase.now().isEmpty()) {
                gates(false);
            }
        });
    }

    private synchronized Optional<CashPhase.Open> allowed() {
        return covered ? Optional.empty() : wanted;
    }

    private boolean mayCollect() {
        return book.desk().isSignedIn()
                && book.open()
                        .filter(session ->
                                book.againstCollecting(session, clock.instant()).isEmpty())
                        .isPresent();
    }

    private void gates(boolean open) {
        devices.validators().get().forEach(validator -> gate(validator, open));
        if (open && allowed().isEmpty()) {
            phase.end();
            devices.validators().get().forEach(validator -> gate(validator, false));
        }
    }

    private static void gate(NoteValidator validator, boolean open) {
        CompletableFuture<DeviceStatus> asked = open ? validator.accept() : validator.inhibit();
        CompletableFuture<DeviceStatus> followed = asked.whenComplete((status, failure) -> {
            if (failure != null) {
                LOG.info("{} learns it when it is reached: open {}", validator.id(), open);
            }
        });
        LOG.trace("gate {}", followed);
    }

    /** What the operator says a detector without a line showed; it goes the way of a device's reading. */
    void enter(NoteVerdict verdict, Optional<Denomination> note, String noteSerial) {
        Optional<ManualDetector> manual = devices.detectors().get().stream()
                .filter(ManualDetector.class::isInstance)
                .map(ManualDetector.class::cast)
                .findFirst();
        if (manual.isPresent()) {
            manual.get().enter(verdict, note, noteSerial);
        } else {
            detected(new DetectorEvent.NoteRead(new NoteReading(
                    verdict, note, NoteReading.EURO, noteSerial, NoteReading.Origin.OPERATOR, clock.instant())));
        }
    }

    /** A detector tells something; on its thread, must return at once. */
    public void detected(DetectorEvent event) {
        switch (event) {
            case DetectorEvent.NoteRead read -> judged(JudgedNote.of(read.reading()), phase.now());
            case DetectorEvent.ReportClosed closed -> {
                if (!closed.report().agrees()) {
                    tell(new NoteNews.ReportBroken());
                }
            }
            case DetectorEvent.TotalRead total -> LOG.debug("a sum of a counter is not used");
            case DetectorEvent.DeviceComplains complains -> LOG.debug("the lamp of the detector tells it");
        }
    }

    /** A validator tells something that is stored already; on its thread, must return at once. */
    public void happened(ValidatorEvent event) {
        switch (event) {
            case ValidatorEvent.Recognised recognised -> inPath = phase.now();
            case ValidatorEvent.Stacked stacked -> {
                Optional<CashPhase.Open> its = inPath.filter(phase::is);
                boolean elsewhere = inPath.isPresent() && its.isEmpty();
                inPath = Optional.empty();
                judged(
                        byValidator(NoteVerdict.GENUINE, Optional.of(stacked.note()), true),
                        elsewhere || stacked.afterPowerLoss() ? Optional.empty() : its.or(phase::now));
            }
            case ValidatorEvent.Returned returned -> {
                Optional<CashPhase.Open> its = inPath.filter(phase::is);
                inPath = Optional.empty();
                judged(byValidator(NoteVerdict.GENUINE, returned.note(), false), its);
            }
            case ValidatorEvent.Rejected rejected ->
                judged(byValidator(NoteVerdict.REJECTED, Optional.empty(), false), phase.now());
            case ValidatorEvent.Fraud fraud -> {
                JudgedNote note = byValidator(NoteVerdict.SUSPECT, fraud.note(), false);
                deliver(note, phase.now());
                tell(new NoteNews.Suspect(note));
            }
            case ValidatorEvent.Unattributed unattributed -> tell(new NoteNews.CountContainer());
            case ValidatorEvent.CashboxRemoved removed -> tell(new NoteNews.ContainerRemoved());
            case ValidatorEvent.Restarted restarted -> LOG.info("a note validator was switched on");
            case ValidatorEvent.CashboxReplaced replaced -> LOG.info("a note container is back");
        }
    }

    private JudgedNote byValidator(NoteVerdict verdict, Optional<Denomination> note, boolean kept) {
        return JudgedNote.byValidator(verdict, note, kept, clock.instant());
    }

    private void judged(JudgedNote note, Optional<CashPhase.Open> whose) {
        deliver(note, whose);
        if (note.verdict() == NoteVerdict.SUSPECT) {
            Optional<Long> payable = whose.map(CashPhase.Open::payable).map(Money::cents);
            CompletableFuture<Void> kept = CompletableFuture.runAsync(() -> keepSuspect(note, payable), lane)
                    .whenComplete((done, failure) -> {
                        if (failure != null) {
                            LOG.error("a suspect note could not be kept", failure);
                        }
                        tell(failure == null ? new NoteNews.Suspect(note) : new NoteNews.NotStored());
                    });
            LOG.trace("suspect {}", kept);
        }
    }

    private void deliver(JudgedNote note, Optional<CashPhase.Open> whose) {
        if (whose.isPresent()) {
            whose.get().tell(note);
        } else {
            LOG.info("a note was judged {} outside of any cash operation", note.verdict());
            tell(new NoteNews.Outside(note));
        }
    }

    /** What a detector or a person holds to be suspect is kept at once, whether or not the basket is ever collected. */
    private void keepSuspect(JudgedNote note, Optional<Long> payableCents) {
        StoredNoteEvent event = new StoredNoteEvent(
                StoredNoteEvent.Kind.SUSPECT,
                note.note(),
                note.noteSerial(),
                Optional.empty(),
                note.at(),
                book.desk().isSignedIn() ? Optional.of(book.desk().author().operatorId()) : Optional.empty(),
                payableCents);
        NoteRecord record = new NoteRecord("desk " + note.source().name(), "", List.of(event));
        book.journal().commit(transaction -> {
            transaction.putNotes(record);
            return record;
        });
    }

    private void tell(NoteNews news) {
        listeners.forEach(listener -> listener.accept(news));
    }
}
