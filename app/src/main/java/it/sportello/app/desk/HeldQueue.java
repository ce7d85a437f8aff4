package it.sportello.app.desk;

import it.sportello.domain.queue.QueueEntry;
import it.sportello.domain.queue.QueueLeg;
import it.sportello.domain.queue.QueueNumber;
import it.sportello.domain.queue.QueueState;
import it.sportello.domain.queue.TimeSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The numbers of one day that this desk heard of without the server: from a dispenser's line, or typed. As the journal
 * keeps them, so that a restart knows them still.
 */
public record HeldQueue(LocalDate day, List<Held> tickets) {
    public HeldQueue {
        tickets = List.copyOf(tickets);
    }

    /**
     * One number.
     *
     * @param state name of a {@link QueueState}
     * @param passes how many others of its service it lets go before
     */
    public record Held(
            String number,
            String category,
            Instant issuedAt,
            String issueSource,
            Instant since,
            Optional<Instant> calledAt,
            String state,
            int passes,
            int recalls) {
        QueueEntry entry(String desk) {
            TimeSource printed = TimeSource.valueOf(issueSource);
            QueueLeg leg = new QueueLeg(
                    category,
                    since,
                    printed,
                    calledAt.orElse(null),
                    calledAt.isPresent() ? TimeSource.MANUAL : null,
                    null,
                    null,
                    calledAt.isPresent() ? desk : null);
            return new QueueEntry(
                    number,
                    Objects.requireNonNull(QueueNumber.parse(number)),
                    0,
                    issuedAt,
                    null,
                    QueueState.valueOf(state),
                    List.of(leg),
                    new QueueEntry.Standing(passes, null, recalls));
        }

        static Held of(QueueEntry entry) {
            return new Held(
                    entry.number().printed(),
                    entry.category(),
                    entry.issuedAt(),
                    entry.legs().get(0).sinceSource().name(),
                    entry.leg().since(),
                    Optional.ofNullable(entry.leg().called()),
                    entry.state().name(),
                    entry.standing().passes(),
                    entry.standing().recalls());
        }
    }

    static HeldQueue empty(LocalDate day) {
        return new HeldQueue(day, List.of());
    }

    Optional<Held> find(QueueNumber number) {
        return tickets.stream()
                .filter(it -> it.number().equals(number.printed()))
                .findFirst();
    }

    List<QueueEntry> entries(String desk) {
        return tickets.stream().map(it -> it.entry(desk)).toList();
    }

    /** The same with one number as it now stands. */
    HeldQueue with(QueueEntry entry) {
        List<Held> after = new ArrayList<>(tickets);
        after.removeIf(it -> it.number().equals(entry.number().printed()));
        after.add(Held.of(entry));
        return new HeldQueue(day, after);
    }

    /** One more of a service was called: who was put back at a position comes nearer. */
    HeldQueue counted(String category, String desk) {
        HeldQueue after = this;
        for (QueueEntry entry : entries(desk)) {
            if (entry.category().equals(category) && entry.standing().passes() > 0) {
                after = after.with(entry.passed());
            }
        }
        return after;
    }
}
