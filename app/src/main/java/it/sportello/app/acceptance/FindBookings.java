package it.sportello.app.acceptance;

import it.sportello.api.Accesses;
import it.sportello.api.Bookings;
import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Persons;
import it.sportello.api.Prescriptions;
import it.sportello.api.Prescriptions.PrescriptionView;
import it.sportello.api.Problem;
import it.sportello.app.service.AccessReason;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.PersonFiles;
import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.remote.BackendFault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Finds bookings to accept: those of the day at this site, or one by its number wherever it is. Nothing personal comes
 * out without its access-log row (R-SEC-3). May wait for disk and network.
 */
final class FindBookings {
    private static final String SCREEN = "S17";

    /** The list of the day. */
    sealed interface Day {
        /**
         * The bookings of today at this site.
         *
         * @param asOf when the server confirmed them; empty when live
         */
        record Listed(List<BookingView> bookings, Optional<Instant> asOf) implements Day {
            public Listed {
                bookings = List.copyOf(bookings);
            }
        }

        record Refused(String code) implements Day {}

        record NotReachable(Optional<BackendFault> cause) implements Day {}
    }

    /** One booking. */
    sealed interface Found {
        record One(AcceptanceCase found) implements Found {}

        /** Nobody knows that number; when cut off, this desk does not. */
        record Unknown(boolean offline) implements Found {}

        record Refused(String code) implements Found {}

        record NotReachable(BackendFault cause) implements Found {}
    }

    private record Place(String personId, Optional<BookingView> booking) {}

    private final Journal journal;
    private final Backend backend;
    private final LocalCache cache;
    private final PersonFiles persons;
    private final DeskContext desk;
    private final Clock clock;

    FindBookings(
            Journal journal, Backend backend, LocalCache cache, PersonFiles persons, DeskContext desk, Clock clock) {
        this.journal = journal;
        this.backend = backend;
        this.cache = cache;
        this.persons = persons;
        this.desk = desk;
        this.clock = clock;
    }

    /** The bookings of today, logged as a search before they are shown. */
    Day today() {
        Day day = bookings();
        if (day instanceof Day.Listed listed) {
            journal.commit(transaction -> transaction.logAccess(
                    desk.author(),
                    desk.offline(),
                    Accesses.Viewed.search(
                            listed.bookings().stream()
                                    .map(BookingView::personId)
                                    .toList(),
                            SCREEN,
                            AccessReason.ACCEPTANCE.name())));
        }
        return day;
    }

    private Day bookings() {
        LocalDate today = LocalDate.now(clock);
        if (desk.offline()) {
            return kept(today).orElseGet(() -> new Day.NotReachable(Optional.empty()));
        }
        return switch (backend.bookings(desk.siteId(), today)) {
            case Answer.Done<Bookings.DayList>(Bookings.DayList list) -> {
                cache.putDayList(desk.siteId(), list);
                yield new Day.Listed(
                        cache.dayList(desk.siteId(), today)
                                .map(aged -> aged.value().bookings())
                                .orElse(list.bookings()),
                        Optional.empty());
            }
            case Answer.Refused<Bookings.DayList>(Problem problem) -> new Day.Refused(problem.code());
            case Answer.NotConfirmed<Bookings.DayList>(BackendFault cause) ->
                kept(today).orElseGet(() -> new Day.NotReachable(Optional.of(cause)));
        };
    }

    private Optional<Day> kept(LocalDate today) {
        return cache.dayList(desk.siteId(), today)
                .map(aged -> new Day.Listed(aged.value().bookings(), Optional.of(aged.asOf())));
    }

    /** @param key identifier or number of a booking */
    Found open(String key) {
        Day day = bookings();
        Optional<BookingView> listed = day instanceof Day.Listed list
                ? list.bookings().stream().filter(each -> isKey(each, key)).findFirst()
                : Optional.empty();
        if (listed.isPresent()) {
            return page(new Place(listed.get().personId(), listed), key);
        }
        if (desk.offline()) {
            return new Found.Unknown(true);
        }
        return switch (backend.searchPersons(byNumber(key))) {
            case Answer.Done<Persons.Found>(Persons.Found found) ->
                found.hits().isEmpty()
                        ? new Found.Unknown(false)
                        : page(new Place(found.hits().getFirst().personId(), Optional.empty()), key);
            case Answer.Refused<Persons.Found>(Problem problem) -> new Found.Refused(problem.code());
            case Answer.NotConfirmed<Persons.Found>(BackendFault cause) -> new Found.NotReachable(cause);
        };
    }

    private static Persons.Search byNumber(String number) {
        return new Persons.Search(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(number));
    }

    private Found page(Place place, String key) {
        return switch (persons.load(place.personId(), SCREEN, AccessReason.ACCEPTANCE)) {
            case PersonFiles.Result.Loaded loaded -> booking(place, loaded, key);
            case PersonFiles.Result.NotFound none -> new Found.Unknown(false);
            case PersonFiles.Result.Refused refused ->
                new Found.Refused(refused.problem().code());
            case PersonFiles.Result.NotReachable away ->
                place.booking()
                        .map(booking -> (Found) new Found.One(
                                new AcceptanceCase(booking, List.of(booking), Optional.empty(), Optional.empty())))
                        .orElseGet(() -> new Found.NotReachable(away.cause()));
        };
    }

    private Found booking(Place place, PersonFiles.Result.Loaded loaded, String key) {
        Optional<BookingView> found = loaded.file().bookings().stream()
                .filter(each -> isKey(each, key))
                .findFirst()
                .or(place::booking);
        return found.map(booking -> (Found) new Found.One(new AcceptanceCase(
                        booking, together(booking, loaded), Optional.of(loaded), prescription(booking, loaded))))
                .orElseGet(() -> new Found.Unknown(false));
    }

    /** The person's other bookings of the same day and site are accepted in one go. */
    private static List<BookingView> together(BookingView booking, PersonFiles.Result.Loaded loaded) {
        List<BookingView> same = loaded.file().bookings().stream()
                .filter(each ->
                        each.startsAt().toLocalDate().equals(booking.startsAt().toLocalDate()))
                .filter(each ->
                        each.siteId().equals(booking.siteId()) && each.state().equals("BOOKED"))
                .toList();
        return same.isEmpty() ? List.of(booking) : same;
    }

    private Optional<PrescriptionView> prescription(BookingView booking, PersonFiles.Result.Loaded loaded) {
        if (booking.prescriptionNumber().isEmpty() || loaded.asOf().isPresent()) {
            return Optional.empty();
        }
        Answer<PrescriptionView> answer = backend.prescription(
                new Prescriptions.Lookup(booking.prescriptionNumber().get(), Optional.of(booking.personId())));
        return answer instanceof Answer.Done<PrescriptionView>(PrescriptionView view)
                ? Optional.of(view)
                : Optional.empty();
    }

    private static boolean isKey(BookingView booking, String key) {
        return booking.id().equals(key) || booking.number().equals(key);
    }
}
