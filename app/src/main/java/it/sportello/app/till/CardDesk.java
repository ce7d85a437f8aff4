package it.sportello.app.till;

import it.sportello.app.service.DeskContext;
import it.sportello.app.service.PrintDesk;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.terminal.DoubtEvidence;
import it.sportello.devices.terminal.PaymentOutcome;
import it.sportello.devices.terminal.PaymentRequest;
import it.sportello.devices.terminal.PaymentTerminal;
import it.sportello.devices.terminal.TerminalDoubt;
import it.sportello.devices.terminal.TerminalOperation;
import it.sportello.devices.terminal.TerminalProgress;
import it.sportello.devices.terminal.TerminalReceipts;
import it.sportello.devices.terminal.TerminalResult;
import it.sportello.devices.terminal.TerminalTotals;
import it.sportello.domain.till.AttemptRefusal;
import it.sportello.domain.till.AttemptSource;
import it.sportello.domain.till.AttemptState;
import it.sportello.domain.till.AttemptStep;
import it.sportello.domain.till.CardAttempt;
import it.sportello.domain.till.CardSlip;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The payments by card of this desk, which outlive the screen that began them: asked once, followed to their end, and
 * after a lost answer or a crash asked for again with the last result, never sent again (R-TIL-5, Q25).
 */
public final class CardDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CardDesk.class);
    /** Reason of a refusal: the program ended before anything was asked of the terminal. */
    static final String NEVER_ASKED = "NEVER_ASKED";

    private final CardBook book;
    private final Supplier<Optional<PaymentTerminal>> terminals;
    private final DeskContext desk;
    private final PrintDesk prints;
    private final ReceiptFiles files;
    private final Executor lane;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    /** Approved by the terminal and not yet written. */
    private final Set<UUID> approvals = ConcurrentHashMap.newKeySet();

    private final List<Consumer<CardNews>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean resumed;
    private volatile boolean reachable;

    /** What became of a wish to be paid by card. */
    public sealed interface Begun {
        /** The terminal is being asked; news tell the rest. */
        record Asking(StoredAttempt attempt) implements Begun {}

        record Refused(CollectDues.Result why) implements Begun {}

        record NoTerminal() implements Begun {}
    }

    /** What a person's decision comes to. */
    public sealed interface Decided {
        record Done() implements Decided {}

        record Refused(List<AttemptRefusal> refusals) implements Decided {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }

        /** The proof is kept; the till has to be opened to book it. */
        record WaitsForTill() implements Decided {}

        /** The proof is kept; a rule does not let it be booked, and the person responsible has to look. */
        record NotBookable() implements Decided {}
    }

    private CardDesk(
            CardBook book,
            Supplier<Optional<PaymentTerminal>> terminals,
            DeskContext desk,
            PrintDesk prints,
            ReceiptFiles files,
            Executor lane) {
        this.book = book;
        this.terminals = terminals;
        this.desk = desk;
        this.prints = prints;
        this.files = files;
        this.lane = lane;
    }

    /**
     * The card payments of a desk.
     *
     * @param terminals the terminal as it is now, asked for at each use
     * @param lane one thread of its own, so that outcomes keep their order
     */
    public static CardDesk of(
            TillBook book,
            Clock clock,
            Supplier<Optional<PaymentTerminal>> terminals,
            PrintDesk prints,
            ReceiptFiles files,
            Executor lane) {
        CardBook payments = new CardBook(book, new CollectionParameters(), clock);
        return new CardDesk(payments, terminals, book.desk(), prints, files, lane);
    }

    /** Told of all that happens to payments, on other threads; must return at once. */
    public void onNews(Consumer<CardNews> listener) {
        listeners.add(listener);
    }

    public void forget(Consumer<CardNews> listener) {
        listeners.remove(listener);
    }

    /** Stores the attempt, then asks the terminal; returns when it is stored. May wait for the disk. */
    public Begun begin(CollectDues.Payment payment, boolean identityChecked) {
        return begin(payment, identityChecked, List.of());
    }

    /**
     * The same for a basket that took cash before.
     *
     * @param notes what was judged of its notes: kept with its receipts if the card pays them
     */
    Begun begin(CollectDues.Payment payment, boolean identityChecked, List<JudgedNote> notes) {
        Optional<PaymentTerminal> terminal = terminals.get();
        if (terminal.isEmpty()) {
            return new Begun.NoTerminal();
        }
        // Under way before it is stored: whoever looks for payments left behind must not take this one for such.
        UUID id = UUID.randomUUID();
        underWay.add(id);
        boolean asked = false;
        try {
            CardBook.Beginning beginning =
                    book.begin(id, payment, identityChecked, terminal.get().id(), notes);
            if (beginning instanceof CardBook.Beginning.Stored(StoredAttempt attempt)) {
                ask(terminal.get(), attempt);
                asked = true;
            }
            return switch (beginning) {
                case CardBook.Beginning.Refused refused -> new Begun.Refused(refused.why());
                case CardBook.Beginning.Stored stored -> new Begun.Asking(stored.attempt());
            };
        } finally {
            if (!asked) {
                underWay.remove(id);
            }
        }
    }

    private void ask(PaymentTerminal terminal, StoredAttempt attempt) {
        UUID id = attempt.id();
        TerminalProgress progress = new TerminalProgress() {
            @Override
            public void sending(TerminalDoubt doubt) {
                book.sent(id, toRemember(doubt));
            }

            @Override
            public void message(String text) {
                tell(new CardNews.Progress(id, text));
            }
        };
        follow(id, terminal.pay(PaymentRequest.of(attempt.amount(), attempt.reference()), progress));
    }

    private static CardAttempt.Sending toRemember(TerminalDoubt doubt) {
        return new CardAttempt.Sending(
                doubt.sentAt(),
                doubt.operation() == TerminalOperation.EXTENDED_PAYMENT,
                doubt.stanBefore().orElse(null));
    }

    private void follow(UUID id, CompletableFuture<PaymentOutcome> outcome) {
        CompletableFuture<UUID> followed = outcome.handleAsync(
                        (end, failure) -> {
                            ended(id, end, failure);
                            return id;
                        },
                        lane)
                .whenComplete((done, failure) -> {
                    underWay.remove(id);
                    if (failure != null) {
                        // An approval is kept, and what else the terminal did is still its last result: the payment
                        // stays open and is asked for again.
                        LOG.error("the end of a card payment could not be written", failure);
                        boolean approved = approvals.contains(id);
                        tell(new CardNews.InDoubt(
                                id, approved ? CardBook.NOT_BOOKABLE : DoubtEvidence.NO_ANSWER.name()));
                    }
                });
        LOG.trace("payment {} is followed: {}", id, followed);
    }

    private void ended(UUID id, @Nullable PaymentOutcome outcome, @Nullable Throwable failure) {
        if (outcome == null) {
            LOG.error("the terminal did not say how a payment ended", failure);
            withoutOutcome(id);
            return;
        }
        switch (outcome) {
            case PaymentOutcome.Approved(TerminalResult result, TerminalReceipts receipts, boolean recovered) ->
                approved(id, slip(result), source(recovered), result.authorization(), receipts);
            case PaymentOutcome.Refused refused -> refused(id, refused);
            case PaymentOutcome.NotSent not -> neverSent(id, not.code());
            case PaymentOutcome.NotConfirmed not -> doubtful(id, not.evidence().name());
        }
    }

    /** Only what was never marked as leaving surely did not leave: all else may have moved money. */
    private void withoutOutcome(UUID id) {
        if (book.find(id).state() == AttemptState.CREATED) {
            neverSent(id, DeviceFault.BAD_ANSWER);
        } else {
            doubtful(id, DoubtEvidence.NO_ANSWER.name());
        }
    }

    private void approved(UUID id, CardSlip slip, AttemptSource source, String reason, TerminalReceipts receipts) {
        approvals.add(id);
        CardBook.Booking booking = book.approve(id, slip, source, reason, receipts);
        approvals.remove(id);
        switch (booking) {
            case CardBook.Booking.Booked booked -> booked(id, booked);
            case CardBook.Booking.Waits waits -> tell(new CardNews.InDoubt(id, CardBook.NOT_BOOKED));
            case CardBook.Booking.NotAllowed not -> {
                LOG.warn("an approved payment is not let pass: {}", not.refusals());
                tell(new CardNews.InDoubt(id, CardBook.NOT_BOOKABLE));
            }
            case CardBook.Booking.Refused refused -> doubtful(id, CardBook.OF_ANOTHER);
        }
    }

    private void booked(UUID id, CardBook.Booking.Booked booked) {
        tell(new CardNews.Collected(id, booked.collected(), booked.personId()));
        // Without somebody signed in the paper waits: the next sign-in prints what is queued.
        if (desk.isSignedIn()) {
            booked.collected().jobs().forEach(prints::print);
            booked.slips().forEach(prints::print);
            booked.collected()
                    .documents()
                    .forEach(number -> files.keep(number, booked.collected().tillSessionId()));
        }
    }

    private void refused(UUID id, PaymentOutcome.Refused refused) {
        String words = refused.result().reason().strip();
        book.refuse(
                id,
                source(refused.recovered()),
                words.isEmpty() ? refused.cause().name() : words);
        var jobs = book.keepSlips(id, refused.receipts());
        tell(new CardNews.Refused(id, Optional.of(refused.cause().messageKey()), words, jobs));
        if (desk.isSignedIn()) {
            jobs.forEach(prints::print);
        }
    }

    private void neverSent(UUID id, String code) {
        book.refuse(id, AttemptSource.TERMINAL, code);
        tell(new CardNews.Refused(id, Optional.of("device." + code), "", List.of()));
    }

    private void doubtful(UUID id, String reason) {
        book.unknown(id, reason);
        tell(new CardNews.InDoubt(id, reason));
    }

    private static AttemptSource source(boolean recovered) {
        return recovered ? AttemptSource.LAST_RESULT : AttemptSource.TERMINAL;
    }

    private static CardSlip slip(TerminalResult result) {
        return new CardSlip(
                result.stan(),
                result.authorization(),
                result.cardEnding(),
                result.cardKind(),
                result.acquirer(),
                result.hostTime().orElse(null));
    }

    /** Asks what became of every payment that nobody follows any more: after a sign-in, and when the terminal is back. */
    public void resume() {
        resumed = true;
        lane.execute(() -> book.open().forEach(attempt -> askAgain(attempt.id())));
    }

    /** Asks once more what became of a payment; returns at once. */
    public void askAgain(UUID id) {
        lane.execute(() -> again(id));
    }

    private void again(UUID id) {
        if (!underWay.add(id)) {
            return;
        }
        boolean asked = false;
        StoredAttempt attempt;
        try {
            // Read only now that nobody else ends it.
            attempt = book.find(id);
            if (attempt.state() == AttemptState.CREATED) {
                // Stored and not sent: without the second step nothing left this computer.
                book.refuse(id, AttemptSource.TERMINAL, NEVER_ASKED);
            } else if (attempt.state().isOpen() && attempt.heard().isEmpty()) {
                asked = askLastResult(attempt);
            }
        } finally {
            if (!asked) {
                underWay.remove(id);
            }
        }
        if (!asked) {
            withoutAsking(attempt);
        }
    }

    /** @return false when there is nobody to be asked */
    private boolean askLastResult(StoredAttempt attempt) {
        UUID id = attempt.id();
        Optional<PaymentTerminal> terminal =
                terminals.get().filter(one -> one.id().equals(attempt.terminalId()));
        if (terminal.isEmpty() || attempt.sending().isEmpty()) {
            return false;
        }
        tell(new CardNews.Asked(id));
        StoredAttempt.StoredSending sent = attempt.sending().get();
        TerminalOperation form = sent.amountTold() ? TerminalOperation.EXTENDED_PAYMENT : TerminalOperation.PAYMENT;
        follow(
                id,
                terminal.get()
                        .lastResult(new TerminalDoubt(
                                form, attempt.amount(), sent.at(), sent.stanBefore(), attempt.reference())));
        return true;
    }

    private void withoutAsking(StoredAttempt attempt) {
        UUID id = attempt.id();
        if (attempt.state() == AttemptState.CREATED) {
            tell(new CardNews.Refused(id, Optional.of(NEVER_ASKED), "", List.of()));
        } else if (attempt.heard().isPresent()) {
            CardSlip slip = attempt.heard().get().slip();
            String reason = attempt.saidBy() == AttemptSource.OPERATOR ? attempt.reason() : slip.authorization();
            approved(id, slip, attempt.saidBy(), reason, TerminalReceipts.NONE);
        } else if (attempt.state().isOpen()) {
            doubtful(id, DoubtEvidence.NO_ANSWER.name());
        }
    }

    /** A device changed: a terminal that is back is asked what became of what it left open. Any thread. */
    public void deviceChanged(DeviceStatus status) {
        if (status.kind() != DeviceKind.PAYMENT_TERMINAL) {
            return;
        }
        boolean now = status.state().isUsable();
        boolean back = now && !reachable;
        reachable = now;
        if (back && resumed) {
            resume();
        }
    }

    /** A person saw on the slip that money moved. May wait for the disk. */
    public Decided decideApproved(UUID id, String stan, String reason) {
        return decided(id, () -> switch (book.approve(
                id, CardSlip.byHand(stan.strip()), AttemptSource.OPERATOR, reason, TerminalReceipts.NONE)) {
            case CardBook.Booking.Booked booked -> {
                booked(id, booked);
                yield new Decided.Done();
            }
            case CardBook.Booking.Waits waits -> new Decided.WaitsForTill();
            case CardBook.Booking.NotAllowed not -> new Decided.NotBookable();
            case CardBook.Booking.Refused refused -> new Decided.Refused(refused.refusals());
        });
    }

    /** A person saw that no money moved. May wait for the disk. */
    public Decided decideRefused(UUID id, String reason) {
        if (approvals.contains(id)) {
            return new Decided.Refused(List.of(new AttemptRefusal.AlreadyEnded(AttemptState.APPROVED)));
        }
        return decided(id, () -> switch (book.refuse(id, AttemptSource.OPERATOR, reason)) {
            case AttemptStep.Done done -> {
                tell(new CardNews.Refused(id, Optional.empty(), reason.strip(), List.of()));
                yield new Decided.Done();
            }
            case AttemptStep.Refused refused -> new Decided.Refused(refused.refusals());
        });
    }

    /** While a person decides the terminal is not asked, and the other way round: two ends would contradict each other. */
    private Decided decided(UUID id, Supplier<Decided> decision) {
        if (!underWay.add(id)) {
            return new Decided.Refused(List.of(new AttemptRefusal.TerminalInDoubt(id.toString())));
        }
        try {
            return decision.get();
        } finally {
            underWay.remove(id);
        }
    }

    /** Every payment whose end is not known, the oldest first. May wait for the disk. */
    public List<StoredAttempt> open() {
        return book.open();
    }

    /**
     * The same for somebody's eyes: who pays is in the access log before it is shown (R-SEC-3). May wait for the disk.
     *
     * @param seen those that are on the screen already
     */
    public List<StoredAttempt> view(Set<UUID> seen) {
        return book.view(seen);
    }

    /** Why the end of a payment is open, as the texts know it. May wait for the disk. */
    String whyOpen(StoredAttempt attempt) {
        return book.whyOpen(attempt);
    }

    /** Whether a payment is being followed now. */
    public boolean isUnderWay(UUID id) {
        return underWay.contains(id);
    }

    /** How the terminal stands now; empty at a desk without one. */
    public Optional<DeviceStatus> status() {
        return terminals.get().map(PaymentTerminal::status);
    }

    /** Asks the terminal how it is and gives what is known then; waits for it. */
    public Optional<DeviceStatus> look() {
        terminals
                .get()
                .ifPresent(terminal -> terminal.check()
                        .handle((report, failure) -> {
                            if (failure != null) {
                                LOG.debug("the terminal did not say how it is", failure);
                            }
                            return terminal;
                        })
                        .join());
        return status();
    }

    /** What the terminal says it took; empty when there is none or it does not say. Waits for it. */
    public Optional<Totals> totals() {
        return terminals.get().flatMap(terminal -> {
            try {
                return Optional.of(new Totals(terminal.id(), terminal.totals().join()));
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof DeviceFault fault)) {
                    throw e;
                }
                LOG.info("no totals of the terminal: {}", fault.code());
                return Optional.empty();
            }
        });
    }

    /** The terminal's figures, and its name. */
    public record Totals(String terminalId, TerminalTotals figures) {}

    private void tell(CardNews news) {
        listeners.forEach(listener -> listener.accept(news));
    }
}
