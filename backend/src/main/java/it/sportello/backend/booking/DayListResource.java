package it.sportello.backend.booking;

import it.sportello.api.Bookings.DayList;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.store.Database;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The bookings of one day at one's own site. */
public final class DayListResource {
    private final Database database;

    public DayListResource(Database database) {
        this.database = database;
    }

    /** GET sites/{id}/bookings?day= */
    public Answer list(Caller caller, Call call) {
        String site = call.path("id");
        if (!site.equals(caller.siteId())) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "bookings of another site");
        }
        LocalDate day = day(call.query("day").orElse(""));
        return Answer.ok(database.read(handle -> new DayList(day, BookingRows.ofDay(handle, site, day))));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw Refusal.of(ProblemCode.MALFORMED, "day");
        }
    }
}
