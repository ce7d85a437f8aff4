package it.sportello.app.citizen;

import it.sportello.api.Accesses;
import it.sportello.api.Bookings;
import it.sportello.api.Persons;
import it.sportello.api.Problem;
import it.sportello.app.service.AccessReason;
import it.sportello.app.service.DeskContext;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.cache.Aged;
import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.remote.BackendFault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds persons, among those the desk knows and at the server. Whoever is shown stands in the access log first
 * (R-SEC-3). May wait for disk and network.
 */
public final class FindPerson {
    private static final int MOST_LOCAL = 20;
    private static final String SCREEN = "S06";

    private final Journal journal;
    private final Backend backend;
    private final LocalCache cache;
    private final DeskContext desk;
    private final Clock clock;

    public FindPerson(Journal journal, Backend backend, LocalCache cache, DeskContext desk, Clock clock) {
        this.journal = journal;
        this.backend = backend;
        this.cache = cache;
        this.desk = desk;
        this.clock = clock;
    }

    /** What the server answered. */
    public sealed interface Result {
        /**
         * Persons, best first; their access is in the log.
         *
         * @param truncated whether there are more than the server shows
         */
        record Found(List<FoundPerson> persons, boolean truncated) implements Result {
            public Found {
                persons = List.copyOf(persons);
            }
        }

        record Nobody() implements Result {}

        record Refused(Problem problem) implements Result {}

        /** The access could not be written down, so nobody may be shown. */
        record NotWritten(StoreFault.Code code) implements Result {}

        /** No usable answer; what the desk itself knows. */
        record NotReachable(List<FoundPerson> known, BackendFault cause) implements Result {
            public NotReachable {
                known = List.copyOf(known);
            }
        }
    }

    /**
     * Searches the desk's own data.
     *
     * @param shown persons on the screen already, whose access is in the log
     */
    public List<FoundPerson> local(PersonQuery query, Set<String> shown) {
        List<FoundPerson> found = known(query);
        List<String> persons = found.stream().map(FoundPerson::personId).toList();
        if (!shown.containsAll(persons)) {
            log(persons);
        }
        return found;
    }

    /** Searches at the server; the query names one person or a surname with the birth date. */
    public Result central(PersonQuery query) {
        Answer<Persons.Found> answer = backend.searchPersons(search(query));
        return switch (answer) {
            case Answer.Done<Persons.Found>(Persons.Found found) -> found(found);
            case Answer.Refused<Persons.Found>(Problem problem) -> new Result.Refused(problem);
            case Answer.NotConfirmed<Persons.Found>(BackendFault cause) ->
                new Result.NotReachable(local(query, Set.of()), cause);
        };
    }

    private Result found(Persons.Found found) {
        if (found.hits().isEmpty()) {
            return new Result.Nobody();
        }
        log(found.hits().stream().map(Persons.Hit::personId).toList());
        return new Result.Found(
                found.hits().stream()
                        .map(hit -> FoundPerson.of(hit, Optional.empty()))
                        .toList(),
                found.truncated());
    }

    private void log(List<String> persons) {
        journal.commit(transaction -> transaction.logAccess(
                desk.author(),
                desk.offline(),
                Accesses.Viewed.search(persons, SCREEN, AccessReason.SERVED_AT_DESK.name())));
    }

    private List<FoundPerson> known(PersonQuery query) {
        return switch (query) {
            case PersonQuery.Code code ->
                cache.byCode(code.code().value()).map(FindPerson::aged).stream().toList();
            case PersonQuery.Phone phone ->
                cache.byPhone(phone.digits()).stream().map(FindPerson::aged).toList();
            case PersonQuery.Name name ->
                cache.byName(name.surname(), name.names(), name.birthDate(), MOST_LOCAL).stream()
                        .map(FindPerson::aged)
                        .toList();
            case PersonQuery.Booking booking -> ofBooking(booking.number());
            default -> List.of();
        };
    }

    /** The bookings of today at this site are known off-line too. */
    private List<FoundPerson> ofBooking(String number) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return cache.dayList(desk.siteId(), today).stream()
                .flatMap(list -> list.value().bookings().stream())
                .filter(booking -> booking.number().equals(number))
                .map(Bookings.BookingView::personId)
                .flatMap(person -> cache.personFile(person).stream())
                .map(file -> of(file.value().person(), file))
                .toList();
    }

    private static FoundPerson aged(Aged<Persons.Hit> hit) {
        return FoundPerson.of(hit.value(), Optional.of(hit.asOf()));
    }

    private static FoundPerson of(Persons.PersonRecord person, Aged<?> aged) {
        return new FoundPerson(
                person.id(),
                person.code(),
                person.surname(),
                person.names(),
                person.birthDate(),
                person.birthPlace(),
                person.municipality(),
                person.doctor(),
                Optional.of(aged.asOf()));
    }

    private static Persons.Search search(PersonQuery query) {
        return switch (query) {
            case PersonQuery.Code code -> by(Optional.of(code.code().value()), Optional.empty());
            case PersonQuery.Card card ->
                by(Optional.empty(), Optional.of(card.number().value()));
            case PersonQuery.Phone phone ->
                new Persons.Search(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(phone.digits()),
                        Optional.empty());
            case PersonQuery.Booking booking ->
                new Persons.Search(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(booking.number()));
            case PersonQuery.Name name ->
                new Persons.Search(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(name.surname()),
                        name.names(),
                        name.birthDate(),
                        Optional.empty(),
                        Optional.empty());
            default ->
                throw new IllegalArgumentException(
                        "not a search: " + query.getClass().getSimpleName());
        };
    }

    private static Persons.Search by(Optional<String> code, Optional<String> card) {
        return new Persons.Search(
                code, card, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
