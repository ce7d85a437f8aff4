package it.sportello.devices.detector.internal;

import it.sportello.devices.BoardedDevice;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.detector.DetectorTrouble;
import it.sportello.devices.detector.NoteValidator;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.devices.detector.ValidatorListener;
import it.sportello.devices.detector.ValidatorMemory;
import it.sportello.devices.detector.ValidatorRecord;
import it.sportello.devices.detector.ValidatorSettings;
import it.sportello.devices.link.DeviceLane;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A validator on a serial line or a socket: polled without end, its line opened anew when it is lost. */
public final class LinkNoteValidator extends BoardedDevice implements NoteValidator {

    private static final Logger LOG = LoggerFactory.getLogger(LinkNoteValidator.class);
    private static final Duration COMMAND = Duration.ofSeconds(5);
    /** Longer than all tries of the questions of one turn may take: each of them is bounded by itself. */
    private static final Duration TURN_LIMIT = Duration.ofMinutes(5);

    private final Supplier<Link> links;
    private final ValidatorSettings settings;
    private final ValidatorMemory memory;
    private final InstantSource clock;
    private final ValidatorProtocol protocol;
    private final DeviceLane lane;
    private final List<ValidatorListener> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Link link;
    private volatile boolean wanted;
    private volatile boolean closed;
    private volatile boolean toBeCounted;
    private boolean begun;
    private long retryAt;

    /**
     * A validator that {@link #start()} begins to reach.
     *
     * @param links a new link for every connection
     * @param protocol makes the protocol, given what is around it
     */
    public LinkNoteValidator(
            String id,
            Supplier<Link> links,
            ValidatorSettings settings,
            ValidatorMemory memory,
            InstantSource clock,
            Function<ValidatorDesk, ValidatorProtocol> protocol) {
        super(DeviceKind.NOTE_DETECTOR, id, clock);
        this.links = links;
        this.settings = settings;
        this.memory = memory;
        this.clock = clock;
        this.lane = new DeviceLane("validator-" + id, 16, this::cut);
        this.protocol = protocol.apply(new Around());
    }

    @Override
    public void addValidatorListener(ValidatorListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeValidatorListener(ValidatorListener listener) {
        listeners.remove(listener);
    }

    @Override
    public CompletableFuture<DeviceStatus> accept() {
        wanted = true;
        return moveGate();
    }

    @Override
    public CompletableFuture<DeviceStatus> inhibit() {
        wanted = false;
        return moveGate();
    }

    @Override
    public boolean isAccepting() {
        return wanted;
    }

    @Override
    public void counted() {
        toBeCounted = false;
    }

    private CompletableFuture<DeviceStatus> moveGate() {
        return lane.submit("gate", COMMAND, () -> {
            Link open = link;
            if (open == null) {
                throw new DeviceFault(DeviceFault.LINK_UNAVAILABLE, true, id);
            }
            try {
                protocol.gate(open);
                return board.status();
            } catch (LinkException e) {
                lost(DeviceState.DISCONNECTED, DeviceFault.LINK_LOST);
                throw new DeviceFault(DeviceFault.LINK_LOST, true, List.of(id), e);
            }
        });
    }

    @Override
    public synchronized void start() {
        if (!begun) {
            begun = true;
            retryAt = System.nanoTime();
            lane.repeat("poll", settings.poll(), TURN_LIMIT, () -> {
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
                protocol.poll(open);
            }
        } catch (LinkException e) {
            boolean opened = link != null;
            lost(DeviceState.DISCONNECTED, opened ? DeviceFault.LINK_LOST : DeviceFault.LINK_UNAVAILABLE);
        } catch (DeviceFault fault) {
            lost(DeviceState.FAULT, fault.code(), fault.details().toArray(String[]::new));
        } catch (UncheckedIOException notStored) {
            LOG.error("{}: what the validator took cannot be stored", id, notStored);
            lost(DetectorTrouble.NOT_STORED.state(), DetectorTrouble.NOT_STORED.code());
        }
    }

    private void connect() throws LinkException {
        if (System.nanoTime() - retryAt < 0) {
            return;
        }
        Link opening = links.get();
        opening.open();
        link = opening;
        if (closed) {
            cut();
            return;
        }
        if (board.status().state() != DeviceState.FAULT) {
            board.become(DeviceState.CONNECTING, "");
        }
        protocol.begin(opening);
    }

    private void lost(DeviceState state, String code, String... details) {
        cut();
        retryAt = System.nanoTime() + settings.retry().toNanos();
        if (!closed) {
            board.become(state, code, details);
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

    private final class Around implements ValidatorDesk {

        @Override
        public ValidatorSettings settings() {
            return settings;
        }

        @Override
        public boolean wanted() {
            return wanted;
        }

        @Override
        public Optional<String> position(String device) {
            return memory.position(device);
        }

        @Override
        public void keep(String device, String position, List<ValidatorEvent> events) {
            memory.keep(new ValidatorRecord(device, position, events, clock.instant()));
            for (ValidatorEvent event : events) {
                toBeCounted |= event instanceof ValidatorEvent.Unattributed;
                tell(event);
            }
        }

        @Override
        public void tell(ValidatorEvent event) {
            LOG.debug("{}: {}", id, event);
            listeners.forEach(listener -> listener.happened(event));
        }

        @Override
        public void stands(Optional<DetectorTrouble> trouble, String detail) {
            Optional<DetectorTrouble> shown =
                    trouble.isEmpty() && toBeCounted ? Optional.of(DetectorTrouble.COUNT_CONTAINER) : trouble;
            if (shown.isEmpty()) {
                board.become(DeviceState.READY, "");
            } else if (detail.isEmpty()) {
                board.become(shown.get().state(), shown.get().code());
            } else {
                board.become(shown.get().state(), shown.get().code(), detail);
            }
        }

        @Override
        public void silent() {
            board.become(DeviceState.FAULT, DeviceFault.NO_ANSWER);
        }
    }
}
