package it.sportello.app.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Dues;
import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.api.Persons;
import it.sportello.api.Prescriptions.PrescriptionView;
import it.sportello.app.booking.BookingBench;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Notice;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.PersonFiles;
import it.sportello.app.service.TestDesk;
import it.sportello.devices.scanner.OwnCode;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.remote.BackendFault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptanceTest {
    static final LocalDateTime SOON = TestDesk.TODAY.atTime(9, 40);

    @TempDir
    Path home;

    private BookingBench bench;
    private final Ends ends = new Ends();

    @BeforeEach
    void open() {
        bench = new BookingBench(home);
        today(booking("B1", SOON, "S1", "BOOKED"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** A booking with a due of its own. */
    static BookingView booking(String id, LocalDateTime at, String site, String state) {
        return new BookingView(
                id,
                "2026-000012" + id.substring(1),
                "P1",
                "ROSSI M.",
                state,
                "SSN",
                "DESK",
                "Cardiologia",
                site,
                site.equals("S1") ? "Poliambulatorio Santa Chiara" : "Distretto di Mestre",
                "Via delle Prove 1",
                "ambulatorio 12",
                at,
                20,
                List.of(new it.sportello.api.Prescriptions.ServiceRow(
                        "89.7", "89.7", "Visita cardiologica", 1, "02", "VISIT", 2289)),
                Optional.empty(),
                Optional.of(BookingBench.NUMBER),
                Optional.of("D"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("D1"),
                2289,
                LocalDate.of(2026, 2, 27),
                1);
    }

    private void today(BookingView... bookings) {
        bench.places.day = new Bookings.DayList(TestDesk.TODAY, List.of(bookings));
        page(List.of(bookings));
    }

    private void page(List<BookingView> bookings) {
        Persons.PersonFile file = TestDesk.file(TestDesk.person("P1", TestDesk.ROSSI, "ROSSI", "MARIO"));
        Dues.DueView due = TestDesk.due("D1", "P1", 2289);
        bench.desk.server.files.put(
                "P1", new Persons.PersonFile(file.person(), file.exemptions(), bookings, List.of(due)));
        prescription(5);
    }

    private void prescription(int state) {
        PrescriptionView old = bench.desk.server.prescriptions.get(BookingBench.NUMBER);
        bench.desk.server.prescriptions.put(
                BookingBench.NUMBER,
                new PrescriptionView(
                        old.number(),
                        old.support(),
                        old.personId(),
                        old.personCode(),
                        old.issuedOn(),
                        old.prescriber(),
                        old.priorityClass(),
                        old.accessType(),
                        old.exemptionCode(),
                        false,
                        state,
                        Optional.of("OWN"),
                        Optional.empty(),
                        Optional.of("2026-0000121"),
                        old.rows()));
    }

    private AcceptanceViewModel model(Optional<String> served) {
        Texts texts = Texts.of(AcceptanceScreens.class);
        return new AcceptanceViewModel(
                new AcceptanceViewModel.Uses(
                        new FindBookings(
                                bench.desk.store.journal(),
                                bench.places.backend(),
                                bench.desk.store.cache(),
                                bench.persons,
                                bench.desk,
                                bench.desk.clock),
                        new AcceptBookings(bench.desk.store.journal(), bench.desk),
                        new Checks(texts, bench.words, bench.prices),
                        bench.desk),
                bench.background,
                texts,
                bench.words,
                bench.refusals,
                bench.desk.clock,
                served);
    }

    private AcceptanceViewModel opened(String code) {
        AcceptanceViewModel model = model(Optional.empty());
        model.open(code, ends);
        assertEquals(List.of(), bench.background.unexpected());
        return model;
    }

    private List<Operation> accepts() {
        List<Operation> all = new ArrayList<>();
        bench.desk.store.journal().outbox().pending().stream()
                .filter(item -> item.type().equals(OperationType.BOOKING_ACCEPT.wireName()))
                .forEach(item -> all.add(Json.strict()
                        .readValue(
                                bench.desk
                                        .store
                                        .journal()
                                        .outbox()
                                        .body(item.id())
                                        .orElseThrow()
                                        .bytes(),
                                Operation.class)));
        return all;
    }

    private static Check check(AcceptanceViewModel model, String label) {
        return model.checks().stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static Notice notice(AcceptanceViewModel model) {
        return model.noticeProperty().get().orElseThrow();
    }

    @Test
    @Tag("R-SEC-3")
    void listAndPageAreLoggedBeforeTheyAreShown() {
        AcceptanceViewModel model = model(Optional.empty());
        model.list();
        assertEquals(1, model.rows().size());
        assertEquals("SEARCH", bench.desk.accesses().getFirst().kind());
        assertEquals(
                List.of(bench.places.day.bookings().getFirst().personId()),
                bench.desk.accesses().getFirst().personIds());
        model.open("B1", ends);
        assertEquals("VIEW", bench.desk.accesses().getLast().kind());
        assertEquals("S17", bench.desk.accesses().getLast().screen());
        assertEquals(1, ends.identified);
    }

    @Test
    void theBarcodeShowsChecksDueAndReasonAndIsAccepted() {
        AcceptanceViewModel model = opened(OwnCode.BOOKING.encode("2026-0000121"));
        assertEquals(AcceptanceViewModel.Step.SHOWN, model.stepProperty().get());
        AcceptanceViewModel.Card card = model.cardProperty().get().orElseThrow();
        assertTrue(card.amount().startsWith("22,89"));
        assertTrue(card.reason().contains("Nessuna esenzione"));
        assertTrue(card.dueOpen());
        assertEquals(Tone.GOOD, check(model, "Prescrizione").tone());
        assertEquals(Tone.ATTENTION, check(model, "Pagamento").tone());
        model.accept(ends);
        assertEquals(AcceptanceViewModel.Step.ACCEPTED, model.stepProperty().get());
        assertTrue(notice(model).next().contains("F9"));
        assertEquals("Accettato", check(model, "Stato").text());
        assertEquals(1, accepts().size());
        assertFalse(accepts().getFirst().madeOffline());
    }

    @Test
    void acceptingTwiceIsOneFact() {
        AcceptanceViewModel first = opened("B1");
        first.accept(ends);
        first.accept(ends);
        AcceptanceViewModel second = opened("B1");
        second.accept(ends);
        assertEquals(1, accepts().size());
        assertEquals("Accettato", check(second, "Stato").text());
    }

    @Test
    void whatThisDeskAcceptedIsNotWrittenAgainWhateverTheScreenShows() {
        AcceptBookings accept = new AcceptBookings(bench.desk.store.journal(), bench.desk);
        BookingView booking = booking("B1", SOON, "S1", "BOOKED");
        accept.accept(List.of(booking), Optional.empty());
        AcceptBookings.Result again = accept.accept(List.of(booking), Optional.empty());
        assertEquals(List.of(), again.accepted());
        assertEquals(List.of(booking.number()), again.before());
        assertEquals(1, accepts().size());
    }

    @Test
    void offLineTheCachedBookingOfTodayIsAcceptedAndFlagged() {
        model(Optional.empty()).list();
        opened("B1");
        bench.desk.offline = true;
        AcceptanceViewModel model = model(Optional.empty());
        model.list();
        assertFalse(model.ageProperty().get().isEmpty());
        model.open("2026-0000121", ends);
        model.accept(ends);
        assertTrue(notice(model).title().contains("fuori linea"));
        assertTrue(accepts().getFirst().madeOffline());
    }

    @Test
    void offLineAnUnknownNumberSaysWhatToDo() {
        bench.desk.offline = true;
        AcceptanceViewModel model = opened(OwnCode.BOOKING.encode("2026-0009999"));
        assertTrue(notice(model).title().startsWith("Fuori linea"));
        assertFalse(model.acceptable().get());
    }

    @Test
    void anotherDayIsRefusedWithItsDate() {
        for (int days : List.of(-1, 1)) {
            today(booking("B1", SOON.plusDays(days), "S1", "BOOKED"));
            AcceptanceViewModel model = opened(OwnCode.BOOKING.encode("2026-0000121"));
            assertEquals(Tone.DANGER, check(model, "Giorno").tone());
            assertTrue(check(model, "Giorno").text().contains(days < 0 ? "2 marzo" : "4 marzo"));
            model.accept(ends);
        }
        assertTrue(accepts().isEmpty());
    }

    @Test
    void aLateArrivalIsNoted() {
        today(booking("B1", TestDesk.TODAY.atTime(9, 5), "S1", "BOOKED"));
        AcceptanceViewModel model = opened(OwnCode.BOOKING.encode("2026-0000121"));
        assertTrue(check(model, "Giorno").text().contains("ritardo di 15 minuti"));
        model.accept(ends);
        assertEquals(
                "arrivo in ritardo di 15 minuti",
                accepts().getFirst().payload().get("note").asString());
    }

    @Test
    void hoursOfDelayAreSaidAsHours() {
        today(booking("B1", TestDesk.TODAY.atTime(7, 5), "S1", "BOOKED"));
        assertEquals(
                "Oggi, in ritardo di oltre 2 ore: chiedere all'ambulatorio se la persona entra ancora",
                check(opened(OwnCode.BOOKING.encode("2026-0000121")), "Giorno").text());
    }

    @Test
    void anotherSiteWantsAReasonAndKeepsIt() {
        today(booking("B1", SOON, "S9", "BOOKED"));
        AcceptanceViewModel model = opened(OwnCode.BOOKING.encode("2026-0000121"));
        assertTrue(check(model, "Sede").text().contains("Distretto di Mestre"));
        model.accept(ends);
        assertEquals(1, ends.noteWanted);
        assertTrue(accepts().isEmpty());
        model.noteProperty().set("Ambulatorio chiuso, concordato con la segreteria");
        model.accept(ends);
        assertTrue(accepts().getFirst().payload().get("note").asString().startsWith("Ambulatorio chiuso"));
    }

    @Test
    void somebodyElsesReminderIsNotAccepted() {
        AcceptanceViewModel model = model(Optional.of("P2"));
        model.open("B1", ends);
        assertTrue(model.otherPersonProperty().get());
        assertEquals(0, ends.identified);
        model.accept(ends);
        assertTrue(accepts().isEmpty());
    }

    @Test
    void theCardTellsWhetherItIsTheSamePerson() {
        AcceptanceViewModel model = opened("B1");
        assertTrue(model.cardRead(TestDesk.ROSSI));
        assertEquals(Tone.GOOD, check(model, "Identità").tone());
        assertTrue(model.cardRead("VRDLGI80A01H501X"));
        assertEquals(Tone.DANGER, notice(model).tone());
    }

    @Test
    void aUsedPrescriptionIsNotAccepted() {
        prescription(8);
        AcceptanceViewModel model = opened("B1");
        assertEquals(Tone.DANGER, check(model, "Prescrizione").tone());
        model.accept(ends);
        assertTrue(accepts().isEmpty());
    }

    @Test
    void aPageOfHtmlFallsBackOnTheListKeptHere() {
        bench.desk.server.fault = Optional.of(BackendFault.Code.NOT_JSON);
        AcceptanceViewModel empty = model(Optional.empty());
        empty.list();
        assertTrue(notice(empty).title().contains("non è il server"));
        bench.desk.server.fault = Optional.empty();
        model(Optional.empty()).list();
        bench.desk.server.fault = Optional.of(BackendFault.Code.NOT_JSON);
        AcceptanceViewModel kept = model(Optional.empty());
        kept.list();
        assertEquals(1, kept.rows().size());
    }

    @Test
    void bookingsOfTheSameDayGoTogether() {
        today(booking("B1", SOON, "S1", "BOOKED"), booking("B2", SOON.plusHours(1), "S1", "BOOKED"));
        AcceptanceViewModel model = opened("B1");
        model.accept(ends);
        assertEquals(2, accepts().size());
    }

    @Test
    void lettersNarrowTheListAndANumberOpens() {
        today(booking("B1", SOON, "S1", "BOOKED"), booking("B2", SOON.plusHours(1), "S1", "BOOKED"));
        AcceptanceViewModel model = model(Optional.empty());
        model.list();
        model.filterProperty().set("bianchi");
        assertTrue(model.rows().isEmpty());
        model.filterProperty().set("ros");
        assertEquals(2, model.rows().size());
        model.filterProperty().set("0000122");
        model.openTyped(ends);
        assertEquals("2026-0000122", model.cardProperty().get().orElseThrow().number());
    }

    /** Remembers what the model asked of its screen. */
    static final class Ends implements AcceptanceViewModel.Endings {
        int identified;
        int noteWanted;

        @Override
        public void identified(PersonFiles.Result.Loaded page) {
            identified++;
        }

        @Override
        public void shown() {}

        @Override
        public void noteWanted() {
            noteWanted++;
        }

        @Override
        public void accepted() {}
    }
}
