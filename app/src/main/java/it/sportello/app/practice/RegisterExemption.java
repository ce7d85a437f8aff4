package it.sportello.app.practice;

import it.sportello.api.Exemptions;
import it.sportello.api.Json;
import it.sportello.api.OperationAnswer;
import it.sportello.api.Persons;
import it.sportello.api.Problem;
import it.sportello.app.print.ExemptionSheets;
import it.sportello.app.service.DeskContext;
import it.sportello.domain.exemption.ExemptionCode;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.journal.Author;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.JournalTransaction;
import it.sportello.offlinecache.journal.OperationDraft;
import it.sportello.offlinecache.journal.PrintJob;
import it.sportello.offlinecache.remote.BackendFault;
import it.sportello.offlinecache.sync.Delivery;
import it.sportello.offlinecache.sync.Sync;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Registers an exemption: one commit makes the operation, the desk's own number and the wish; then the answer is waited
 * for. A wish keeps its operation for ever: asking again sends the same bytes. May wait for disk and network.
 */
public final class RegisterExemption {
    private static final String COUNTER = "exemption.deskNumber";

    /**
     * What the operator concluded; the rules of the domain accepted it.
     *
     * @param exemptionId made once for each intent
     * @param incomeYear present for a self-declaration, absent for a certificate
     */
    public record Wish(
            UUID exemptionId,
            Persons.PersonRecord person,
            ExemptionCode code,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<Integer> incomeYear,
            Optional<String> issuer,
            Optional<LocalDate> certifiedOn,
            Optional<String> acting) {
        /** Neither person nor code. */
        @Override
        public String toString() {
            return "Wish[" + exemptionId + "]";
        }
    }

    /** What registering comes to. */
    sealed interface Result {
        /** Done, with the protocol number; every open due was looked at. */
        record Registered(Exemptions.Registered answer, List<ExemptionArchive.Form> forms, List<PrintJob> jobs)
                implements Result {
            public Registered {
                forms = List.copyOf(forms);
                jobs = List.copyOf(jobs);
            }
        }

        /**
         * Recorded with the desk's number; it goes on being sent by itself.
         *
         * @param cause why the server's answer is missing; empty when nothing was sent, being cut off
         */
        record Kept(
                ExemptionIntent intent,
                Optional<BackendFault> cause,
                List<ExemptionArchive.Form> forms,
                List<PrintJob> jobs)
                implements Result {
            public Kept {
                forms = List.copyOf(forms);
                jobs = List.copyOf(jobs);
            }
        }

        /**
         * The server said no: it did not happen.
         *
         * @param leftAsTask whether a task waits for the operator, because the operation is held back
         */
        record Refused(Optional<Problem> problem, boolean leftAsTask) implements Result {}
    }

    /** Last number given out by this desk in a year. */
    public record Counter(int year, int last) {}

    private final Journal journal;
    private final Sync sync;
    private final DeskContext desk;
    private final ExemptionArchive archive;
    private final Clock clock;
    private final Duration patience;
    private final Object writing = new Object();

    /** @param patience how long the operator waits before the outcome counts as not confirmed */
    public RegisterExemption(
            Journal journal, Sync sync, DeskContext desk, ExemptionArchive archive, Clock clock, Duration patience) {
        this.journal = journal;
        this.sync = sync;
        this.desk = desk;
        this.archive = archive;
        this.clock = clock;
        this.patience = patience;
    }

    /** Registers; a second call for the same wish goes on with the first one's operation. */
    Result register(Wish wish) {
        Optional<Result> already;
        ExemptionIntent intent;
        boolean offline;
        synchronized (writing) {
            Optional<ExemptionIntent> known = intents(wish.person().id()).ofExemption(wish.exemptionId());
            offline = known.isEmpty() && desk.offline();
            intent = known.orElseGet(() -> enqueue(wish));
            already = offline ? Optional.of(keep(intent, Optional.empty())) : Optional.empty();
        }
        return already.orElseGet(() -> outcome(intent));
    }

    /** The wishes of a person whose outcome is open. */
    ExemptionIntent.Open intents(String personId) {
        return journal.draft(ExemptionIntent.Open.key(personId), ExemptionIntent.Open.class)
                .orElse(ExemptionIntent.Open.NONE);
    }

    private ExemptionIntent enqueue(Wish wish) {
        Instant now = clock.instant();
        Counter number = next(now);
        String reference = reference(number);
        String personId = wish.person().id();
        ExemptionIntent.Open before = intents(personId);
        Exemptions.Register register = payload(wish, reference);
        ExemptionSheets.Registered facts = ExemptionFacts.provisional(wish, reference, now);
        return journal.commit(transaction -> {
            transaction.putSetting(COUNTER, number);
            UUID operation = transaction.enqueue(new OperationDraft(
                    OperationType.EXEMPTION_REGISTER,
                    1,
                    Lane.person(personId),
                    register,
                    desk.author(),
                    desk.offline()));
            ExemptionIntent made = new ExemptionIntent(operation, register, facts);
            transaction.putDraft(ExemptionIntent.Open.key(personId), before.with(made));
            return made;
        });
    }

    /** Reads back what became of a wish: the stored answer, or the same operation once more. */
    Result outcome(ExemptionIntent intent) {
        Delivery delivery = sync.submit(intent.operationId())
                .completeOnTimeout(
                        new Delivery.NotConfirmed(
                                new BackendFault(BackendFault.Code.TIMEOUT, 0, "waited for the outcome", null)),
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS)
                .join();
        return switch (delivery) {
            case Delivery.Confirmed(OperationAnswer answer) -> confirmed(intent, answer);
            case Delivery.Refused(Problem problem, UUID task) -> refused(intent, problem, task);
            case Delivery.Conflict(Problem problem, UUID task) -> refused(intent, problem, task);
            case Delivery.Parked(Optional<Problem> problem, UUID task) -> parked(intent, problem);
            case Delivery.NotConfirmed(BackendFault cause) -> {
                synchronized (writing) {
                    yield keep(intent, Optional.of(cause));
                }
            }
        };
    }

    /** The server's answer came, now or while nobody looked: the papers get the protocol number. */
    Result.Registered confirmed(ExemptionIntent intent, OperationAnswer answer) {
        Exemptions.Registered registered = answer.result()
                .map(result -> Json.strict().treeToValue(result, Exemptions.Registered.class))
                .orElseThrow(() -> new IllegalStateException("an exemption was registered without its result"));
        ExemptionArchive.Prepared prepared =
                archive.prepare(desk.letterhead(), ExemptionFacts.confirmed(intent.facts(), registered));
        synchronized (writing) {
            boolean first = intents(intent.register().personId()).holds(intent.operationId());
            ExemptionIntent.Open left = leftWithout(intent);
            List<PrintJob> jobs = !first
                    ? journal.prints().of(StoredExemption.key(registered.protocolNumber()))
                    : journal.commit(transaction -> {
                        forget(transaction, intent, left);
                        return List.of(archive.store(
                                transaction, prepared, intent.register().exemptionId()));
                    });
            return new Result.Registered(registered, prepared.forms(), jobs);
        }
    }

    private Result keep(ExemptionIntent intent, Optional<BackendFault> cause) {
        ExemptionArchive.Prepared prepared = archive.prepare(desk.letterhead(), intent.facts());
        List<PrintJob> before =
                journal.prints().of(StoredExemption.key(intent.facts().reference()));
        List<PrintJob> jobs = !before.isEmpty()
                ? before
                : journal.commit(transaction -> List.of(
                        archive.store(transaction, prepared, intent.register().exemptionId())));
        return new Result.Kept(intent, cause, prepared.forms(), jobs);
    }

    /** The operator sees the refusal at once: its task is settled and its lane free. */
    private Result refused(ExemptionIntent intent, Problem problem, UUID task) {
        synchronized (writing) {
            ExemptionIntent.Open left = leftWithout(intent);
            journal.commit(transaction -> {
                forget(transaction, intent, left);
                transaction.closeTask(task, "SEEN", desk.author().operatorId());
                return task;
            });
        }
        return new Result.Refused(Optional.of(problem), false);
    }

    private Result parked(ExemptionIntent intent, Optional<Problem> problem) {
        drop(intent);
        return new Result.Refused(problem, true);
    }

    /** The outcome was settled elsewhere, such as in the list of tasks. */
    void drop(ExemptionIntent intent) {
        synchronized (writing) {
            ExemptionIntent.Open left = leftWithout(intent);
            journal.commit(transaction -> {
                forget(transaction, intent, left);
                return intent;
            });
        }
    }

    private ExemptionIntent.Open leftWithout(ExemptionIntent intent) {
        return intents(intent.register().personId()).without(intent.operationId());
    }

    private static void forget(JournalTransaction transaction, ExemptionIntent intent, ExemptionIntent.Open left) {
        String key = ExemptionIntent.Open.key(intent.register().personId());
        if (left.intents().isEmpty()) {
            transaction.removeDraft(key);
        } else {
            transaction.putDraft(key, left);
        }
    }

    private Counter next(Instant now) {
        int year = now.atZone(clock.getZone()).getYear();
        return journal.setting(COUNTER, Counter.class)
                .filter(counter -> counter.year() == year)
                .map(counter -> new Counter(year, counter.last() + 1))
                .orElse(new Counter(year, 1));
    }

    // Desk and epoch make it unique: a replaced disk never gives a number twice.
    private String reference(Counter number) {
        Author author = desk.author();
        return String.format(
                Locale.ROOT, "PROV-%s%s/%d/%05d", author.deskId(), author.epoch(), number.year(), number.last());
    }

    private static Exemptions.Register payload(Wish wish, String deskNumber) {
        return new Exemptions.Register(
                wish.exemptionId(),
                wish.person().id(),
                wish.code().code(),
                wish.from(),
                wish.to(),
                wish.incomeYear().isPresent() ? "SELF_DECLARATION" : "CERTIFICATE",
                wish.issuer(),
                wish.certifiedOn(),
                wish.incomeYear(),
                wish.acting(),
                deskNumber);
    }
}
