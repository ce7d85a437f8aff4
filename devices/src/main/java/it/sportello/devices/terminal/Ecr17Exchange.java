package it.sportello.devices.terminal;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceState;
import it.sportello.devices.StatusBoard;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import it.sportello.devices.terminal.Ecr17Conversation.Delivery;
import it.sportello.devices.terminal.Ecr17Packet.Message;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections to one terminal, one for each operation, and the questions that move no money. On the lane's thread. */
final class Ecr17Exchange {

    /** After so many waits for receipts the terminal is let go, whatever it still sends. */
    static final int MOST_RECEIPT_WAITS = 15;

    private static final Logger LOG = LoggerFactory.getLogger(Ecr17Exchange.class);

    private final String id;
    private final Supplier<Link> links;
    private final TerminalSettings settings;
    private final TerminalTimings timings;
    private final Ecr17Frames frames;
    private final StatusBoard board;
    private @Nullable LrcRule known;
    private TerminalCondition condition = TerminalCondition.OPERATIVE;
    private boolean missed;

    Ecr17Exchange(String id, Supplier<Link> links, TerminalSettings settings, StatusBoard board) {
        this.id = id;
        this.links = links;
        this.settings = settings;
        this.timings = settings.timings();
        this.frames = new Ecr17Frames(settings);
        this.board = board;
        this.known = settings.lrc().orElse(null);
    }

    /** Work over one open connection. */
    @FunctionalInterface
    interface Talk<T> {
        T over(Ecr17Conversation conversation) throws LinkException, InterruptedException;
    }

    /** Opens a connection, talks, closes it; a broken link is a fault and stands on the board. */
    <T> T connected(Operation operation, TerminalProgress progress, Talk<T> talk) throws InterruptedException {
        return connected(operation, progress, known == null ? LrcRule.STX : known, talk);
    }

    private <T> T connected(Operation operation, TerminalProgress progress, LrcRule rule, Talk<T> talk)
            throws InterruptedException {
        Link link = links.get();
        operation.use(link);
        try {
            open(link);
            Ecr17Conversation conversation =
                    new Ecr17Conversation(link, rule, settings.lrc().isEmpty(), timings, progress::message);
            return talk.over(conversation);
        } catch (LinkException e) {
            board.become(DeviceState.DISCONNECTED, DeviceFault.LINK_LOST);
            throw new DeviceFault(DeviceFault.LINK_LOST, true, List.of(id), e);
        } finally {
            link.close();
        }
    }

    private void open(Link link) {
        try {
            link.open();
        } catch (LinkException e) {
            board.become(DeviceState.DISCONNECTED, DeviceFault.LINK_UNAVAILABLE);
            throw new DeviceFault(DeviceFault.LINK_UNAVAILABLE, true, List.of(id), e);
        }
    }

    /** Makes sure that the terminal was seen working and its check byte is known, before anything is asked of it. */
    void ready(Operation operation) throws InterruptedException {
        if (known == null || !board.status().state().isUsable()) {
            look(operation);
        }
        if (!condition.state().isUsable()) {
            throw new DeviceFault(condition.code(), true, id);
        }
    }

    /** Asks for the status; where the settings leave the check byte open, tries the rules until one is understood. */
    TerminalReport look(Operation operation) throws InterruptedException {
        for (LrcRule rule : candidates()) {
            try {
                byte[] answer = connected(
                        operation,
                        TerminalProgress.NONE,
                        rule,
                        conversation -> question(conversation, frames.status(), "s", timings.answer()));
                return seen(Ecr17Answers.report(answer, rule));
            } catch (DeviceFault fault) {
                if (!fault.code().equals(PaymentTerminal.REJECTED)) {
                    if (board.status().state() != DeviceState.DISCONNECTED) {
                        board.become(DeviceState.FAULT, fault.code());
                    }
                    throw fault;
                }
                LOG.debug("{}: check byte rule {} is not understood", id, rule);
            }
        }
        known = settings.lrc().orElse(null);
        board.become(DeviceState.FAULT, PaymentTerminal.REJECTED);
        throw new DeviceFault(PaymentTerminal.REJECTED, true, id);
    }

    /**
     * Finds out without a byte whether the terminal is still there: its protocol knows one connection for each operation,
     * a connection held in between would keep other desks away from it. When it is back its status is asked for.
     */
    void knock(Operation operation) throws InterruptedException {
        if (!links.get().isThere()) {
            missed = true;
            board.become(DeviceState.DISCONNECTED, DeviceFault.LINK_UNAVAILABLE);
        } else if (missed) {
            missed = false;
            look(operation);
        }
    }

    private Set<LrcRule> candidates() {
        if (settings.lrc().isPresent()) {
            return EnumSet.of(settings.lrc().get());
        }
        Set<LrcRule> candidates = new LinkedHashSet<>();
        if (known != null) {
            candidates.add(known);
        }
        candidates.addAll(EnumSet.allOf(LrcRule.class));
        return candidates;
    }

    private TerminalReport seen(TerminalReport report) {
        known = report.lrc();
        condition = report.condition();
        board.become(condition.state(), condition.code());
        if (!report.terminalId().equals(settings.terminalId())) {
            LOG.info("{}: the terminal calls itself {}", id, report.terminalId().replaceAll("[^0-9]", "?"));
        }
        return report;
    }

    /** Asks what may be asked twice. */
    byte[] ask(Operation operation, byte[] content, String codes, Duration limit) throws InterruptedException {
        return connected(
                operation, TerminalProgress.NONE, conversation -> question(conversation, content, codes, limit));
    }

    private byte[] question(Ecr17Conversation conversation, byte[] content, String codes, Duration limit)
            throws LinkException {
        taken(conversation.deliver(content, true));
        return conversation.message(limit, codes).orElseThrow(this::mute).content();
    }

    /**
     * Asks for something that must not happen twice.
     *
     * @param sent becomes true when the terminal may have taken it
     */
    byte[] once(Operation operation, byte[] content, String codes, AtomicBoolean sent) throws InterruptedException {
        return connected(operation, TerminalProgress.NONE, conversation -> {
            sent.set(true);
            Delivery delivery = conversation.deliver(content, false);
            if (delivery == Delivery.REJECTED || delivery == Delivery.NOT_WHOLE) {
                sent.set(false);
                taken(delivery);
            }
            alive(conversation, delivery);
            return conversation
                    .message(timings.result(), codes)
                    .orElseThrow(this::mute)
                    .content();
        });
    }

    /** Goes on after an acknowledgement that never came only when the terminal shows that it is at work. */
    void alive(Ecr17Conversation conversation, Delivery delivery) throws LinkException {
        if (delivery == Delivery.SILENT && !conversation.stirs(timings.answer())) {
            throw mute();
        }
    }

    /** Says something that is only acknowledged. */
    void tell(Operation operation, byte[] content) throws InterruptedException {
        connected(operation, TerminalProgress.NONE, conversation -> {
            taken(conversation.deliver(content, true));
            return content;
        });
    }

    private void taken(Delivery delivery) {
        switch (delivery) {
            case TAKEN, ANSWERED -> LOG.trace("{}: taken", id);
            case REJECTED -> throw new DeviceFault(PaymentTerminal.REJECTED, true, id);
            case SILENT -> throw mute();
            case NOT_WHOLE -> throw new DeviceFault(DeviceFault.LINK_LOST, true, id);
        }
    }

    DeviceFault mute() {
        return new DeviceFault(DeviceFault.NO_ANSWER, true, id);
    }

    /** Asks for a receipt and nothing else. */
    TerminalReceipts receipts(Operation operation, byte[] content) throws InterruptedException {
        return connected(operation, TerminalProgress.NONE, conversation -> {
            taken(conversation.deliver(content, true));
            Optional<Message> first = conversation.message(timings.answer(), "S");
            ReceiptCollector collector = new ReceiptCollector();
            collector.accept(first.orElseThrow(this::mute).content());
            return collect(conversation, collector);
        });
    }

    /** Takes receipts until the terminal is silent, hangs up, or has sent far too much. */
    TerminalReceipts collect(Ecr17Conversation conversation, ReceiptCollector collector) {
        long end = System.nanoTime()
                + timings.receipt().multipliedBy(MOST_RECEIPT_WAITS).toNanos();
        try {
            while (System.nanoTime() < end) {
                // Behind the end of a copy only another copy can come, and it comes at once.
                Duration limit = collector.isBetweenCopies() ? timings.receipt().dividedBy(2) : timings.receipt();
                Optional<Message> part = conversation.message(limit, "S");
                if (part.isEmpty()) {
                    return collector.receipts();
                }
                collector.accept(part.get().content());
            }
        } catch (LinkException gone) {
            LOG.debug("{}: hung up behind the receipt", id, gone);
        }
        return collector.receipts();
    }
}
