package it.sportello.devices.terminal;

import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import it.sportello.devices.terminal.Ecr17Packet.Message;
import it.sportello.devices.terminal.Ecr17Packet.Progress;
import it.sportello.devices.terminal.Ecr17Packet.Rejected;
import it.sportello.devices.terminal.Ecr17Packet.Taken;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a terminal: packets out with their acknowledgement, packets in with ours. A message is acknowledged
 * as soon as its check byte is right, whatever becomes of it; a wrong one is refused, and the terminal repeats it.
 */
final class Ecr17Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Ecr17Conversation.class);
    private static final int TRANSMISSIONS = 3;
    private static final Duration WRITE = Duration.ofSeconds(2);

    /** What became of a packet of ours. */
    enum Delivery {
        /** Acknowledged. */
        TAKEN,
        /** A message came before any acknowledgement; it stays to be read. */
        ANSWERED,
        /** Refused as often as it may be sent. */
        REJECTED,
        /** Neither yes nor no came. */
        SILENT,
        /** The connection did not take all of it: the terminal cannot have understood it. */
        NOT_WHOLE
    }

    private final Link link;
    private final LrcRule rule;
    private final Set<LrcRule> accepted;
    private final TerminalTimings timings;
    private final Consumer<String> progress;
    private final Ecr17Reader reader = new Ecr17Reader();
    private final Deque<Message> early = new ArrayDeque<>();
    private final byte[] buffer = new byte[512];

    /**
     * @param rule for our packets
     * @param anyRule whether the terminal's packets may follow another one
     * @param progress hears what the terminal shows
     */
    Ecr17Conversation(Link link, LrcRule rule, boolean anyRule, TerminalTimings timings, Consumer<String> progress) {
        this.link = link;
        this.rule = rule;
        this.accepted = anyRule ? EnumSet.allOf(LrcRule.class) : EnumSet.of(rule);
        this.timings = timings;
        this.progress = progress;
    }

    /**
     * Sends until it is acknowledged, three times at most.
     *
     * @param afterSilence whether silence is a reason to send again: never for what moves money, since the terminal may
     *     be at work already. A refusal is one always: then it surely is not
     */
    Delivery deliver(byte[] content, boolean afterSilence) throws LinkException {
        byte[] packet = Ecr17Frames.packet(content, rule);
        Delivery delivery = Delivery.SILENT;
        for (int sent = 0; sent < TRANSMISSIONS; sent++) {
            if (link.write(packet, 0, packet.length, WRITE) < packet.length) {
                return Delivery.NOT_WHOLE;
            }
            delivery = acknowledgement();
            boolean again = delivery == Delivery.REJECTED || (delivery == Delivery.SILENT && afterSilence);
            if (!again) {
                return delivery;
            }
        }
        return delivery;
    }

    private Delivery acknowledgement() throws LinkException {
        long end = System.nanoTime() + timings.acknowledgement().toNanos();
        for (Optional<Ecr17Packet> packet = packet(end); packet.isPresent(); packet = packet(end)) {
            switch (packet.get()) {
                case Taken taken -> {
                    return Delivery.TAKEN;
                }
                case Rejected rejected -> {
                    return Delivery.REJECTED;
                }
                case Progress shown -> progress.accept(shown.text());
                case Message message -> {
                    if (confirm(message)) {
                        early.add(message);
                        return Delivery.ANSWERED;
                    }
                }
            }
        }
        return Delivery.SILENT;
    }

    /**
     * The next message with the right check byte, acknowledged.
     *
     * @return empty when the time passed without one
     */
    Optional<Message> message(Duration limit) throws LinkException {
        if (!early.isEmpty()) {
            return Optional.of(early.remove());
        }
        long end = System.nanoTime() + limit.toNanos();
        for (Optional<Ecr17Packet> packet = packet(end); packet.isPresent(); packet = packet(end)) {
            switch (packet.get()) {
                case Progress shown -> progress.accept(shown.text());
                case Message message -> {
                    if (confirm(message)) {
                        return Optional.of(message);
                    }
                }
                case Taken late -> LOG.trace("an acknowledgement of nothing");
                case Rejected late -> LOG.trace("a refusal of nothing");
            }
        }
        return Optional.empty();
    }

    /** The next message that somebody waits for; others are acknowledged and dropped. */
    Optional<Message> message(Duration limit, String codes) throws LinkException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<Message> message = message(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            if (message.isEmpty() || codes.indexOf(message.get().code()) >= 0) {
                return message;
            }
            LOG.debug("a message {} nobody waited for", (int) message.get().code());
        }
    }

    /** Whether any sign of life comes: a packet of any kind, which stays to be read. */
    boolean stirs(Duration limit) throws LinkException {
        long end = System.nanoTime() + limit.toNanos();
        Optional<Ecr17Packet> packet = packet(end);
        packet.filter(Message.class::isInstance)
                .map(Message.class::cast)
                .filter(this::confirm)
                .ifPresent(early::add);
        packet.filter(Progress.class::isInstance)
                .map(Progress.class::cast)
                .ifPresent(shown -> progress.accept(shown.text()));
        return packet.isPresent();
    }

    /**
     * Listens for a moment before something is sent: whatever comes now belongs to an operation of before.
     *
     * @return false when the terminal has hung up
     */
    boolean settle(Duration moment) {
        try {
            int count = link.read(buffer, moment);
            reader.accept(buffer, count);
        } catch (LinkException gone) {
            LOG.debug("the terminal hung up between two packets", gone);
            return false;
        }
        for (Optional<Ecr17Packet> packet = reader.next(); packet.isPresent(); packet = reader.next()) {
            packet.filter(Message.class::isInstance).map(Message.class::cast).ifPresent(this::confirm);
        }
        early.clear();
        return true;
    }

    private boolean confirm(Message message) {
        boolean right = message.checksBy(accepted);
        try {
            link.writeAll(Ecr17Frames.acknowledgement(right, rule), WRITE);
        } catch (LinkException gone) {
            // What has been received counts all the same: a terminal may hang up right behind its result.
            LOG.debug("no acknowledgement possible", gone);
        }
        return right;
    }

    /** The next packet, waiting for its bytes until the given time. */
    private Optional<Ecr17Packet> packet(long end) throws LinkException {
        Optional<Ecr17Packet> packet = reader.next();
        while (packet.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return packet;
            }
            int count = link.read(buffer, Duration.ofNanos(Math.max(1_000_000, left)));
            reader.accept(buffer, count);
            packet = reader.next();
        }
        return packet;
    }
}
