package it.sportello.app.booking;

import it.sportello.api.Accesses;
import it.sportello.api.Bookings;
import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.api.OperationAnswer;
import it.sportello.api.ProblemCode;
import it.sportello.app.frame.Background;
import it.sportello.app.frame.InPlaceBackground;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.ReminderSlips;
import it.sportello.app.print.Reminders;
import it.sportello.app.service.CoPayments;
import it.sportello.app.service.FakeBackend;
import it.sportello.app.service.PersonFiles;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.service.TestDesk;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.operation.UuidV7;
import it.sportello.offlinecache.journal.OperatorTask;
import it.sportello.offlinecache.journal.OutboxItem;
import it.sportello.offlinecache.remote.BackendFault;
import it.sportello.offlinecache.sync.Delivery;
import it.sportello.offlinecache.sync.Sync;
import it.sportello.offlinecache.sync.SyncStatus;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** A booking desk with its real journal and cache, agendas of the tests, and a sync that answers as told. */
public final class BookingBench implements AutoCloseable {
    public static final String NUMBER = "050A01234567890";
    public static final LocalDateTime FIRST = LocalDateTime.of(2026, 3, 10, 9, 20);

    public final TestDesk desk;
    public final Places places;
    public final Refusals refusals = new Refusals();
    public final Words words = new Words();
    public final Texts texts = Texts.of(BookingScreens.class);
    public final InPlaceBackground background = new InPlaceBackground();
    public final ReminderArchive reminders;
    public final PrintDesk prints;
    public final CoPayments prices;
    public final PersonFiles persons;
    public final List<UUID> submitted = new ArrayList<>();
    final MovableClock clock = new MovableClock();
    final BookingIntents intents;
    Function<UUID, Delivery> server = this::confirm;

    public BookingBench(Path home) {
        desk = new TestDesk(home);
        places = new Places(desk.server, clock::instant);
        persons = new PersonFiles(desk.store.journal(), places.backend(), desk.store.cache(), desk);
        intents = new BookingIntents(desk.store.journal());
        reminders = new ReminderArchive(
                desk.store.journal(),
                desk.store.cache(),
                desk,
                new Reminders(words),
                new ReminderSlips(words),
                new PdfSheets(desk.clock));
        prints = new PrintDesk(desk.store.journal(), Optional.empty(), List.of(reminders), desk, job -> {});
        prices = new CoPayments(ExemptionCatalogue.shipped(), desk, words);
        desk.server.files.put("P1", TestDesk.file(TestDesk.person("P1", TestDesk.ROSSI, "ROSSI", "MARIO")));
        desk.server.prescriptions.put(
                NUMBER, Places.prescription(NUMBER, "P1", Places.service("89.7", "Visita cardiologica", 2289)));
        places.offers = new Bookings.Offers(
                List.of(
                        Places.offer(true, Places.slot("S-1", FIRST, false, "89.7", "Visita cardiologica")),
                        Places.offer(true, Places.slot("S-2", FIRST.plusDays(1), true, "89.7", "Visita cardiologica"))),
                Optional.of(LocalDate.of(2026, 4, 2)),
                Optional.empty());
    }

    AvailabilityViewModel search() {
        return search(NUMBER, background);
    }

    AvailabilityViewModel search(String number, Background how) {
        UuidV7 ids = new UuidV7(clock, new SecureRandom());
        HoldPlaces hold = new HoldPlaces(places.backend(), desk);
        return new AvailabilityViewModel(
                new AvailabilityViewModel.Uses(
                        new LoadCase(places.backend(), persons, intents, desk, clock),
                        new FindOffers(places.backend(), desk),
                        hold,
                        ids::next),
                how,
                texts,
                words,
                refusals,
                clock,
                number,
                Optional.empty());
    }

    SummaryViewModel summary(HeldOffer held, Background how) {
        return new SummaryViewModel(
                new SummaryViewModel.Uses(
                        new HoldPlaces(places.backend(), desk),
                        new BookPlaces(desk.store.journal(), sync(), desk, intents, reminders, Duration.ofSeconds(2)),
                        prices,
                        prints),
                how,
                texts,
                words,
                refusals,
                clock,
                held);
    }

    /** Up to the summary with the first place held. */
    HeldOffer held() {
        Heard heard = new Heard();
        AvailabilityViewModel search = search();
        search.refresh(Optional.empty(), heard);
        search.choose(search.rows().getFirst(), heard);
        return heard.held.getLast();
    }

    Sync sync() {
        return new Sync() {
            @Override
            public CompletableFuture<Delivery> submit(UUID operationId) {
                submitted.add(operationId);
                return CompletableFuture.completedFuture(server.apply(operationId));
            }

            @Override
            public SyncStatus status() {
                throw new AssertionError("not asked");
            }

            @Override
            public Subscription listen(Consumer<SyncStatus> listener) {
                return () -> {};
            }

            @Override
            public void wake() {}
        };
    }

    Delivery confirm(UUID operationId) {
        Bookings.Book book = payload(operationId);
        Bookings.Booked booked = new Bookings.Booked(
                List.of(new Bookings.BookingView(
                        "B9",
                        "2026-0000777",
                        book.personId(),
                        "ROSSI M.",
                        "BOOKED",
                        book.regime(),
                        "DESK",
                        "Cardiologia",
                        "S1",
                        "Poliambulatorio Santa Chiara",
                        "Via delle Prove 1, Venezia",
                        "ambulatorio 12",
                        FIRST,
                        20,
                        List.of(Places.service("89.7", "Visita cardiologica", 2289)),
                        Optional.empty(),
                        book.prescriptionNumber(),
                        book.priorityClass(),
                        book.limitDate(),
                        Optional.empty(),
                        Optional.of("D9"),
                        2289,
                        LocalDate.of(2026, 3, 6),
                        1)),
                false);
        OperationAnswer answer = new OperationAnswer(
                operationId,
                List.of(),
                clock.instant(),
                Optional.of(Json.strict().valueToTree(booked)));
        if (desk.store.journal().outbox().answer(operationId).isEmpty()) {
            desk.store.journal().outbox().confirmed(operationId, answer);
        }
        return new Delivery.Confirmed(answer);
    }

    Function<UUID, Delivery> refuses(ProblemCode code) {
        return operation -> {
            OperatorTask task = desk.store
                    .journal()
                    .outbox()
                    .stopped(operation, OperatorTask.Kind.REFUSED, Optional.of(FakeBackend.problem(code)));
            return new Delivery.Refused(FakeBackend.problem(code), task.id());
        };
    }

    static Function<UUID, Delivery> silent(BackendFault.Code code) {
        return operation -> new Delivery.NotConfirmed(new BackendFault(code, 0, "test", null));
    }

    Bookings.Book payload(UUID operationId) {
        Operation operation = Json.strict()
                .readValue(
                        desk.store
                                .journal()
                                .outbox()
                                .body(operationId)
                                .orElseThrow()
                                .bytes(),
                        Operation.class);
        return Json.strict().treeToValue(operation.payload(), Bookings.Book.class);
    }

    /** Operations of a type not answered yet. */
    List<OutboxItem> pending(OperationType type) {
        return desk.store.journal().outbox().pending().stream()
                .filter(item -> item.type().equals(type.wireName()))
                .toList();
    }

    List<Accesses.Viewed> accesses() {
        return desk.accesses();
    }

    @Override
    public void close() {
        desk.close();
    }

    /** Remembers what the search asked of its screen. */
    static final class Heard implements AvailabilityViewModel.Endings {
        final List<Integer> offered = new ArrayList<>();
        final List<HeldOffer> held = new ArrayList<>();
        int identified;

        @Override
        public void identified(PersonFiles.Result.Loaded page) {
            identified++;
        }

        @Override
        public void offered(int index) {
            offered.add(index);
        }

        @Override
        public void held(HeldOffer places) {
            held.add(places);
        }
    }

    /** Remembers what the summary asked of its screen. */
    static final class Ends implements SummaryViewModel.Endings {
        int lost;
        int booked;
        int warned;

        @Override
        public void lost() {
            lost++;
        }

        @Override
        public void booked() {
            booked++;
        }

        @Override
        public void warned() {
            warned++;
        }
    }

    /** A clock that the test moves. */
    static final class MovableClock extends Clock {
        private Instant now = TestDesk.NOW;

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Rome");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new AssertionError("the desk's clock keeps its zone");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
