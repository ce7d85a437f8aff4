package it.sportello.app.booking;

import it.sportello.api.Bookings;
import it.sportello.api.Persons;
import it.sportello.api.Prescriptions;
import it.sportello.api.ProblemCode;
import it.sportello.app.service.FakeBackend;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.remote.BackendFault;
import it.sportello.offlinecache.remote.Nothing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The agendas of a server of the tests: offers, holds, the list of a day; the rest is the {@link FakeBackend}. */
public final class Places {
    public final List<Bookings.AvailabilityQuery> queries = new ArrayList<>();
    public final List<Bookings.HoldRequest> holds = new ArrayList<>();
    public final List<UUID> released = new ArrayList<>();
    /** The next answers to a question about a hold; then it is granted. */
    public final Deque<Answer<Bookings.Hold>> holdAnswers = new ArrayDeque<>();

    public Bookings.Offers offers = new Bookings.Offers(List.of(), Optional.empty(), Optional.empty());
    public Bookings.DayList day = new Bookings.DayList(LocalDate.EPOCH, List.of());
    public Supplier<Instant> serverTime;
    public long holdSeconds = 300;

    private final FakeBackend persons;

    public Places(FakeBackend persons, Supplier<Instant> serverTime) {
        this.persons = persons;
        this.serverTime = serverTime;
    }

    public Backend backend() {
        Backend rest = persons.backend();
        return (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(),
                new Class<?>[] {Backend.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "availability" -> availability((Bookings.AvailabilityQuery) arguments[0]);
                    case "hold" -> hold((Bookings.HoldRequest) arguments[0]);
                    case "extendHold" -> granted((UUID) arguments[0], false);
                    case "releaseHold" -> release((UUID) arguments[0]);
                    case "bookings" -> answer(() -> day);
                    case "searchPersons" -> searchPersons(rest, (Persons.Search) arguments[0]);
                    default -> {
                        try {
                            yield method.invoke(rest, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    }
                });
    }

    /** By the number of a booking too. */
    private Answer<Persons.Found> searchPersons(Backend rest, Persons.Search search) {
        if (search.bookingNumber().isEmpty()) {
            return rest.searchPersons(search);
        }
        return answer(() -> new Persons.Found(
                persons.files.values().stream()
                        .filter(file -> file.bookings().stream()
                                .anyMatch(each -> each.number()
                                        .equals(search.bookingNumber().get())))
                        .map(file -> hit(file.person()))
                        .toList(),
                false));
    }

    private static Persons.Hit hit(Persons.PersonRecord person) {
        return new Persons.Hit(
                person.id(),
                person.code(),
                person.surname(),
                person.names(),
                person.birthDate(),
                person.birthPlace(),
                person.municipality(),
                person.doctor());
    }

    private <T> Answer<T> answer(Supplier<T> well) {
        if (persons.fault.isPresent()) {
            return notConfirmed(persons.fault.get());
        }
        return persons.refusal.<Answer<T>>map(Places::refused).orElseGet(() -> new Answer.Done<>(well.get()));
    }

    private Answer<Bookings.Offers> availability(Bookings.AvailabilityQuery query) {
        queries.add(query);
        return answer(() -> offers);
    }

    private Answer<Bookings.Hold> hold(Bookings.HoldRequest request) {
        holds.add(request);
        return holdAnswers.isEmpty() ? granted(request.holdId(), true) : holdAnswers.removeFirst();
    }

    private Answer<Bookings.Hold> granted(UUID id, boolean extendable) {
        Instant now = serverTime.get();
        return answer(() -> new Bookings.Hold(id, now.plusSeconds(holdSeconds), extendable, now));
    }

    private Answer<Nothing> release(UUID id) {
        released.add(id);
        return new Answer.Done<>(new Nothing());
    }

    public static <T> Answer<T> refused(ProblemCode code) {
        return new Answer.Refused<>(FakeBackend.problem(code));
    }

    public static <T> Answer<T> notConfirmed(BackendFault.Code code) {
        return new Answer.NotConfirmed<>(new BackendFault(code, 0, "test", null));
    }

    static Prescriptions.ServiceRow service(String code, String description, long cents) {
        return new Prescriptions.ServiceRow(code, code, description, 1, "02", "VISIT", cents);
    }

    static Prescriptions.PrescriptionView prescription(String number, String person, Prescriptions.ServiceRow... rows) {
        return new Prescriptions.PrescriptionView(
                number,
                "ELECTRONIC",
                person,
                "RSSMRA70A01H501S",
                LocalDate.of(2026, 3, 1),
                "dott. Prova",
                Optional.of("D"),
                Optional.of("1"),
                Optional.empty(),
                false,
                3,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(rows));
    }

    static Bookings.OfferSlot slot(String id, LocalDateTime at, boolean complex, String code, String description) {
        return new Bookings.OfferSlot(
                id,
                "A1",
                "Cardiologia",
                complex,
                "S1",
                "Poliambulatorio Santa Chiara",
                "Via delle Prove 1, Venezia",
                "ambulatorio 12",
                at,
                20,
                List.of(code),
                List.of(description),
                Optional.of("Portare i referti precedenti."));
    }

    static Bookings.Offer offer(boolean inside, Bookings.OfferSlot... slots) {
        return new Bookings.Offer(List.of(slots), inside, 0, 3, inside ? "EARLIEST" : "OUTSIDE_LIMIT");
    }
}
