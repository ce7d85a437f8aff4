package it.sportello.app.desk;

import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.api.Queues;
import it.sportello.api.Sessions;
import it.sportello.app.wiring.DeskSession;
import it.sportello.domain.queue.TimeSource;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The queue that the server keeps for the site. */
public final class ServerQueue implements QueueSystem {
    /** Calls in a row whose answers were lost, at most. */
    private static final int MOST_OLD_ANSWERS = 20;

    private final Backend backend;
    private final DeskSession session;

    public ServerQueue(Backend backend, DeskSession session) {
        this.backend = backend;
        this.session = session;
    }

    /** Everything of the site's queue. */
    public Answer<Queues.QueueState> state() {
        return backend.queue(session.place().siteId());
    }

    @Override
    public TimeSource source() {
        return TimeSource.SERVER;
    }

    @Override
    public Optional<List<Queues.Entry>> waiting() {
        return state() instanceof Answer.Done<Queues.QueueState>(Queues.QueueState now)
                ? Optional.of(now.waiting())
                : Optional.empty();
    }

    @Override
    public QueueAnswer next(UUID requestId) {
        Sessions.Desk desk = session.place();
        return told(backend.callNext(desk.siteId(), new Queues.Call(requestId, desk.id(), desk.queueCategories())));
    }

    /**
     * The same, when a repeated request may be answered with a number that was called otherwise since: the one after it is
     * called, under an id that follows from the first, so that it too is called once however often it is asked for.
     *
     * @param calledSince whether a number that the server gives was called here meanwhile
     */
    public QueueAnswer next(UUID requestId, Predicate<Queues.Entry> calledSince) {
        UUID id = requestId;
        QueueAnswer answer = next(id);
        for (int more = 0;
                more < MOST_OLD_ANSWERS
                        && answer instanceof QueueAnswer.Done(Queues.Entry told)
                        && calledSince.test(told);
                more++) {
            id = UUID.nameUUIDFromBytes((id + "/next").getBytes(StandardCharsets.UTF_8));
            answer = next(id);
        }
        return answer;
    }

    /** The number must wait, or be absent; the server knows it by another name than its print. */
    @Override
    public QueueAnswer call(TypedNumber number, String reason) {
        return switch (state()) {
            case Answer.Done<Queues.QueueState>(Queues.QueueState now) ->
                find(now, number.number().printed())
                        .map(entry -> call(entry, reason))
                        .orElseGet(QueueAnswer.NobodyWaits::new);
            case Answer.Refused<Queues.QueueState>(Problem problem) -> refused(problem);
            case Answer.NotConfirmed<Queues.QueueState> silent -> new QueueAnswer.Silent();
        };
    }

    /** Calls this ticket; out of order only with a reason. */
    public QueueAnswer call(Queues.Entry ticket, String reason) {
        return act(
                ticket,
                "CALL",
                Optional.of(reason).filter(it -> !it.isBlank()),
                new Target(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Optional<Queues.Entry> find(Queues.QueueState now, String number) {
        return java.util.stream.Stream.concat(now.waiting().stream(), now.absent().stream())
                .filter(entry -> entry.number().equals(number))
                .findFirst();
    }

    @Override
    public QueueAnswer step(Queues.Entry ticket, QueueStep step) {
        return switch (step) {
            case QueueStep.Recall() -> change(ticket, "RECALLED");
            case QueueStep.Serve() -> change(ticket, "SERVING");
            case QueueStep.Finish() -> change(ticket, "DONE");
            case QueueStep.Absent() -> change(ticket, "ABSENT");
            case QueueStep.Requeue(int position) ->
                act(
                        ticket,
                        "REQUEUE",
                        Optional.empty(),
                        new Target(Optional.of(position), Optional.empty(), Optional.empty(), Optional.empty()));
            case QueueStep.Transfer(Optional<String> category, Optional<String> deskId) ->
                act(
                        ticket,
                        "TRANSFER",
                        Optional.empty(),
                        new Target(Optional.empty(), category, deskId, Optional.empty()));
            case QueueStep.Merge(String otherId) ->
                act(
                        ticket,
                        "MERGE",
                        Optional.empty(),
                        new Target(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(otherId)));
        };
    }

    /** A new number at the entrance. */
    public QueueAnswer issue(Queues.Issue wish) {
        return told(backend.issueTicket(session.place().siteId(), wish));
    }

    /** This desk pauses, or resumes; the outcome is that of the desk, not of a ticket. */
    public Answer<Queues.DeskStand> pause(boolean paused, Optional<String> reason) {
        return backend.pauseDesk(session.place().id(), new Queues.Pause(UUID.randomUUID(), paused, reason));
    }

    /** The figures of one day of the own site. */
    public Answer<Queues.Figures> figures(LocalDate day) {
        return backend.queueFigures(session.place().siteId(), day);
    }

    private record Target(
            Optional<Integer> position, Optional<String> category, Optional<String> deskId, Optional<String> otherId) {}

    private QueueAnswer act(Queues.Entry ticket, String act, Optional<String> reason, Target target) {
        return told(backend.actOnTicket(
                ticket.id(),
                new Queues.Act(
                        UUID.randomUUID(),
                        act,
                        reason,
                        target.position(),
                        target.category(),
                        target.deskId(),
                        target.otherId())));
    }

    private QueueAnswer change(Queues.Entry ticket, String state) {
        return told(backend.changeTicket(ticket.id(), new Queues.Change(UUID.randomUUID(), state)));
    }

    private static QueueAnswer told(Answer<Queues.Entry> answer) {
        return switch (answer) {
            case Answer.Done<Queues.Entry>(Queues.Entry entry) -> new QueueAnswer.Done(entry);
            case Answer.Refused<Queues.Entry>(Problem problem) -> refused(problem);
            case Answer.NotConfirmed<Queues.Entry> silent -> new QueueAnswer.Silent();
        };
    }

    private static QueueAnswer refused(Problem problem) {
        return problem.code().equals(ProblemCode.NOT_FOUND.name())
                ? new QueueAnswer.NobodyWaits()
                : new QueueAnswer.Refused(
                        problem.code(),
                        problem.violations().stream()
                                .map(Problem.Violation::code)
                                .toList());
    }
}
