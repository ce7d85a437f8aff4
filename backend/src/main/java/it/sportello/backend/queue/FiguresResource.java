package it.sportello.backend.queue;

import it.sportello.api.ProblemCode;
import it.sportello.api.Queues.Figures;
import it.sportello.api.Queues.HalfHour;
import it.sportello.api.Queues.Leg;
import it.sportello.api.Queues.Waits;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.store.Database;
import it.sportello.domain.queue.DayFigures;
import it.sportello.domain.queue.QueueLeg;
import it.sportello.domain.queue.TimeSource;
import it.sportello.domain.queue.WaitingDay;
import it.sportello.domain.queue.WaitingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The plain figures of one day of one's own site, for who controls it. */
public final class FiguresResource {
    private static final int LAST_YEAR = 9999;
    private static final int NINETY = 90;

    private final Database database;
    private final Clock clock;
    private final QueueDays days;

    FiguresResource(Database database, Clock clock, QueueDays days) {
        this.database = database;
        this.clock = clock;
        this.days = days;
    }

    /** GET sites/{id}/queue/figures?day= */
    public Answer figures(Caller caller, Call call) {
        String site = QueueResource.ownSite(caller, call);
        LocalDate day = day(call.query("day").orElse(""));
        return Answer.ok(database.readTogether(handle -> figures(handle, site, day)));
    }

    private Figures figures(Handle handle, String site, LocalDate day) {
        Duration limit = days.limit(handle, site, day);
        boolean over = day.isBefore(days.of(handle, site, clock.instant()));
        List<QueueTicket> tickets = TicketStore.ofDay(handle, site, day);
        DayFigures figures =
                DayFigures.of(tickets.stream().map(QueueTicket::entry).toList(), limit);
        return new Figures(
                site,
                day,
                over,
                limit.toSeconds(),
                figures.absent(),
                figures.neverCalled(),
                over ? figures.abandoned() : figures.absent(),
                figures.merged(),
                figures.open(),
                waits("TOTAL", figures.first(), limit),
                waits("LATER", figures.later(), limit),
                figures.categories().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> waits(it.getKey(), it.getValue(), limit))
                        .toList(),
                figures.halfHours().stream()
                        .map(it -> new HalfHour(
                                it.from(),
                                it.printed(),
                                it.called(),
                                it.over(),
                                it.longest().toSeconds()))
                        .toList(),
                legs(handle, site, tickets));
    }

    private static Waits waits(String name, WaitingDay day, Duration limit) {
        return new Waits(
                name,
                day.printed(),
                day.called(),
                day.waits().size(),
                day.longest().toSeconds(),
                day.mean().toSeconds(),
                day.median().toSeconds(),
                day.percentile(NINETY).toSeconds(),
                day.over(limit),
                day.overPerThousand(limit),
                day.notMeasured(),
                day.quarantined());
    }

    private static List<Leg> legs(Handle handle, String site, List<QueueTicket> tickets) {
        Map<String, Integer> numbers =
                Categories.desks(handle, site).stream().collect(Collectors.toMap(it -> it.deskId(), it -> it.number()));
        List<Leg> legs = new ArrayList<>();
        tickets.stream()
                .sorted(Comparator.comparing(it -> it.entry().number()))
                .forEach(ticket -> legs.addAll(legs(ticket, numbers)));
        return legs;
    }

    private static List<Leg> legs(QueueTicket ticket, Map<String, Integer> numbers) {
        List<Leg> legs = new ArrayList<>();
        for (QueueLeg leg : ticket.entry().legs()) {
            Optional<Long> wait =
                    WaitingTime.of(ticket.entry(), legs.size()) instanceof WaitingTime.Measured(Duration length)
                            ? Optional.of(length.toSeconds())
                            : Optional.empty();
            legs.add(new Leg(
                    ticket.entry().number().printed(),
                    legs.size() + 1,
                    leg.category(),
                    leg.since(),
                    leg.sinceSource().name(),
                    Optional.ofNullable(leg.called()),
                    Optional.ofNullable(leg.callSource()).map(TimeSource::name),
                    wait,
                    Optional.ofNullable(leg.deskId()).map(numbers::get),
                    legs.size() + 1 == ticket.entry().legs().size()
                            ? QueueTicket.wire(ticket.entry().state())
                            : "LEFT"));
        }
        return legs;
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 0 || day.getYear() > LAST_YEAR) {
                throw Refusal.of(ProblemCode.MALFORMED, "day");
            }
            return day;
        } catch (DateTimeParseException malformed) {
            throw Refusal.of(ProblemCode.MALFORMED, "day");
        }
    }
}
