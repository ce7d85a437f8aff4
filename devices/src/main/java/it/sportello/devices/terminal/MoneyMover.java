package it.sportello.devices.terminal;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.link.LinkException;
import it.sportello.devices.terminal.Ecr17Conversation.Delivery;
import it.sportello.devices.terminal.Ecr17Packet.Message;
import it.sportello.devices.terminal.LastResultJudge.Verdict;
import it.sportello.devices.terminal.PaymentOutcome.Approved;
import it.sportello.devices.terminal.PaymentOutcome.NotConfirmed;
import it.sportello.devices.terminal.PaymentOutcome.NotSent;
import it.sportello.devices.terminal.PaymentOutcome.Refused;
import it.sportello.domain.money.Money;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What moves money, from the first look to an outcome. The request leaves once; a refused packet alone is repeated, for
 * then the terminal surely is not at work. After a drop, a silence or an answer without sense it asks for the last result,
 * twice, and believes it only on proof: where the result could be another desk's, the slip has to bear our reference.
 */
final class MoneyMover {

    private static final Logger LOG = LoggerFactory.getLogger(MoneyMover.class);
    private static final Duration SETTLE = Duration.ofMillis(20);
    private static final int AUTOMATIC_LOOKS = 2;

    private final Ecr17Exchange exchange;
    private final TerminalSettings settings;
    private final TerminalTimings timings;
    private final InstantSource clock;
    private final Ecr17Frames frames;
    private final LastResultJudge judge;

    MoneyMover(Ecr17Exchange exchange, TerminalSettings settings, InstantSource clock) {
        this.exchange = exchange;
        this.settings = settings;
        this.timings = settings.timings();
        this.clock = clock;
        this.frames = new Ecr17Frames(settings);
        this.judge = new LastResultJudge(timings, settings.use());
    }

    /**
     * What is to be done.
     *
     * @param amount zero for a reversal
     * @param reference what is printed under the slip; empty for nothing
     * @param content the request
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Order(TerminalOperation kind, Money amount, String reference, byte[] content) {}

    PaymentOutcome run(Operation operation, Order order, TerminalProgress progress) throws InterruptedException {
        try {
            exchange.ready(operation);
            Optional<byte[]> before = before(operation);
            return exchange.connected(operation, progress, first -> {
                boolean receipts = settings.receiptsToUs() && receiptsWished(first);
                Start start = new Start(order, before, receipts);
                if (first.settle(SETTLE)) {
                    return send(operation, start, first, progress);
                }
                return exchange.connected(operation, progress, second -> {
                    second.settle(SETTLE);
                    return send(operation, start, second, progress);
                });
            });
        } catch (DeviceFault fault) {
            Optional<TerminalDoubt> doubt = operation.doubt();
            if (doubt.isEmpty()) {
                return new NotSent(fault.code(), fault.details());
            }
            return recover(operation, doubt.get(), fault.code());
        }
    }

    /** The last result up to now: what the terminal keeps afterwards is compared with it. */
    private Optional<byte[]> before(Operation operation) throws InterruptedException {
        try {
            return Optional.of(exchange.ask(operation, frames.lastResult(), "EV", timings.answer()));
        } catch (DeviceFault fault) {
            if (fault.code().equals(DeviceFault.LINK_UNAVAILABLE)) {
                throw fault;
            }
            LOG.info("no last result before the operation: {}", fault.code());
            return Optional.empty();
        }
    }

    /** What is to be sent, the last result before it, and whether receipts will come behind it. */
    private record Start(Order order, Optional<byte[]> before, boolean receipts) {}

    /** A terminal that does not know the wish prints by itself; one that hangs up on it may have taken it. */
    private boolean receiptsWished(Ecr17Conversation conversation) {
        try {
            return conversation.deliver(frames.receiptsToUs(true), true) != Delivery.REJECTED;
        } catch (LinkException gone) {
            LOG.debug("the terminal hung up on the wish for receipts", gone);
            return true;
        }
    }

    private PaymentOutcome send(
            Operation operation, Start start, Ecr17Conversation conversation, TerminalProgress progress)
            throws LinkException {
        Order order = start.order();
        TerminalDoubt doubt = new TerminalDoubt(
                order.kind(), order.amount(), clock.instant(), start.before().flatMap(this::stanOf), order.reference());
        progress.sending(doubt);
        operation.sent(doubt);
        Delivery delivery = conversation.deliver(order.content(), false);
        switch (delivery) {
            case REJECTED -> {
                operation.notSent();
                return new NotSent(PaymentTerminal.REJECTED, List.of());
            }
            case NOT_WHOLE -> {
                operation.notSent();
                return new NotSent(DeviceFault.LINK_LOST, List.of());
            }
            case SILENT -> exchange.alive(conversation, delivery);
            case TAKEN, ANSWERED -> LOG.trace("taken");
        }
        return await(start, conversation, delivery == Delivery.ANSWERED);
    }

    private Optional<String> stanOf(byte[] lastResult) {
        try {
            return Optional.of(Ecr17Answers.result(lastResult, clock.instant()).stan())
                    .filter(stan -> !stan.isEmpty());
        } catch (DeviceFault senseless) {
            LOG.info("the last result before the operation makes no sense");
            return Optional.empty();
        }
    }

    private PaymentOutcome await(Start start, Ecr17Conversation conversation, boolean unacknowledged)
            throws LinkException {
        ReceiptCollector receipts = new ReceiptCollector();
        long end = System.nanoTime() + timings.result().toNanos();
        boolean first = unacknowledged;
        while (true) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            Message message = conversation.message(left, "EVS").orElseThrow(exchange::mute);
            if (message.code() == 'S') {
                receipts.accept(message.content());
            } else if (isOld(message, start.before(), first)) {
                LOG.warn("the terminal repeated the result of the operation before");
            } else {
                return ended(start, message, receipts, conversation);
            }
            first = false;
        }
    }

    /**
     * A terminal that could not deliver a result may do so at the next occasion. An approval that equals the one before
     * to the last byte is that one; a refusal may well come twice alike, and is old only when it came unacknowledged.
     */
    private boolean isOld(Message message, Optional<byte[]> before, boolean unacknowledged) {
        if (before.isEmpty() || !Arrays.equals(before.get(), message.content())) {
            return false;
        }
        return unacknowledged
                || Ecr17Answers.result(message.content(), clock.instant()).isApproved();
    }

    private PaymentOutcome ended(
            Start start, Message message, ReceiptCollector receipts, Ecr17Conversation conversation) {
        TerminalResult result = Ecr17Answers.result(message.content(), clock.instant());
        boolean otherAmount = start.order().kind() != TerminalOperation.REVERSAL
                && result.amount().isPresent()
                && !result.amount().get().equals(start.order().amount());
        if (result.isApproved() && otherAmount) {
            throw new DeviceFault(DeviceFault.BAD_ANSWER, false);
        }
        TerminalReceipts copies = start.receipts() ? exchange.collect(conversation, receipts) : TerminalReceipts.NONE;
        return outcome(result, copies, false);
    }

    private static PaymentOutcome outcome(TerminalResult result, TerminalReceipts receipts, boolean recovered) {
        return result.isApproved()
                ? new Approved(result, receipts, recovered)
                : new Refused(RefusalCause.of(result.code()), result, receipts, recovered);
    }

    private PaymentOutcome recover(Operation operation, TerminalDoubt doubt, String code) throws InterruptedException {
        PaymentOutcome outcome = look(operation, doubt, code);
        for (int looks = 1; looks < AUTOMATIC_LOOKS && outcome instanceof NotConfirmed; looks++) {
            TimeUnit.NANOSECONDS.sleep(timings.beforeSecondLook().toNanos());
            outcome = look(operation, doubt, code);
        }
        return outcome;
    }

    /** One look, when a person asks for it. */
    PaymentOutcome resolve(Operation operation, TerminalDoubt doubt) throws InterruptedException {
        exchange.ready(operation);
        return look(operation, doubt, DeviceFault.NO_ANSWER);
    }

    private PaymentOutcome look(Operation operation, TerminalDoubt doubt, String code) throws InterruptedException {
        TerminalResult last;
        byte[] answer;
        try {
            answer = exchange.ask(operation, frames.lastResult(), "EV", timings.answer());
            last = Ecr17Answers.result(answer, clock.instant());
        } catch (DeviceFault fault) {
            LOG.info("no last result: {}", fault.code());
            return new NotConfirmed(code, doubt, DoubtEvidence.NO_ANSWER, Optional.empty());
        }
        Verdict verdict = judge.judge(doubt, last);
        if (verdict == Verdict.ASK_THE_SLIP) {
            verdict = isOnTheSlip(operation, doubt.reference(), answer) ? Verdict.OWN : Verdict.UNPROVED;
        }
        return switch (verdict) {
            case OWN -> outcome(last, TerminalReceipts.NONE, true);
            case NOTHING_NEW -> new NotConfirmed(code, doubt, DoubtEvidence.NOTHING_NEW, Optional.of(last));
            case UNPROVED, ASK_THE_SLIP ->
                new NotConfirmed(code, doubt, DoubtEvidence.ANOTHER_RESULT, Optional.of(last));
        };
    }

    /** The slip read between two equal last results is theirs; a terminal that does not hand it over proves nothing. */
    private boolean isOnTheSlip(Operation operation, String reference, byte[] result) throws InterruptedException {
        try {
            TerminalReceipts slip = exchange.receipts(operation, frames.reprint(true, ReprintKind.FINANCIAL));
            byte[] again = exchange.ask(operation, frames.lastResult(), "EV", timings.answer());
            return Arrays.equals(result, again)
                    && slip.copies().stream().anyMatch(copy -> ReceiptLines.bears(copy, reference));
        } catch (DeviceFault fault) {
            LOG.info("no slip of the last result: {}", fault.code());
            return false;
        }
    }
}
