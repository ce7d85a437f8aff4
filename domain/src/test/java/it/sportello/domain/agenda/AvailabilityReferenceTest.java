package it.sportello.domain.agenda;

import static it.sportello.domain.agenda.AgendaFixtures.NOW;
import static it.sportello.domain.agenda.AgendaFixtures.activity;
import static it.sportello.domain.agenda.AgendaFixtures.agenda;
import static it.sportello.domain.agenda.AgendaFixtures.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search against a second one that knows no index and no shortcut: it tries every combination of places. */
@Tag("R-BOO-5")
@Tag("R-BOO-6")
class AvailabilityReferenceTest {
    private static final List<String> SERVICES = List.of("89.7", "89.52", "88.72.1");
    private static final List<BookingClass> CLASSES = List.of(BookingClass.values());

    /** A world of agendas, simple and complex, with its candidates. */
    private static final class World {
        private final Random random;
        private final List<Candidate> candidates = new ArrayList<>();

        World(long seed) {
            random = new Random(seed);
            int agendas = 1 + random.nextInt(4);
            for (int i = 0; i < agendas; i++) {
                Agenda agenda = agendaOf(i);
                for (Activity activity : agenda.activities()) {
                    int slots = random.nextInt(5);
                    for (int j = 0; j < slots; j++) {
                        candidates.add(candidate(agenda, activity, candidates.size()));
                    }
                }
            }
        }

        private Agenda agendaOf(int number) {
            List<GroupingClass> classes = List.of(
                    GroupingClass.of("ALL", Set.copyOf(SERVICES)),
                    new GroupingClass("PAIR", Set.copyOf(SERVICES), Set.of("89.7"), Set.of("88.72.1")));
            List<Activity> activities = new ArrayList<>();
            int size = 1 + random.nextInt(3);
            for (int i = 0; i < size; i++) {
                activities.add(activityOf("A" + number + "." + i));
            }
            AgendaRegime regime = random.nextInt(6) == 0 ? AgendaRegime.INTERNAL : AgendaRegime.SSN;
            return new Agenda("AG" + number, "", "U1", "SITE1", regime, null, activities, List.of(), classes);
        }

        private Activity activityOf(String id) {
            Set<String> services = new HashSet<>();
            SERVICES.stream().filter(one -> random.nextInt(3) > 0).forEach(services::add);
            Set<String> classes = random.nextInt(4) == 0 ? Set.of(random.nextBoolean() ? "ALL" : "PAIR") : Set.of();
            Set<Channel> channels = random.nextInt(6) == 0 ? Set.of(Channel.WEB) : Set.of(Channel.DESK, Channel.WEB);
            BookingClass reserved = random.nextInt(4) == 0 ? CLASSES.get(random.nextInt(CLASSES.size())) : null;
            return new Activity(
                    id,
                    id,
                    services,
                    classes,
                    Duration.ofMinutes(10L * (1 + random.nextInt(6))),
                    1 + random.nextInt(2),
                    channels,
                    reserved,
                    Duration.ofHours(random.nextInt(60)));
        }

        private Candidate candidate(Agenda agenda, Activity activity, int number) {
            Instant start = NOW.plus(Duration.ofMinutes(30L * random.nextInt(120) - 60));
            Slot slot = slot("S%03d".formatted(number), agenda, activity, start, activity.reserved());
            if (random.nextInt(8) == 0) {
                slot = AgendaFixtures.held(slot);
            }
            if (random.nextInt(10) == 0) {
                slot = slot.withCondition(random.nextBoolean() ? Slot.Condition.BLOCKED : Slot.Condition.CLOSED);
            }
            return new Candidate(slot, agenda, activity, random.nextInt(4), 100 * random.nextInt(4));
        }

        SearchRequest request(int services) {
            List<String> asked = new ArrayList<>(SERVICES);
            Collections.shuffle(asked, random);
            Instant busy = NOW.plus(Duration.ofMinutes(30L * random.nextInt(100)));
            Duration least = Duration.ofMinutes(10L * random.nextInt(6));
            return new SearchRequest(
                    asked.subList(0, services),
                    AgendaRegime.SSN,
                    null,
                    Channel.DESK,
                    random.nextInt(5) == 0 ? null : CLASSES.get(random.nextInt(CLASSES.size())),
                    NOW.plus(Duration.ofMinutes(60L * random.nextInt(10))),
                    random.nextInt(4) == 0 ? null : NOW.plus(Duration.ofHours(random.nextInt(60))),
                    random.nextInt(4),
                    random.nextBoolean() ? List.of() : List.of(new TimeSpan(busy, busy.plus(Duration.ofHours(3)))),
                    least,
                    least.plus(Duration.ofMinutes(30L * random.nextInt(40))));
        }
    }

    /** Whether a place may be used, rule by rule as the reference text lists them. */
    private static boolean usable(SearchRequest request, Candidate one) {
        Slot slot = one.slot();
        if (one.agenda().regime() != request.regime()
                || !one.activity().channels().contains(request.channel())) {
            return false;
        }
        if (one.territoryLevel() > request.widestTerritory()) {
            return false;
        }
        boolean free = slot.condition() == Slot.Condition.IN_USE && slot.booked() + slot.held() < slot.capacity();
        if (!free || slot.start().isBefore(request.earliest()) || !slot.start().isAfter(NOW)) {
            return false;
        }
        Instant end = slot.start().plus(slot.duration());
        for (TimeSpan busy : request.busy()) {
            if (slot.start().isBefore(busy.to()) && busy.from().isBefore(end)) {
                return false;
            }
        }
        return classFits(slot, request.bookingClass());
    }

    private static boolean classFits(Slot slot, @Nullable BookingClass asked) {
        if (slot.reserved() == null) {
            return true;
        }
        List<BookingClass> byUrgency = List.of(BookingClass.U, BookingClass.B, BookingClass.D, BookingClass.P);
        int kept = byUrgency.indexOf(slot.reserved());
        int wanted = asked == null ? -1 : byUrgency.indexOf(asked);
        if (kept < 0 || wanted < 0) {
            return slot.reserved() == asked;
        }
        Instant release = slot.releaseAt();
        return wanted <= kept || (release != null && !NOW.isBefore(release));
    }

    private static List<List<Candidate>> together(SearchRequest request, List<Candidate> candidates) {
        List<List<Candidate>> found = new ArrayList<>();
        for (Candidate one : candidates) {
            boolean single = request.services().size() == 1
                    && one.activity().services().contains(request.services().get(0));
            boolean byClass = false;
            for (GroupingClass grouping : one.agenda().groupingClasses()) {
                boolean excluded = request.services().stream()
                        .anyMatch(service -> grouping.excluded().contains(service));
                byClass |= one.activity().groupingClasses().contains(grouping.id())
                        && grouping.services().containsAll(request.services())
                        && request.services().containsAll(grouping.mandatory())
                        && !excluded;
            }
            if (single || (request.services().size() > 1 && byClass)) {
                found.add(List.of(one));
            }
        }
        return found;
    }

    /** Every chain of places, one for each service, that keeps the gaps. */
    private static List<List<Candidate>> chains(SearchRequest request, List<Candidate> candidates) {
        List<List<Candidate>> chains = new ArrayList<>(List.of(List.of()));
        for (String service : request.services()) {
            List<List<Candidate>> longer = new ArrayList<>();
            for (List<Candidate> chain : chains) {
                for (Candidate one : candidates) {
                    if (one.activity().services().contains(service) && follows(request, chain, one)) {
                        List<Candidate> more = new ArrayList<>(chain);
                        more.add(one);
                        longer.add(more);
                    }
                }
            }
            chains = longer;
        }
        return chains;
    }

    private static boolean follows(SearchRequest request, List<Candidate> chain, Candidate next) {
        if (chain.isEmpty()) {
            return true;
        }
        Instant end = chain.get(chain.size() - 1).slot().end();
        Duration gap = Duration.between(end, next.slot().start());
        return gap.compareTo(request.leastGap()) >= 0 && gap.compareTo(request.mostGap()) <= 0;
    }

    private static Instant lastStart(List<Candidate> parts) {
        return parts.get(parts.size() - 1).slot().start();
    }

    private static boolean inside(SearchRequest request, List<Candidate> parts) {
        Instant limit = request.limit();
        return limit == null
                || parts.stream().noneMatch(part -> part.slot().start().isAfter(limit));
    }

    private static String line(SearchRequest request, List<Candidate> parts) {
        return (inside(request, parts) ? "in " : "out ") + parts.get(0).slot().start() + " " + lastStart(parts) + " "
                + parts.get(0).slot().id() + " " + parts.size();
    }

    /** What has to come out: for linked places the soonest chain of every first place. */
    private static List<String> expected(SearchRequest request, List<Candidate> candidates) {
        List<Candidate> usable =
                candidates.stream().filter(one -> usable(request, one)).toList();
        List<List<Candidate>> found = together(request, usable);
        boolean insideTogether = found.stream().anyMatch(parts -> inside(request, parts));
        if (request.services().size() > 1 && !insideTogether) {
            Map<String, List<Candidate>> soonest = new TreeMap<>();
            for (List<Candidate> chain : chains(request, usable)) {
                soonest.merge(
                        chain.get(0).slot().id(),
                        chain,
                        (one, other) -> lastStart(other).isBefore(lastStart(one)) ? other : one);
            }
            boolean nothing = found.isEmpty();
            soonest.values().stream()
                    .filter(chain -> nothing || inside(request, chain))
                    .forEach(found::add);
        }
        return found.stream().map(parts -> line(request, parts)).sorted().toList();
    }

    private static List<String> actual(SearchRequest request, SearchOutcome outcome) {
        return outcome.offers().stream()
                .map(offer -> line(
                        request,
                        offer.parts().stream().map(Offer.Part::candidate).toList()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void findsWhatTryingEverythingFinds(int services) {
        int offers = 0;
        int nothing = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            World world = new World(1_000L * services + seed);
            SearchRequest request = world.request(services);
            SearchOutcome outcome = AvailabilitySearch.rank(request, world.candidates, NOW, Integer.MAX_VALUE);
            List<String> expected = expected(request, world.candidates);
            assertEquals(expected, actual(request, outcome).stream().sorted().toList(), "seed " + seed);
            assertEquals(expected.stream().noneMatch(line -> line.startsWith("in")), outcome.isNothingInside());
            offers += expected.size();
            nothing += expected.isEmpty() ? 1 : 0;
        }
        assertTrue(offers > 500, "offers " + offers);
        assertTrue(nothing > 50, "searches without a place " + nothing);
    }

    @Test
    void theRankIsInsideThenEarliestThenNearestAndTheSameOnEveryDesk() {
        for (int seed = 0; seed < 1_000; seed++) {
            World world = new World(50_000L + seed);
            SearchRequest request = world.request(1 + seed % 3);
            List<Offer> offers = AvailabilitySearch.rank(request, world.candidates, NOW, Integer.MAX_VALUE)
                    .offers();
            Comparator<Offer> order = Comparator.comparing((Offer offer) -> !offer.insideLimit())
                    .thenComparing(Offer::start)
                    .thenComparing(Offer::lastStart)
                    .thenComparingInt(Offer::territoryLevel)
                    .thenComparingInt(Offer::distanceMetres);
            for (int i = 1; i < offers.size(); i++) {
                assertTrue(order.compare(offers.get(i - 1), offers.get(i)) <= 0, "seed " + seed);
            }
            List<Candidate> shuffled = new ArrayList<>(world.candidates);
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(
                    offers,
                    AvailabilitySearch.rank(request, shuffled, NOW, Integer.MAX_VALUE)
                            .offers());
            int most = seed % 4;
            assertEquals(
                    offers.subList(0, Math.min(most, offers.size())),
                    AvailabilitySearch.rank(request, shuffled, NOW, most).offers(),
                    "fewer are the first of all");
        }
    }

    @Test
    void everyOfferKeepsItsPromises() {
        for (int seed = 0; seed < 1_000; seed++) {
            World world = new World(90_000L + seed);
            SearchRequest request = world.request(2 + seed % 2);
            for (Offer offer :
                    AvailabilitySearch.rank(request, world.candidates, NOW, 100).offers()) {
                List<String> served = new ArrayList<>();
                Instant end = null;
                for (Offer.Part part : offer.parts()) {
                    served.addAll(part.services());
                    assertTrue(usable(request, part.candidate()));
                    if (end != null) {
                        Duration gap =
                                Duration.between(end, part.candidate().slot().start());
                        assertFalse(gap.compareTo(request.leastGap()) < 0);
                        assertFalse(gap.compareTo(request.mostGap()) > 0);
                    }
                    end = part.candidate().slot().end();
                }
                assertEquals(request.services(), served, "all services, in their order");
                assertEquals(offer.parts().size(), Set.copyOf(offer.slotIds()).size(), "no place twice");
                assertEquals(offer.parts().size() == 1, offer.isTogether());
            }
        }
    }

    /** A visit, an examination and a check: the first examination in time leads nowhere, the second one does. */
    @Test
    void aLaterPlaceIsTakenWhenTheEarliestLeadsNowhere() {
        Activity visit = activity("V", Set.of("89.7"), Set.of());
        Activity trace = activity("T", Set.of("89.52"), Set.of());
        Activity echo = activity("E", Set.of("88.72.1"), Set.of());
        Agenda agenda = agenda("AG", List.of(visit, trace, echo), List.of(), List.of());
        List<Candidate> candidates = List.of(
                at("v", agenda, visit, 60),
                at("t early", agenda, trace, 90),
                at("t late", agenda, trace, 180),
                at("e", agenda, echo, 300));
        SearchRequest request = new SearchRequest(
                SERVICES,
                AgendaRegime.SSN,
                null,
                Channel.DESK,
                BookingClass.D,
                NOW,
                null,
                2,
                List.of(),
                Duration.ZERO,
                Duration.ofHours(2));
        Offer offer = AvailabilitySearch.rank(request, candidates, NOW, 1).first();
        assertEquals(List.of("v", "t late", "e"), offer == null ? List.of() : offer.slotIds());
    }

    /** A long examination that begins first ends too late for the limit of the class; a short one does not. */
    @Test
    void theSoonestChainDecidesWhetherTheLimitIsKept() {
        Activity visit = activity("V", Set.of("89.7"), Set.of());
        Activity brief = activity("B", Set.of("89.52"), Set.of());
        Activity lengthy = new Activity(
                "L", "L", Set.of("89.52"), Set.of(), Duration.ofHours(3), 1, Set.of(Channel.DESK), null, Duration.ZERO);
        Activity echo = activity("E", Set.of("88.72.1"), Set.of());
        Agenda agenda = agenda("AG", List.of(visit, brief, lengthy, echo), List.of(), List.of());
        List<Candidate> candidates = List.of(
                at("v", agenda, visit, 60),
                at("long", agenda, lengthy, 90),
                at("short", agenda, brief, 100),
                at("e early", agenda, echo, 180),
                at("e late", agenda, echo, 400));
        SearchRequest request = new SearchRequest(
                SERVICES,
                AgendaRegime.SSN,
                null,
                Channel.DESK,
                BookingClass.U,
                NOW,
                NOW.plus(Duration.ofMinutes(200)),
                2,
                List.of(),
                Duration.ZERO,
                Duration.ofDays(1));
        SearchOutcome outcome = AvailabilitySearch.rank(request, candidates, NOW, 1);
        Offer offer = outcome.first();
        assertEquals(List.of("v", "short", "e early"), offer == null ? List.of() : offer.slotIds());
        assertFalse(outcome.isNothingInside());
    }

    private static Candidate at(String id, Agenda agenda, Activity activity, int minutes) {
        Slot slot = slot(id, agenda, activity, NOW.plus(Duration.ofMinutes(minutes)), null);
        return new Candidate(slot, agenda, activity, 0, 0);
    }

    @Test
    void theWorldsHoldEveryKindOfPlace() {
        EnumSet<SlotState> states = EnumSet.noneOf(SlotState.class);
        int complex = 0;
        for (int seed = 0; seed < 300; seed++) {
            for (Candidate one : new World(seed).candidates) {
                states.add(one.slot().state());
                complex += one.agenda().complex() ? 1 : 0;
            }
        }
        assertEquals(EnumSet.complementOf(EnumSet.of(SlotState.BOOKED)), states);
        assertTrue(complex > 100, "places of complex agendas " + complex);
    }
}
