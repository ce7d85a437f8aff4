package it.sportello.backend.person;

import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Persons.Found;
import it.sportello.api.Persons.Hit;
import it.sportello.api.Persons.PersonFile;
import it.sportello.api.Persons.PersonRecord;
import it.sportello.api.Persons.Search;
import it.sportello.api.Persons.View;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.session.QueryLog;
import it.sportello.backend.store.Database;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Searching and viewing persons; each leaves its trace. */
public final class PersonResource {
    private static final int MOST_HITS = 50;

    private final Database database;
    private final Clock clock;
    private final ExemptionRows exemptions;
    private final BookingsOfPerson bookings;

    public PersonResource(Database database, Clock clock, ExemptionRows exemptions, BookingsOfPerson bookings) {
        this.database = database;
        this.clock = clock;
        this.exemptions = exemptions;
        this.bookings = bookings;
    }

    /** Where the bookings of a person come from. */
    @FunctionalInterface
    public interface BookingsOfPerson {
        List<BookingView> of(Handle handle, String personId);
    }

    /** POST persons/search. */
    public Answer search(Caller caller, Call call) {
        Search search = call.body(Search.class);
        if (!isSelective(search)) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "", "SEARCH_TOO_WIDE");
        }
        return Answer.ok(database.inTransaction(handle -> {
            List<Hit> hits = PersonRows.search(handle, search, MOST_HITS + 1);
            boolean truncated = hits.size() > MOST_HITS;
            List<Hit> shown = truncated ? hits.subList(0, MOST_HITS) : hits;
            List<String> persons = shown.stream().map(Hit::personId).toList();
            QueryLog.write(handle, caller, clock.instant(), QueryLog.Entry.of(QueryLog.Kind.SEARCH, persons));
            return new Found(shown, truncated);
        }));
    }

    /** POST persons/view. */
    public Answer view(Caller caller, Call call) {
        View view = call.body(View.class);
        if (view.reason().isBlank()) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "reason", "REASON_MISSING");
        }
        return Answer.ok(database.inTransaction(handle -> {
            PersonRecord person = PersonRows.find(handle, view.personId())
                    .orElseThrow(() -> Refusal.of(ProblemCode.PERSON_UNKNOWN, "no such person"));
            QueryLog.Entry seen = new QueryLog.Entry(QueryLog.Kind.VIEW, List.of(person.id()), view.reason());
            QueryLog.write(handle, caller, clock.instant(), seen);
            return new PersonFile(
                    person,
                    exemptions.ofPerson(handle, person.id()),
                    bookings.of(handle, person.id()),
                    DueRows.ofPerson(handle, person.id()));
        }));
    }

    /** One exact key, or surname with birth date: a name alone shows too many people. */
    private static boolean isSelective(Search search) {
        return isFilled(search.code())
                || isFilled(search.cardNumber())
                || search.phone()
                        .filter(it -> !it.replaceAll("[^0-9]", "").isEmpty())
                        .isPresent()
                || isFilled(search.bookingNumber())
                || (search.surname().filter(PersonResource::hasLetter).isPresent()
                        && search.birthDate().isPresent());
    }

    /** Names are compared by their letters: one without any would fit everybody. */
    private static boolean hasLetter(String name) {
        return name.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isFilled(java.util.Optional<String> text) {
        return text.filter(it -> !it.isBlank()).isPresent();
    }
}
