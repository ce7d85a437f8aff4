package it.sportello.backend.queue;

import it.sportello.api.ProblemCode;
import it.sportello.api.Queues.Recorded;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.backend.session.Permission;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.operation.UuidV7;
import it.sportello.domain.queue.QueueEntry;
import it.sportello.domain.queue.QueueNumber;
import it.sportello.domain.queue.QueueState;
import it.sportello.domain.queue.TimeSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * {@code queue.recorded}: what a desk noted of a number by hand, or heard from an existing queue system. It happened, so
 * it is stored; a number of a day is one ticket however many told of it, and its earliest call ends the wait. What the
 * rules do not follow is flagged and stays in the journal of the queue.
 */
public final class QueueRecorded implements Applier {
    private static final Set<String> EVENTS =
            Set.of("ISSUED", "CALLED", "RECALLED", "SERVING", "DONE", "ABSENT", "REQUEUED", "TRANSFERRED");
    private static final Set<String> SOURCES = Set.of("BRIDGE", "MANUAL");

    private final QueueDays days;
    private final UuidV7 ids;

    QueueRecorded(QueueDays days, UuidV7 ids) {
        this.days = days;
        this.ids = ids;
    }

    @Override
    public OperationType type() {
        return OperationType.QUEUE_RECORDED;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        Recorded event = incoming.payload(Recorded.class);
        QueueNumber number = QueueNumber.parse(event.number());
        if (number == null
                || !EVENTS.contains(event.event())
                || !SOURCES.contains(event.source())
                || event.position().orElse(1) < 1) {
            throw Refusal.of(ProblemCode.MALFORMED, "event of the queue");
        }
        Set<String> flags = new TreeSet<>();
        if (!incoming.author().has(Permission.QUEUE)) {
            flags.add("OPERATOR_NOT_ENTITLED");
        }
        String site = incoming.author().siteId();
        LocalDate day = days.of(handle, site, event.at());
        RollOvers.make(handle, site, days.of(handle, site, incoming.receivedAt()), incoming.receivedAt());
        QueueTicket ticket = TicketStore.lock(handle, site, day, number)
                .orElseGet(() -> first(handle, incoming, event, number, flags));
        QueueTicket after = after(handle, incoming, ticket, event, flags);
        Calls.write(handle, incoming.feed(), after);
        QueueJournal.write(
                handle,
                incoming.author(),
                new QueueJournal.Act(
                        after.entry().id(), event.event(), event.at(), event.source(), String.join(" ", flags)));
        return Outcome.flagged(List.copyOf(flags));
    }

    /** The first that is heard of a number: a print when it is told of one, else a print that nobody knows. */
    private QueueTicket first(Handle handle, Incoming incoming, Recorded event, QueueNumber number, Set<String> flags) {
        String site = incoming.author().siteId();
        LocalDate day = days.of(handle, site, event.at());
        boolean printed = event.event().equals("ISSUED");
        TimeSource source = printed ? TimeSource.valueOf(event.source()) : TimeSource.UNKNOWN;
        QueueEntry entry = QueueEntry.issued(
                ids.next().toString(),
                number,
                category(handle, site, event, number, flags),
                0,
                event.at(),
                null,
                source);
        TicketStore.insert(
                handle,
                new QueueTicket(
                        entry,
                        site,
                        day,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new QueueTicket.Extra(0, 1, Optional.empty(), Optional.empty())));
        return TicketStore.lock(handle, site, day, number).orElseThrow();
    }

    private static String category(Handle handle, String site, Recorded event, QueueNumber number, Set<String> flags) {
        Optional<String> told = event.event().equals("TRANSFERRED") ? Optional.empty() : event.category();
        Optional<String> known = told.filter(
                        it -> Categories.find(handle, site, it).isPresent())
                .or(() -> Categories.of(handle, site, number).map(Categories.Category::code));
        if (known.isEmpty()) {
            flags.add("CATEGORY_UNKNOWN");
        }
        return known.orElse(String.valueOf(number.prefix()));
    }

    private static QueueTicket after(
            Handle handle, Incoming incoming, QueueTicket ticket, Recorded event, Set<String> flags) {
        TimeSource source = TimeSource.valueOf(event.source());
        Instant at = event.at();
        QueueEntry entry = ticket.entry();
        return switch (event.event()) {
            case "ISSUED" -> ticket.with(entry.printed(at, source));
            case "CALLED" -> called(handle, incoming, ticket, event, flags);
            case "RECALLED" ->
                entry.state() == QueueState.CALLED
                        ? ticket.with(
                                Calls.done(entry.call(at, incoming.author().deskId(), source)))
                        : called(handle, incoming, ticket, event, flags);
            case "SERVING" -> stepped(ticket, entry.serve(at), QueueState.IN_SERVICE, flags);
            case "DONE" -> stepped(ticket, entry.finish(at), QueueState.CONCLUDED, flags);
            case "ABSENT" -> stepped(ticket, entry.absent(at), QueueState.ABSENT, flags);
            case "REQUEUED" ->
                stepped(ticket, entry.requeue(at, event.position().orElse(1), source), QueueState.REQUEUED, flags);
            default -> transferred(handle, ticket, event, flags);
        };
    }

    private static QueueTicket called(
            Handle handle, Incoming incoming, QueueTicket ticket, Recorded event, Set<String> flags) {
        TimeSource source = TimeSource.valueOf(event.source());
        String desk = incoming.author().deskId();
        int number = incoming.author().identity().desk().number();
        QueueEntry entry = ticket.entry();
        boolean ofLegBefore =
                entry.legs().size() > 1 && event.at().isBefore(entry.leg().since());
        if (ofLegBefore) {
            flags.add("LEG_IS_OVER");
            return ticket;
        }
        boolean waits = entry.state().isWaiting();
        if (waits || entry.state() == QueueState.ABSENT) {
            if (waits) {
                Calls.countCall(handle, ticket);
            }
            return ticket.with(Calls.done(entry.call(event.at(), desk, source))).at(desk, number);
        }
        if (!ticket.deskId().equals(Optional.of(desk))) {
            flags.add("CALLED_ELSEWHERE");
        }
        return entry.leg().called() == null ? ticket : ticket.with(entry.calledAlready(event.at(), desk, source));
    }

    private static QueueTicket transferred(Handle handle, QueueTicket ticket, Recorded event, Set<String> flags) {
        Optional<String> category = event.category()
                .filter(it -> Categories.find(handle, ticket.siteId(), it).isPresent());
        if (category.isEmpty()) {
            flags.add("CATEGORY_UNKNOWN");
            return ticket;
        }
        return stepped(
                ticket,
                ticket.entry().transfer(category.get(), null, event.at(), TimeSource.valueOf(event.source())),
                QueueState.TRANSFERRED,
                flags);
    }

    /** The ticket after a step; one that stands there already, or that the rules do not let go there, stays as it is. */
    private static QueueTicket stepped(QueueTicket ticket, QueueEntry.Step step, QueueState wanted, Set<String> flags) {
        if (step instanceof QueueEntry.Step.Done(QueueEntry next)) {
            return ticket.with(next);
        }
        if (ticket.entry().state() != wanted) {
            flags.add("STATE_" + QueueTicket.wire(ticket.entry().state()));
        }
        return ticket;
    }
}
