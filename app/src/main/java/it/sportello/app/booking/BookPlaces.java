package it.sportello.app.booking;

import it.sportello.api.Bookings;
import it.sportello.api.Json;
import it.sportello.api.OperationAnswer;
import it.sportello.api.Problem;
import it.sportello.app.service.DeskContext;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OperationDraft;
import it.sportello.offlinecache.journal.PrintJob;
import it.sportello.offlinecache.remote.BackendFault;
import it.sportello.offlinecache.sync.Delivery;
import it.sportello.offlinecache.sync.Sync;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Books held places: one commit makes the operation and remembers the wish, then the answer is waited for. A wish keeps
 * its operation for ever: asking again sends the same bytes (R-BOO-3). May wait for disk and network.
 */
final class BookPlaces {
    /** What booking comes to. */
    sealed interface Result {
        /** Booked; the reminders are stored and queued. */
        record Booked(Bookings.Booked booked, List<PrintJob> jobs) implements Result {
            public Booked {
                jobs = List.copyOf(jobs);
            }
        }

        /**
         * The server said no; it did not happen.
         *
         * @param arguments values of the first rule broken, for the card
         */
        record Refused(String code, Map<String, String> arguments) implements Result {
            public Refused {
                arguments = Map.copyOf(arguments);
            }
        }

        /** It may or may not have happened; the operation goes on being sent by itself. */
        record NotConfirmed(BookingIntent intent, BackendFault cause) implements Result {}

        /** The server does not take the operation and somebody has to look; the wish stays open. */
        record Parked(BookingIntent intent) implements Result {}

        /** Cut off: nothing was written or sent. */
        record Offline() implements Result {}
    }

    private final Journal journal;
    private final Sync sync;
    private final DeskContext desk;
    private final BookingIntents intents;
    private final ReminderArchive reminders;
    private final Duration patience;

    /** @param patience how long the operator waits before the outcome counts as not confirmed */
    BookPlaces(
            Journal journal,
            Sync sync,
            DeskContext desk,
            BookingIntents intents,
            ReminderArchive reminders,
            Duration patience) {
        this.journal = journal;
        this.sync = sync;
        this.desk = desk;
        this.intents = intents;
        this.reminders = reminders;
        this.patience = patience;
    }

    /** Books; a second call for the same hold goes on with the first one's operation. */
    Result book(Bookings.Book book, Bookings.Offer offer) {
        BookingIntent.Open before = intents.of(book.personId());
        Optional<BookingIntent> known = before.ofHold(book.holdId());
        if (known.isPresent()) {
            return outcome(known.get());
        }
        if (desk.offline()) {
            return new Result.Offline();
        }
        BookingIntent intent = journal.commit(transaction -> {
            UUID operation = transaction.enqueue(new OperationDraft(
                    OperationType.BOOKING_BOOK, 1, Lane.booking(book.holdId().toString()), book, desk.author(), false));
            BookingIntent made = new BookingIntent(operation, book, offer);
            intents.add(transaction, before, made);
            return made;
        });
        return outcome(intent);
    }

    /** Reads back what became of a wish: the stored answer, or the same operation once more. */
    Result outcome(BookingIntent intent) {
        Delivery delivery = sync.submit(intent.operationId())
                .completeOnTimeout(
                        new Delivery.NotConfirmed(
                                new BackendFault(BackendFault.Code.TIMEOUT, 0, "waited for the outcome", null)),
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS)
                .join();
        return switch (delivery) {
            case Delivery.Confirmed(OperationAnswer answer) -> booked(intent, answer);
            case Delivery.Refused(Problem problem, UUID task) -> refused(intent, problem, task);
            case Delivery.Conflict(Problem problem, UUID task) -> refused(intent, problem, task);
            case Delivery.Parked(Optional<Problem> problem, UUID task) -> new Result.Parked(intent);
            case Delivery.NotConfirmed(BackendFault cause) -> new Result.NotConfirmed(intent, cause);
        };
    }

    private Result booked(BookingIntent intent, OperationAnswer answer) {
        Bookings.Booked booked = answer.result()
                .map(result -> Json.strict().treeToValue(result, Bookings.Booked.class))
                .orElseThrow(() -> new IllegalStateException("a booking was confirmed without its result"));
        String personId = intent.book().personId();
        ReminderArchive.Prepared prepared =
                reminders.prepare(booked, intent.book().language(), personId);
        BookingIntent.Open before = intents.of(personId);
        List<PrintJob> jobs = journal.commit(transaction -> {
            intents.remove(transaction, before, personId, intent.operationId());
            return reminders.store(transaction, prepared, intent.book().holdId());
        });
        return new Result.Booked(booked, jobs);
    }

    /** The operator sees the refusal at once: its task is settled and its lane free. */
    private Result refused(BookingIntent intent, Problem problem, UUID task) {
        String personId = intent.book().personId();
        BookingIntent.Open before = intents.of(personId);
        journal.commit(transaction -> {
            intents.remove(transaction, before, personId, intent.operationId());
            transaction.closeTask(task, "SEEN", desk.author().operatorId());
            return task;
        });
        Map<String, String> arguments = problem.violations().stream()
                .findFirst()
                .map(Problem.Violation::arguments)
                .orElse(problem.arguments());
        return new Result.Refused(problem.code(), arguments);
    }
}
