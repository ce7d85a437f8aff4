package it.sportello.domain.agenda;

import static it.sportello.domain.agenda.AgendaFixtures.NOW;
import static it.sportello.domain.agenda.AgendaFixtures.activity;
import static it.sportello.domain.agenda.AgendaFixtures.agenda;
import static it.sportello.domain.agenda.AgendaFixtures.held;
import static it.sportello.domain.agenda.AgendaFixtures.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R-BOO-5")
class AvailabilitySearchTest {
    private static final Activity VISIT = activity("A0", Set.of("89.7"), Set.of());
    private static final Agenda CARDIOLOGY = agenda("AG", List.of(VISIT), List.of(), List.of());

    private static Instant day(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    private static Candidate at(String id, Instant start, int territory, int distance) {
        return new Candidate(slot(id, CARDIOLOGY, VISIT, start, null), CARDIOLOGY, VISIT, territory, distance);
    }

    private static Candidate reserved(String id, Instant start, BookingClass kept) {
        return new Candidate(slot(id, CARDIOLOGY, VISIT, start, kept), CARDIOLOGY, VISIT, 0, 0);
    }

    private static SearchRequest request(List<String> services, @Nullable Instant limit, BookingClass asked) {
        return new SearchRequest(
                services,
                AgendaRegime.SSN,
                null,
                Channel.DESK,
                asked,
                NOW,
                limit,
                2,
                List.of(),
                Duration.ZERO,
                Duration.ofDays(30));
    }

    private static List<String> ranked(SearchRequest request, List<Candidate> candidates) {
        List<Candidate> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(3));
        return AvailabilitySearch.rank(request, shuffled, NOW, 100).offers().stream()
                .map(offer -> String.join("+", offer.slotIds()))
                .toList();
    }

    @Test
    void insideTheLimitThenEarliestThenTerritoryThenDistance() {
        List<Candidate> candidates = List.of(
                at("late", day(12), 0, 0),
                at("far", day(3), 0, 9000),
                at("near", day(3), 0, 100),
                at("neighbour", day(3), 2, 1),
                at("first", day(2), 2, 99_999));
        assertEquals(
                List.of("first", "near", "far", "neighbour", "late"),
                ranked(request(List.of("89.7"), day(10), BookingClass.B), candidates));
    }

    @Test
    void theLimitItselfIsInside() {
        SearchOutcome outcome = AvailabilitySearch.rank(
                request(List.of("89.7"), day(10), BookingClass.B),
                List.of(at("on", day(10), 0, 0), at("after", day(10).plusSeconds(60), 0, 0)),
                NOW,
                10);
        assertEquals(
                List.of(true, false),
                outcome.offers().stream().map(Offer::insideLimit).toList());
        assertFalse(outcome.isNothingInside());
        Offer first = outcome.first();
        assertNotNull(first);
        assertEquals(List.of("on"), first.slotIds());
    }

    @Test
    void nothingInsideIsSaidAndTheFirstOutsideIsShown() {
        SearchOutcome outcome = AvailabilitySearch.rank(
                request(List.of("89.7"), day(1), BookingClass.U), List.of(at("late", day(5), 0, 0)), NOW, 10);
        assertTrue(outcome.isNothingInside());
        assertNotNull(outcome.first());
        SearchOutcome none = AvailabilitySearch.rank(request(List.of("89.7"), null, BookingClass.P), List.of(), NOW, 1);
        assertNull(none.first());
        assertTrue(none.isNothingInside());
    }

    @Test
    void aReservedSlotServesALessUrgentClassOnlyAfterItsRelease() {
        Instant start = day(3);
        Slot kept = slot("S", CARDIOLOGY, VISIT, start, BookingClass.B);
        Instant release = start.minus(Duration.ofDays(2));
        assertFalse(kept.admits(BookingClass.D, release.minusMillis(1)));
        assertTrue(kept.admits(BookingClass.D, release));
        assertTrue(kept.admits(BookingClass.B, NOW));
        assertTrue(kept.admits(BookingClass.U, NOW), "a more urgent class may use it at once");
        assertFalse(kept.admits(BookingClass.CONTROL, start));
        assertFalse(kept.admits(null, start));
        Slot control = slot("C", CARDIOLOGY, VISIT, start, BookingClass.CONTROL);
        assertTrue(control.admits(BookingClass.CONTROL, NOW));
        assertFalse(control.admits(BookingClass.U, start));
        assertEquals(
                List.of("released"),
                ranked(
                        request(List.of("89.7"), null, BookingClass.P),
                        List.of(
                                reserved("kept", day(3), BookingClass.B),
                                reserved("released", day(1), BookingClass.B))));
    }

    @Test
    void fullTakenForeignPastOrOverlappingPlacesAreNotOffered() {
        Agenda internal = new Agenda(
                "INT", "INT", "U1", "SITE1", AgendaRegime.INTERNAL, null, List.of(VISIT), List.of(), List.of());
        Candidate full = new Candidate(held(slot("full", CARDIOLOGY, VISIT, day(2), null)), CARDIOLOGY, VISIT, 0, 0);
        Candidate blocked = new Candidate(
                slot("blocked", CARDIOLOGY, VISIT, day(2), null).withCondition(Slot.Condition.BLOCKED),
                CARDIOLOGY,
                VISIT,
                0,
                0);
        Candidate otherRegime = new Candidate(slot("int", internal, VISIT, day(2), null), internal, VISIT, 0, 0);
        SearchRequest request = new SearchRequest(
                List.of("89.7"),
                AgendaRegime.SSN,
                null,
                Channel.DESK,
                BookingClass.D,
                day(1),
                null,
                1,
                List.of(new TimeSpan(day(4).plusSeconds(600), day(4).plusSeconds(1200))),
                Duration.ZERO,
                Duration.ZERO);
        assertEquals(
                List.of("good", "touching"),
                ranked(
                        request,
                        List.of(
                                full,
                                blocked,
                                otherRegime,
                                at("beyond", day(2), 2, 0),
                                at("early", day(1).minusMillis(1), 0, 0),
                                at("overlap", day(4), 0, 0),
                                at("touching", day(4).plusSeconds(1200), 0, 0),
                                at("good", day(1), 1, 0))));
        SearchRequest phone = new SearchRequest(
                List.of("89.7"),
                AgendaRegime.SSN,
                null,
                Channel.PHONE,
                BookingClass.D,
                NOW,
                null,
                1,
                List.of(),
                Duration.ZERO,
                Duration.ZERO);
        assertEquals(List.of(), ranked(phone, List.of(at("desk only", day(1), 0, 0))));
    }

    @Test
    @Tag("R-BOO-6")
    void allRowsTogetherWhenAClassAllowsOtherwiseLinked() {
        Activity both = activity("A1", Set.of("89.7", "89.52"), Set.of("G"));
        Agenda grouped =
                agenda("GR", List.of(both), List.of(), List.of(GroupingClass.of("G", Set.of("89.7", "89.52"))));
        Activity visit = activity("A2", Set.of("89.7"), Set.of());
        Activity trace = activity("A3", Set.of("89.52"), Set.of());
        Agenda apart = agenda("AP", List.of(visit, trace), List.of(), List.of());
        Candidate one = new Candidate(slot("both", grouped, both, day(4), null), grouped, both, 0, 0);
        Candidate v1 = new Candidate(slot("v1", apart, visit, day(1), null), apart, visit, 0, 0);
        Candidate early = new Candidate(slot("t0", apart, trace, day(1).plusSeconds(600), null), apart, trace, 0, 0);
        Candidate t1 = new Candidate(slot("t1", apart, trace, day(1).plusSeconds(1200), null), apart, trace, 0, 0);
        Candidate v2 = new Candidate(slot("v2", apart, visit, day(2), null), apart, visit, 0, 0);
        List<String> rows = List.of("89.7", "89.52");
        assertEquals(List.of("both"), ranked(request(rows, day(5), BookingClass.D), List.of(one, v1, early, t1, v2)));
        assertEquals(
                List.of("v1+t1", "both"),
                ranked(request(rows, day(3), BookingClass.D), List.of(one, v1, early, t1, v2)),
                "together only outside the limit: linked ones come first");
        assertEquals(List.of(), ranked(request(rows, day(3), BookingClass.D), List.of(v2, t1)), "order of the rows");
    }

    @Test
    void linkedPlacesKeepTheirGaps() {
        Activity visit = activity("A2", Set.of("89.7"), Set.of());
        Activity trace = activity("A3", Set.of("89.52"), Set.of());
        Agenda apart = agenda("AP", List.of(visit, trace), List.of(), List.of());
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(new Candidate(slot("v", apart, visit, day(1), null), apart, visit, 0, 0));
        for (int minutes = 20; minutes <= 120; minutes += 20) {
            Instant start = day(1).plus(Duration.ofMinutes(minutes));
            candidates.add(new Candidate(slot("t" + minutes, apart, trace, start, null), apart, trace, 0, 0));
        }
        SearchRequest request = new SearchRequest(
                List.of("89.7", "89.52"),
                AgendaRegime.SSN,
                null,
                Channel.DESK,
                BookingClass.D,
                NOW,
                null,
                0,
                List.of(),
                Duration.ofMinutes(40),
                Duration.ofMinutes(60));
        assertEquals(List.of("v+t60"), ranked(request, candidates));
        candidates.removeIf(one -> Set.of("t60", "t80").contains(one.slot().id()));
        assertEquals(List.of(), ranked(request, candidates), "the next is beyond the longest gap");
    }

    @Test
    void privatePracticeIsSearchedForOneDoctor() {
        Agenda doctor = new Agenda(
                "LP", "LP", "U1", "S1", AgendaRegime.PRIVATE_PRACTICE, "DOC1", List.of(VISIT), List.of(), List.of());
        Agenda another = new Agenda(
                "LQ", "LQ", "U1", "S1", AgendaRegime.PRIVATE_PRACTICE, "DOC2", List.of(VISIT), List.of(), List.of());
        SearchRequest request = new SearchRequest(
                List.of("89.7"),
                AgendaRegime.PRIVATE_PRACTICE,
                "DOC1",
                Channel.DESK,
                null,
                NOW,
                null,
                2,
                List.of(),
                Duration.ZERO,
                Duration.ZERO);
        assertEquals(
                List.of("mine"),
                ranked(
                        request,
                        List.of(
                                new Candidate(slot("mine", doctor, VISIT, day(2), null), doctor, VISIT, 0, 0),
                                new Candidate(slot("other", another, VISIT, day(1), null), another, VISIT, 0, 0),
                                at("ssn", day(1), 0, 0))));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SearchRequest(
                        List.of("89.7"),
                        AgendaRegime.SSN,
                        "DOC1",
                        Channel.DESK,
                        null,
                        NOW,
                        null,
                        2,
                        List.of(),
                        Duration.ZERO,
                        Duration.ZERO));
    }

    @Test
    void onlySoManyAndTheSameOrderOnEveryDesk() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            candidates.add(at("S" + i, day(1 + i % 3), i % 2, i % 5));
        }
        SearchRequest request = request(List.of("89.7"), null, BookingClass.P);
        SearchOutcome once = AvailabilitySearch.rank(request, candidates, NOW, 10);
        Collections.shuffle(candidates, new Random(9));
        assertEquals(once, AvailabilitySearch.rank(request, candidates, NOW, 10));
        assertEquals(10, once.offers().size());
    }
}
