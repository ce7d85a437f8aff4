package it.sportello.devices.card.internal;

import it.sportello.devices.BoardedDevice;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
import it.sportello.devices.card.CardActivation;
import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardBackend.CardSlot;
import it.sportello.devices.card.CardData;
import it.sportello.devices.card.CardDiagnosis;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardEvent;
import it.sportello.devices.card.CardFault;
import it.sportello.devices.card.CardListener;
import it.sportello.devices.card.CardReader;
import it.sportello.devices.card.CardReaderSettings;
import it.sportello.devices.card.CardReading;
import it.sportello.devices.card.OperatorBadge;
import it.sportello.devices.link.DeviceLane;
import it.sportello.devices.link.LaneCommand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A card reader on a {@link DeviceLane}: the lane's thread alone touches slots and cards, and a thread of its own says
 * what is to be done next. Each insertion is read once. Logs name outcomes, never what a card says.
 */
public final class LaneCardReader extends BoardedDevice implements CardReader {
    private static final Logger LOG = LoggerFactory.getLogger(LaneCardReader.class);
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Set<CardError> STRANGE =
            EnumSet.of(CardError.NOT_TSCNS, CardError.WRONG_CARD, CardError.FORMAT, CardError.BLANK);
    /** What a health card looks like that lies half-way in a reader with two interfaces, where only the antenna sees it. */
    private static final Set<CardError> HALFWAY = EnumSet.of(CardError.NOT_TSCNS, CardError.MUTE);

    private final CardReaderSettings settings;
    private final CardReaderSettings.Timing timing;
    private final CardBackend backend;
    private final Clock clock;
    private final DeviceLane lane;
    private final SlotMemory memory;
    private final ReadAttempts attempts;
    private final List<CardListener> listeners = new CopyOnWriteArrayList<>();
    private final Object pause = new Object();
    private @Nullable Thread watcher;
    private volatile boolean closed;
    private volatile String lastRead = "";
    private volatile Optional<CardDiagnosis> stranger = Optional.empty();
    private int failedTries;
    private boolean restartNeeded;

    public LaneCardReader(CardReaderSettings settings, CardBackend backend, Clock clock) {
        super(DeviceKind.CARD_READER, settings.id(), clock);
        this.settings = settings;
        this.timing = settings.timing();
        this.backend = backend;
        this.clock = clock;
        this.lane = new DeviceLane(settings.id(), 4, DeviceLane.Rescue.NONE);
        this.memory = new SlotMemory(settings.readerName());
        this.attempts = new ReadAttempts(settings);
        if (!settings.enabled()) {
            board.become(DeviceState.DISABLED, "");
        }
        board.addListener(status -> publish(new CardEvent.ReaderState(status)));
    }

    @Override
    public void addCardListener(CardListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeCardListener(CardListener listener) {
        listeners.remove(listener);
    }

    @Override
    public CompletableFuture<CardActivation> readForActivation() {
        return lane.submit("activation", timing.heartbeat().plus(timing.watchdog()), this::readForActivationNow)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(asCardFault(failure)));
    }

    private static Throwable asCardFault(Throwable failure) {
        boolean late = failure instanceof DeviceFault fault && fault.code().equals(DeviceFault.DEADLINE);
        return late ? new CardFault(CardError.TIMEOUT, failure) : failure;
    }

    @Override
    public Optional<CardDiagnosis> lastStranger() {
        return stranger;
    }

    @Override
    public synchronized void start() {
        if (watcher != null || closed || !settings.enabled()) {
            return;
        }
        board.become(DeviceState.CONNECTING, "");
        Thread thread = new Thread(this::watch, settings.id() + "-watch");
        thread.setDaemon(true);
        watcher = thread;
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        lane.close();
        backend.close();
        synchronized (pause) {
            pause.notifyAll();
        }
    }

    private void watch() {
        // The first call only tells the service what is there now, or a card that sits already would be seen late.
        Duration wait = Duration.ofMillis(1);
        while (!closed) {
            boolean reached = round(wait);
            wait = reached ? timing.heartbeat() : Duration.ofMillis(1);
        }
    }

    /** One look at the slots; false when the service was not reached. */
    private boolean round(Duration wait) {
        List<CardSlot> slots;
        try {
            slots = onLane("look", wait.plus(timing.watchdog()), () -> look(wait));
        } catch (CardFault fault) {
            serviceLost(fault);
            return false;
        } catch (DeviceFault fault) {
            serviceLost(new CardFault(CardError.NO_SERVICE, fault));
            return false;
        }
        failedTries = 0;
        restartNeeded = false;
        if (slots.isEmpty()) {
            memory.forgetAll().forEach(name -> publish(new CardEvent.Removed(name)));
            board.become(DeviceState.DISCONNECTED, CardError.NO_READER.code());
            sleep(timing.noReaderPoll());
            return false;
        }
        board.become(DeviceState.READY, "");
        return readNewCards(slots);
    }

    private List<CardSlot> look(Duration wait) {
        if (!backend.slots().isEmpty()) {
            backend.waitForChange(wait);
        }
        List<CardSlot> slots = memory.chosen(backend.slots());
        memory.look(slots);
        return slots;
    }

    private boolean readNewCards(List<CardSlot> slots) {
        memory.takeRemoved().forEach(name -> publish(new CardEvent.Removed(name)));
        CardSlot next = memory.takeNew(slots);
        if (next == null) {
            return true;
        }
        sleep(timing.debounce());
        publish(new CardEvent.Reading(next.name()));
        board.busy(true);
        try {
            CardEvent end = onLane("read", timing.watchdog(), () -> read(next));
            stranger = Optional.empty();
            publish(end);
            return true;
        } catch (CardFault fault) {
            return failed(fault, next);
        } catch (DeviceFault fault) {
            boolean late = fault.code().equals(DeviceFault.DEADLINE);
            if (late) {
                // The thread left behind may sit inside the old context for ever, and would hold up whoever uses it.
                rebuild();
            }
            return failed(new CardFault(late ? CardError.TIMEOUT : CardError.NO_CARD, fault), next);
        } finally {
            board.busy(false);
        }
    }

    private CardEvent read(CardSlot slot) throws InterruptedException {
        Instant begin = clock.instant();
        long start = System.nanoTime();
        CardContent content = attempts.read(slot, card -> card.read(LocalDate.ofInstant(begin, ROME)));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return switch (content) {
            case CardContent.Badge(OperatorBadge badge) -> {
                LOG.info("{}: an operator's card read in {} ms", id(), took.toMillis());
                yield new CardEvent.Badge(slot.name(), badge);
            }
            case CardContent.Health(CardData data) -> {
                LOG.info("{}: card read in {} ms, {}", id(), took.toMillis(), data);
                lastRead = slot.name();
                yield new CardEvent.Inserted(new CardReading(data, slot.name(), begin, took));
            }
        };
    }

    private CardActivation readForActivationNow() throws InterruptedException {
        Instant now = clock.instant();
        for (CardSlot slot : backend.slots()) {
            if (slot.name().equals(lastRead) && slot.isCardPresent()) {
                return attempts.read(slot, card -> card.readForActivation(now, LocalDate.ofInstant(now, ROME)));
            }
        }
        throw new CardFault(CardError.NO_CARD);
    }

    private boolean failed(CardFault fault, CardSlot slot) {
        CardDiagnosis card = fault.diagnosis();
        LOG.info("{}: card not read, {} {} {}", id(), fault.error(), fault.details(), card == null ? "" : card.type());
        stranger = Optional.ofNullable(card).filter(known -> STRANGE.contains(fault.error()));
        if (fault.error() == CardError.NO_SERVICE) {
            serviceLost(fault);
            return false;
        }
        // A card that left before it was touched is not an error: its removal is told in the next round.
        if (fault.error() != CardError.NO_CARD) {
            boolean halfway = HALFWAY.contains(fault.error()) && SlotMemory.isContactless(slot.name());
            publish(
                    halfway
                            ? new CardEvent.Failed(CardError.PUSH_IN, List.of())
                            : new CardEvent.Failed(fault.error(), fault.details()));
        }
        return true;
    }

    private void serviceLost(CardFault fault) {
        if (closed) {
            return;
        }
        if (failedTries == 0) {
            LOG.warn("{}: the smart card service is lost", id(), fault);
        }
        memory.forgetAll().forEach(name -> publish(new CardEvent.Removed(name)));
        tellServiceLost();
        List<Duration> backOff = timing.backOff();
        sleep(backOff.get(Math.min(failedTries, backOff.size() - 1)));
        failedTries++;
        rebuild();
    }

    private void tellServiceLost() {
        if (restartNeeded) {
            board.become(DeviceState.FAULT, CardError.RESTART_NEEDED.code());
        } else {
            board.become(DeviceState.DISCONNECTED, CardError.NO_SERVICE.code());
        }
    }

    private void rebuild() {
        try {
            onLane("rebuild", timing.watchdog(), () -> {
                backend.rebuild();
                return "";
            });
        } catch (DeviceFault fault) {
            LOG.debug("{}: context not rebuilt", id(), fault);
            if (fault instanceof CardFault card && card.error() == CardError.RESTART_NEEDED) {
                restartNeeded = true;
                tellServiceLost();
            }
        }
    }

    private <T> T onLane(String what, Duration deadline, LaneCommand<T> command) {
        try {
            return lane.submit(what, deadline, command).get();
        } catch (InterruptedException nobodyDoesThat) {
            throw new DeviceFault(DeviceFault.CLOSED, false, id());
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof DeviceFault fault) {
                throw fault;
            }
            // A bug, already logged by the lane; the reader goes on with a fresh context.
            throw new CardFault(CardError.NO_SERVICE, failure.getCause());
        }
    }

    private void publish(CardEvent event) {
        if (closed) {
            return;
        }
        for (CardListener listener : listeners) {
            listener.cardEvent(event);
        }
    }

    private void sleep(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        synchronized (pause) {
            long left = time.toMillis();
            while (left > 0 && !closed) {
                try {
                    pause.wait(left);
                } catch (InterruptedException nobodyDoesThat) {
                    closed = true;
                }
                left = (end - System.nanoTime()) / 1_000_000;
            }
        }
    }
}
