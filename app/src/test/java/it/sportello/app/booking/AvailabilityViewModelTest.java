package it.sportello.app.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Bookings;
import it.sportello.api.ProblemCode;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Notice;
import it.sportello.app.service.HeldBackground;
import it.sportello.offlinecache.remote.BackendFault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvailabilityViewModelTest {
    @TempDir
    Path home;

    private BookingBench bench;
    private final BookingBench.Heard heard = new BookingBench.Heard();

    @BeforeEach
    void open() {
        bench = new BookingBench(home);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private AvailabilityViewModel searched() {
        AvailabilityViewModel search = bench.search();
        search.refresh(Optional.empty(), heard);
        return search;
    }

    private static Notice notice(AvailabilityViewModel search) {
        return search.noticeProperty().get().orElseThrow();
    }

    @Test
    void theFirstValidPlaceIsProposed() {
        AvailabilityViewModel search = searched();
        assertEquals(List.of(0), heard.offered);
        OfferRow first = search.rows().getFirst();
        assertEquals("martedì 10 marzo 2026", first.date());
        assertEquals("9:20", first.time());
        assertTrue(search.classTextProperty().get().contains("giovedì 2 aprile 2026"));
        assertEquals(List.of("1 × Visita cardiologica"), search.services());
        Bookings.AvailabilityQuery query = bench.places.queries.getFirst();
        assertEquals(Optional.of("D"), query.priorityClass());
        assertEquals(0, query.widen());
        assertEquals(List.of("89.7"), query.serviceCodes());
    }

    @Test
    @Tag("R-SEC-3")
    void theViewIsLoggedBeforeThePersonIsShown() {
        searched();
        assertEquals(1, heard.identified);
        assertEquals("S12", bench.accesses().getFirst().screen());
        assertEquals("VIEW", bench.accesses().getFirst().kind());
    }

    @Test
    void linkedServicesAreOneRowAndOneHold() {
        bench.places.offers = new Bookings.Offers(
                List.of(Places.offer(
                        true,
                        Places.slot("S-1", BookingBench.FIRST, true, "89.7", "Visita cardiologica"),
                        Places.slot("S-9", BookingBench.FIRST.plusMinutes(40), false, "89.52", "Elettrocardiogramma"))),
                Optional.empty(),
                Optional.empty());
        AvailabilityViewModel search = searched();
        assertEquals(2, search.rows().getFirst().places().size());
        search.choose(search.rows().getFirst(), heard);
        assertEquals(List.of("S-1", "S-9"), bench.places.holds.getFirst().slotIds());
    }

    @Test
    @Tag("R-KEY-2")
    void aStepWiderSearchesOnceAndOnlyWhenItIsWider() {
        AvailabilityViewModel search = searched();
        search.widen(2, heard);
        search.widen(2, heard);
        search.widen(7, heard);
        assertEquals(
                List.of(0, 2),
                bench.places.queries.stream().map(each -> each.widen()).toList());
    }

    @Test
    void nothingFoundSaysWhyAndWhatToDo() {
        bench.places.offers = new Bookings.Offers(List.of(), Optional.empty(), Optional.of("NOTHING_INSIDE_LIMIT"));
        AvailabilityViewModel search = searched();
        assertEquals(AvailabilityViewModel.Step.NOTHING, search.stepProperty().get());
        assertTrue(notice(search).title().contains("entro il termine"));
        assertTrue(notice(search).next().contains("Allargare"));
        search.widen(3, heard);
        assertTrue(notice(search).next().contains("recapito"));
    }

    @Test
    @Tag("R-BOO-1")
    void aPlaceLostBeforeTheHoldBringsAlternatives() {
        AvailabilityViewModel search = searched();
        search.fromProperty().set("5/3/2026");
        bench.places.holdAnswers.add(Places.refused(ProblemCode.SLOT_GONE));
        search.choose(search.rows().getFirst(), heard);
        assertTrue(heard.held.isEmpty());
        assertTrue(notice(search).title().contains("altro sportello"));
        assertFalse(search.rows().isEmpty());
        assertEquals("5/3/2026", search.fromProperty().get());
        assertEquals(2, bench.places.queries.size());
    }

    @Test
    @Tag("R-BOO-3")
    void aHoldWithoutAnswerIsAskedAgainUnderTheSameIdentifier() {
        AvailabilityViewModel search = searched();
        bench.places.holdAnswers.add(Places.notConfirmed(BackendFault.Code.NOT_JSON));
        search.choose(search.rows().getFirst(), heard);
        assertTrue(heard.held.isEmpty());
        assertEquals(Tone.ATTENTION, notice(search).tone());
        search.choose(search.rows().getFirst(), heard);
        List<UUID> ids = bench.places.holds.stream()
                .map(Bookings.HoldRequest::holdId)
                .distinct()
                .toList();
        assertEquals(1, ids.size());
        assertEquals(1, heard.held.size());
    }

    @Test
    void anotherChoiceGivesBackTheHoldInDoubt() {
        AvailabilityViewModel search = searched();
        bench.places.holdAnswers.add(Places.notConfirmed(BackendFault.Code.TIMEOUT));
        search.choose(search.rows().getFirst(), heard);
        search.choose(search.rows().get(1), heard);
        assertEquals(List.of(bench.places.holds.getFirst().holdId()), bench.places.released);
    }

    @Test
    void aPageOfHtmlInsteadOfOffersIsExplainedAndKeepsTheFilters() {
        AvailabilityViewModel search = searched();
        bench.desk.server.fault = Optional.of(BackendFault.Code.NOT_JSON);
        search.fromProperty().set("12/3/2026");
        search.search(Optional.empty(), heard);
        assertTrue(notice(search).title().contains("non è il server"));
        assertEquals("12/3/2026", search.fromProperty().get());
    }

    @Test
    void offLineTheSearchIsRefusedCalmlyWithWhatToOffer() {
        bench.desk.offline = true;
        AvailabilityViewModel search = searched();
        assertEquals(AvailabilityViewModel.Step.STOPPED, search.stepProperty().get());
        assertEquals(Tone.INFORMATION, notice(search).tone());
        assertTrue(notice(search).next().contains("recapito"));
        bench.desk.offline = false;
        search.refresh(Optional.empty(), heard);
        assertEquals(AvailabilityViewModel.Step.OFFERS, search.stepProperty().get());
        assertTrue(search.noticeProperty().get().isEmpty());
    }

    @Test
    void aPrescriptionAlreadyBookedNamesItsBooking() {
        var used = Places.prescription("050A09999999999", "P1", Places.service("89.7", "Visita", 2289));
        bench.desk.server.prescriptions.put(
                used.number(),
                new it.sportello.api.Prescriptions.PrescriptionView(
                        used.number(),
                        used.support(),
                        used.personId(),
                        used.personCode(),
                        used.issuedOn(),
                        used.prescriber(),
                        used.priorityClass(),
                        used.accessType(),
                        used.exemptionCode(),
                        false,
                        5,
                        Optional.of("OWN"),
                        Optional.empty(),
                        Optional.of("2026-0000042"),
                        used.rows()));
        AvailabilityViewModel search = bench.search(used.number(), bench.background);
        search.refresh(Optional.empty(), heard);
        assertTrue(notice(search).title().contains("2026-0000042"));
        assertTrue(bench.places.queries.isEmpty());
    }

    @Test
    void aDateThatDoesNotExistStaysInItsFieldAndAsksNothing() {
        AvailabilityViewModel search = searched();
        search.fromProperty().set("31/2/2026");
        search.search(Optional.empty(), heard);
        assertFalse(search.fromErrorProperty().get().isEmpty());
        search.fromProperty().set("1/3/2026");
        search.search(Optional.empty(), heard);
        assertTrue(search.fromErrorProperty().get().contains("passata"));
        assertEquals(1, bench.places.queries.size());
        search.fromProperty().set("11/3/2026");
        search.search(Optional.empty(), heard);
        assertEquals(
                Optional.of(LocalDate.of(2026, 3, 11)),
                bench.places.queries.getLast().from());
    }

    @Test
    @Tag("R-KEY-6")
    void aSecondPressWhileTheHoldIsAskedDoesNothing() {
        HeldBackground slow = new HeldBackground();
        AvailabilityViewModel search = bench.search(BookingBench.NUMBER, slow);
        search.refresh(Optional.empty(), heard);
        slow.end(0);
        slow.end(1);
        search.choose(search.rows().getFirst(), heard);
        search.choose(search.rows().getFirst(), heard);
        slow.end(2);
        assertEquals(1, bench.places.holds.size());
        assertEquals(1, heard.held.size());
    }

    @Test
    void privatePracticeLeavesThePrescriptionAlone() {
        AvailabilityViewModel search = searched();
        search.regimeProperty().set(Regime.PRIVATE_PRACTICE);
        search.refilter(Optional.empty(), heard);
        assertEquals(Optional.empty(), bench.places.queries.getLast().prescriptionNumber());
        assertEquals("PRIVATE_PRACTICE", bench.places.queries.getLast().regime());
    }
}
