package it.sportello.app.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.app.frame.Notice;
import it.sportello.app.service.HeldBackground;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.journal.PrintJob;
import it.sportello.offlinecache.remote.BackendFault;
import it.sportello.offlinecache.sync.Delivery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryViewModelTest {
    @TempDir
    Path home;

    private BookingBench bench;
    private final BookingBench.Ends ends = new BookingBench.Ends();

    @BeforeEach
    void open() {
        bench = new BookingBench(home);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private SummaryViewModel summary(HeldOffer held) {
        return bench.summary(held, bench.background);
    }

    private static SummaryViewModel.Step step(SummaryViewModel summary) {
        return summary.stepProperty().get();
    }

    private static Notice notice(SummaryViewModel summary) {
        return summary.noticeProperty().get().orElseThrow();
    }

    @Test
    @Tag("R-BOO-7")
    void aBookingKeepsAndQueuesItsReminder() {
        HeldOffer held = bench.held();
        SummaryViewModel summary = summary(held);
        summary.languageProperty().set("fr");
        summary.conclude(ends);
        assertEquals(SummaryViewModel.Step.BOOKED, step(summary));
        assertEquals("2026-0000777", summary.booked().getFirst().number());
        assertTrue(summary.booked().getFirst().when().startsWith("martedì 10 marzo 2026"));
        assertTrue(summary.isDue());
        assertEquals("fr", bench.payload(bench.submitted.getFirst()).language());
        byte[] file = bench.reminders.file("2026-0000777").orElseThrow();
        assertEquals("%PDF", new String(Arrays.copyOf(file, 4), StandardCharsets.US_ASCII));
        PrintJob job = bench.desk.store.journal().prints().open().getFirst();
        assertEquals("D01-2026-0000777", job.documentKey());
        assertTrue(bench.reminders.slip(job.documentKey(), 0).isPresent());
        assertTrue(bench.intents.of("P1").intents().isEmpty());
        summary.close();
        assertTrue(bench.places.released.isEmpty());
    }

    @Test
    void thePriceIsEstimatedWithItsReason() {
        SummaryViewModel summary = summary(bench.held());
        assertTrue(summary.priceProperty().get().startsWith("22,89"));
        assertTrue(summary.priceReasonProperty().get().contains("Nessuna esenzione"));
    }

    @Test
    @Tag("R-KEY-6")
    void twoPressesOfTheConcludingKeyAreOneOperation() {
        HeldBackground slow = new HeldBackground();
        SummaryViewModel summary = bench.summary(bench.held(), slow);
        summary.conclude(ends);
        summary.conclude(ends);
        slow.end(0);
        summary.conclude(ends);
        assertEquals(1, bench.submitted.size());
        assertEquals(1, ends.booked);
    }

    @Test
    @Tag("R-BOO-3")
    void anOutcomeInDoubtIsReadBackUnderTheSameIdentifier() {
        bench.server = BookingBench.silent(BackendFault.Code.NOT_JSON);
        SummaryViewModel summary = summary(bench.held());
        summary.conclude(ends);
        assertEquals(SummaryViewModel.Step.NOT_CONFIRMED, step(summary));
        assertTrue(notice(summary).title().startsWith("Non confermato"));
        assertTrue(summary.waiting().get());
        summary.close();
        assertTrue(bench.places.released.isEmpty(), "what may be booked is not given back");
        bench.server = bench::confirm;
        summary.conclude(ends);
        assertEquals(SummaryViewModel.Step.BOOKED, step(summary));
        assertEquals(1, bench.submitted.stream().distinct().count());
        assertEquals(2, bench.submitted.size());
    }

    @Test
    @Tag("R-BOO-3")
    void anOutcomeInDoubtIsReadBackByItself() {
        bench.server = BookingBench.silent(BackendFault.Code.TIMEOUT);
        SummaryViewModel summary = summary(bench.held());
        summary.conclude(ends);
        bench.server = bench::confirm;
        for (int second = 0; second < 5; second++) {
            summary.tick(ends);
        }
        assertEquals(1, ends.booked);
    }

    @Test
    @Tag("R-BOO-3")
    void theWishSurvivesTheEndOfTheProgram() {
        bench.server = BookingBench.silent(BackendFault.Code.CUT);
        summary(bench.held()).conclude(ends);
        bench.close();
        bench = new BookingBench(home);
        BookingBench.Heard heard = new BookingBench.Heard();
        AvailabilityViewModel search = bench.search();
        search.refresh(Optional.empty(), heard);
        assertEquals(1, heard.held.size());
        assertTrue(bench.places.queries.isEmpty(), "no new search while a wish is open");
        SummaryViewModel again = summary(heard.held.getFirst());
        assertEquals(SummaryViewModel.Step.NOT_CONFIRMED, step(again));
        again.conclude(ends);
        assertEquals(SummaryViewModel.Step.BOOKED, step(again));
        assertEquals(0, bench.pending(OperationType.BOOKING_BOOK).size());
    }

    @Test
    @Tag("R-BOO-1")
    void placesLostBetweenHoldAndBookingLeadToTheAlternatives() {
        for (ProblemCode code : List.of(ProblemCode.SLOT_GONE, ProblemCode.HOLD_EXPIRED)) {
            HeldOffer held = bench.held();
            bench.server = bench.refuses(code);
            int before = ends.lost;
            summary(held).conclude(ends);
            assertEquals(before + 1, ends.lost);
            assertTrue(held.search().noticeProperty().get().orElseThrow().next().contains("alternative"));
            held.search().refresh(Optional.empty(), new BookingBench.Heard());
            assertTrue(held.search().noticeProperty().get().isPresent(), "said above the alternatives");
            assertFalse(held.search().rows().isEmpty());
        }
        assertTrue(bench.desk.store.journal().tasks().open().isEmpty(), "the operator has seen the refusal");
        assertTrue(bench.intents.of("P1").intents().isEmpty());
    }

    @Test
    void aRefusalIsExplainedInPlaceAndGivesThePlacesBackOnLeaving() {
        for (ProblemCode code : List.of(ProblemCode.PRESCRIPTION_ALREADY_BOOKED, ProblemCode.OVERLAPPING_VISIT)) {
            HeldOffer held = bench.held();
            bench.server = bench.refuses(code);
            SummaryViewModel summary = summary(held);
            summary.conclude(ends);
            assertEquals(SummaryViewModel.Step.REFUSED, step(summary));
            assertEquals(
                    bench.refusals.cause(code.name(), Map.of()), notice(summary).title());
            assertFalse(summary.concludable().get());
            summary.close();
            assertEquals(held.holdId(), bench.places.released.getLast());
        }
    }

    @Test
    void anOverlapNamesTheOtherAppointment() {
        bench.server = operation -> new Delivery.Refused(
                new Problem(
                        "about:blank",
                        "",
                        422,
                        "OVERLAPPING_VISIT",
                        "",
                        "",
                        Map.of(),
                        List.of(new Problem.Violation(
                                "",
                                "OVERLAPPING_VISIT",
                                Map.of(
                                        "bookingId", "B4",
                                        "start", "2026-03-10T08:00:00Z",
                                        "end", "2026-03-10T08:30:00Z")))),
                ((Delivery.Refused) bench.refuses(ProblemCode.OVERLAPPING_VISIT).apply(operation)).taskId());
        SummaryViewModel summary = summary(bench.held());
        summary.conclude(ends);
        assertTrue(notice(summary).title().contains("10/03/2026, dalle 9:00 alle 9:30"));
    }

    @Test
    @Tag("R-A11-6")
    void theCountdownFollowsTheServerWarnsAndIsExtendedOnce() {
        bench.places.serverTime = () -> bench.clock.instant().plus(Duration.ofHours(2));
        SummaryViewModel summary = summary(bench.held());
        assertEquals("5:00", summary.leftProperty().get());
        bench.clock.forward(Duration.ofSeconds(279));
        summary.tick(ends);
        assertFalse(summary.warningProperty().get());
        bench.clock.forward(Duration.ofSeconds(1));
        summary.tick(ends);
        summary.tick(ends);
        assertTrue(summary.warningProperty().get());
        assertEquals(1, ends.warned);
        summary.extend(ends);
        assertEquals("5:00", summary.leftProperty().get());
        assertFalse(summary.extendableProperty().get());
        bench.clock.forward(Duration.ofMinutes(5));
        summary.tick(ends);
        assertEquals(1, ends.lost);
        assertTrue(summary.isLost());
        summary.conclude(ends);
        assertTrue(bench.submitted.isEmpty());
    }

    @Test
    void offLineNothingIsWrittenAndThePlaceWaits() {
        SummaryViewModel summary = summary(bench.held());
        bench.desk.offline = true;
        summary.conclude(ends);
        assertEquals(SummaryViewModel.Step.HELD, step(summary));
        assertTrue(notice(summary).next().contains("recapito"));
        assertTrue(bench.pending(OperationType.BOOKING_BOOK).isEmpty());
        bench.desk.offline = false;
        summary.conclude(ends);
        assertEquals(SummaryViewModel.Step.BOOKED, step(summary));
    }

    @Test
    @Tag("R-BOO-1")
    void lockAndEscGiveThePlaceBack() {
        HeldOffer first = bench.held();
        SummaryViewModel locked = summary(first);
        locked.locked(ends);
        assertEquals(List.of(first.holdId()), bench.places.released);
        assertEquals(1, ends.lost);
        locked.close();
        HeldOffer second = bench.held();
        assertNotEquals(first, second);
        SummaryViewModel left = summary(second);
        left.close();
        left.close();
        assertEquals(List.of(first.holdId(), second.holdId()), bench.places.released);
    }

    @Test
    @Tag("R-SEC-2")
    void whatIsLoggedTellsNothingOfThePerson() {
        HeldOffer held = bench.held();
        for (Object thing : List.of(held, held.wanted(), summary(held))) {
            assertFalse(thing.toString().contains("ROSSI"));
        }
    }
}
