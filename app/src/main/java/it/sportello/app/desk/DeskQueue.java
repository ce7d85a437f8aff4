package it.sportello.app.desk;

import it.sportello.api.Queues;
import it.sportello.app.wiring.DeskServices;
import it.sportello.domain.queue.QueueNumber;
import it.sportello.domain.queue.TimeSource;
import it.sportello.offlinecache.remote.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queue of this desk, whichever system keeps it at the moment: the server's; without it, what the dispenser's line
 * told; without that, the operator's voice. Waits.
 */
public final class DeskQueue {
    /** Which system answers. */
    public enum Mode {
        SERVER,
        BRIDGE,
        MANUAL
    }

    /**
     * What the desk sees of the queue.
     *
     * @param site everything of the server's queue; empty while it does not answer
     */
    public record Look(Mode mode, List<Queues.Entry> waiting, Instant at, Optional<Queues.QueueState> site) {}

    private final DeskServices services;
    private final ServerQueue server;
    private final LocalQueue bridge;
    private final LocalQueue manual;
    private final AtomicBoolean hasLine = new AtomicBoolean();
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();

    public DeskQueue(DeskServices services) {
        this.services = services;
        this.server = new ServerQueue(services.backend(), services.session());
        LocalQueue.Needs needs = new LocalQueue.Needs(
                services.journal(),
                services.session(),
                services.parameters()::now,
                services.clock(),
                () -> services.sync().status().isOnline(),
                new ReentrantLock());
        this.bridge = new LocalQueue(needs, TimeSource.BRIDGE);
        this.manual = new LocalQueue(needs, TimeSource.MANUAL);
    }

    /**
     * A dispenser on the line of this desk printed a number; returns at once. It is written down at the next look, when
     * somebody is signed in whose act it can be.
     */
    public void printed(QueueNumber number, Instant at) {
        hasLine.set(true);
        heard.add(new Heard(number, at));
    }

    private record Heard(QueueNumber number, Instant at) {}

    private void writeDown() {
        Heard next = heard.peek();
        while (next != null && services.session().isSignedIn()) {
            bridge.printed(next.number(), next.at());
            heard.remove(next);
            next = heard.peek();
        }
    }

    public ServerQueue server() {
        return server;
    }

    /** Who waits, asked anew. */
    public Look look() {
        writeDown();
        if (server.state() instanceof Answer.Done<Queues.QueueState>(Queues.QueueState now)) {
            if (services.sync().status().waiting() == 0) {
                bridge.learn(now.waiting());
            }
            return new Look(Mode.SERVER, now.waiting(), now.serverTime(), Optional.of(now));
        }
        List<Queues.Entry> told = bridge.waiting().orElse(List.of());
        boolean bridged = hasLine.get() || !told.isEmpty();
        return new Look(
                bridged ? Mode.BRIDGE : Mode.MANUAL, told, services.clock().instant(), Optional.empty());
    }

    /** Calls the next number; silent when nobody but the operator knows it. */
    public QueueAnswer next(UUID requestId) {
        writeDown();
        QueueAnswer answer = server.next(requestId, bridge::calledSince);
        if (!(answer instanceof QueueAnswer.Silent)) {
            return answer;
        }
        return bridge.next(requestId) instanceof QueueAnswer.Done told ? told : answer;
    }

    /** The operator says which number it is. */
    public QueueAnswer byHand(TypedNumber number) {
        return manual.call(number, "");
    }

    /** Calls a ticket of the list: the server's out of order with a reason, or one of the line. */
    public QueueAnswer call(Queues.Entry ticket, String reason) {
        if (!ticket.id().isEmpty()) {
            return server.call(ticket, reason);
        }
        QueueNumber number = QueueNumber.parse(ticket.number());
        return number == null ? new QueueAnswer.NobodyWaits() : bridge.call(TypedNumber.of(number), reason);
    }

    /** Takes a number one step on; what the server does not hear is written down and sent later. */
    public QueueAnswer step(Queues.Entry ticket, QueueStep step) {
        if (ticket.id().isEmpty()) {
            return manual.step(ticket, step);
        }
        QueueAnswer answer = server.step(ticket, step);
        return answer instanceof QueueAnswer.Silent ? manual.step(ticket, step) : answer;
    }
}
