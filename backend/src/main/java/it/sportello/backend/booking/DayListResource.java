package it.sportello.backend.booking;

import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Bookings.DayList;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.session.QueryLog;
import it.sportello.backend.store.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The bookings of one day at one's own site. */
public final class DayListResource {
    private static final int LAST_YEAR = 9999;

    private final Database database;
    private final Clock clock;

    public DayListResource(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** GET sites/{id}/bookings?day= The list names people: that it was looked at is written before it is answered. */
    public Answer list(Caller caller, Call call) {
        String site = call.path("id");
        if (!site.equals(caller.siteId())) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "bookings of another site");
        }
        LocalDate day = day(call.query("day").orElse(""));
        return Answer.ok(database.inTransaction(handle -> {
            List<BookingView> bookings = BookingRows.ofDay(handle, site, day);
            List<String> persons = bookings.stream().map(BookingView::personId).toList();
            QueryLog.Entry shown = new QueryLog.Entry(QueryLog.Kind.LIST, persons, "bookings of " + day);
            QueryLog.write(handle, caller, clock.instant(), shown);
            return new DayList(day, bookings);
        }));
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
