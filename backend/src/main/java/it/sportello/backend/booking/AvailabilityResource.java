package it.sportello.backend.booking;

import it.sportello.api.Bookings.AvailabilityQuery;
import it.sportello.api.Bookings.Offers;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.person.PersonRows;
import it.sportello.backend.session.Caller;
import it.sportello.backend.session.ParameterTables;
import it.sportello.backend.store.Database;
import it.sportello.backend.store.Rome;
import it.sportello.domain.agenda.AvailabilitySearch;
import it.sportello.domain.agenda.Candidate;
import it.sportello.domain.agenda.Offer;
import it.sportello.domain.agenda.SearchRequest;
import it.sportello.domain.agenda.Slot;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The first valid places: candidates by SQL, ranked by the rule of the domain. */
public final class AvailabilityResource {
    private static final int MOST_OFFERS = 50;
    private static final int MOST_SERVICES = 8;
    /** Places read beyond the offers wanted: some are on hold, or at a time when the person is elsewhere. */
    private static final int MARGIN = 40;
    /** Places read for each activity when several appointments have to be linked. */
    private static final int LINKED_PLACES = 400;

    private static final int OUT_OF_CLASS = 3;
    /** The reference server has no map: another municipality counts as this far, in metres. */
    private static final int OTHER_MUNICIPALITY = 10_000;

    private final Database database;
    private final Clock clock;
    private final ParameterTables parameters;

    public AvailabilityResource(Database database, Clock clock, ParameterTables parameters) {
        this.database = database;
        this.clock = clock;
        this.parameters = parameters;
    }

    /** POST availability. */
    public Answer search(Caller caller, Call call) {
        AvailabilityQuery query = call.body(AvailabilityQuery.class);
        refuseForm(query);
        return Answer.ok(database.read(handle -> search(handle, caller, query)));
    }

    private static void refuseForm(AvailabilityQuery query) {
        int services = query.serviceCodes().size();
        if (services < 1 || services > MOST_SERVICES || new TreeSet<>(query.serviceCodes()).size() != services) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "serviceCodes", "SERVICES_NONE_MANY_OR_TWICE");
        }
        if (query.limit() < 1 || query.limit() > MOST_OFFERS || query.widen() < 0 || query.widen() > OUT_OF_CLASS) {
            throw Refusal.of(ProblemCode.MALFORMED, "limit or widening out of range");
        }
    }

    private Offers search(Handle handle, Caller caller, AvailabilityQuery query) {
        Instant now = clock.instant();
        PersonRows.Brief person = PersonRows.brief(handle, query.personId())
                .orElseThrow(() -> Refusal.of(ProblemCode.PERSON_UNKNOWN, "no such person"));
        SearchTerms terms = SearchTerms.of(
                handle, query, parameters.at(handle, caller.siteId()), BookingRows.busy(handle, query.personId()), now);
        List<Activities> found = activities(handle, query);
        Map<String, AgendaRows.Placed> agendas = AgendaRows.load(
                handle, found.stream().map(Activities::agendaId).collect(Collectors.toCollection(TreeSet::new)));
        List<Candidate> candidates = candidates(handle, found, agendas, person, terms, query, now);
        List<Offer> ranked = rank(terms, candidates, now, query.limit());
        List<Offer> shown = query.widen() == OUT_OF_CLASS
                ? ranked
                : ranked.stream().filter(Offer::insideLimit).toList();
        OfferViews views = new OfferViews(handle, query, agendas);
        return new Offers(views.of(shown), terms.limitDate(), nothingReason(found, candidates, ranked, shown));
    }

    private record Activities(String id, String agendaId) {}

    /** The activities in which at least one of the services may be booked. */
    private static List<Activities> activities(Handle handle, AvailabilityQuery query) {
        return handle.createQuery("""
                        select a.id, a.agenda_id from activity a join agenda g on g.id = a.agenda_id
                        where g.regime = :regime and a.id in (
                            select s.activity_id from activity_service s where s.service_code = any(:services)
                            union select ac.activity_id from activity_class ac
                            join grouping_class_service gs on gs.class_id = ac.class_id
                            where gs.service_code = any(:services) and gs.rule <> 'EXCLUDED')""")
                .bind("regime", query.regime())
                .bind("services", query.serviceCodes().toArray(String[]::new))
                .map((row, context) -> new Activities(row.getString("id"), row.getString("agenda_id")))
                .list();
    }

    private static List<Candidate> candidates(
            Handle handle,
            List<Activities> activities,
            Map<String, AgendaRows.Placed> agendas,
            PersonRows.Brief person,
            SearchTerms terms,
            AvailabilityQuery query,
            Instant now) {
        int most = query.serviceCodes().size() == 1 ? query.limit() + MARGIN : LINKED_PLACES;
        List<String> ids = activities.stream()
                .filter(it -> level(agendas.get(it.agendaId()), person) <= query.widen())
                .map(Activities::id)
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (Slot slot : SlotRows.free(handle, ids, Rome.civil(terms.earliest()), most, now)) {
            AgendaRows.Placed placed = Objects.requireNonNull(agendas.get(slot.agendaId()));
            int distance = placed.municipalityCode().equals(person.municipalityCode()) ? 0 : OTHER_MUNICIPALITY;
            candidates.add(new Candidate(
                    slot,
                    placed.agenda(),
                    Objects.requireNonNull(placed.agenda().activity(slot.activityId())),
                    level(placed, person),
                    distance));
        }
        return candidates;
    }

    /** 0 the person's own district, 1 the authority, 2 accredited structures. */
    private static int level(AgendaRows.@Nullable Placed placed, PersonRows.Brief person) {
        if (placed == null || placed.accredited()) {
            return 2;
        }
        return placed.districtCode().equals(person.districtCode()) ? 0 : 1;
    }

    /** In private practice one searches for one doctor at a time; the offers of all are shown by date. */
    private static List<Offer> rank(SearchTerms terms, List<Candidate> candidates, Instant now, int most) {
        Map<Optional<String>, SearchRequest> byDoctor = new HashMap<>();
        Set<Optional<String>> doctors = candidates.stream()
                .map(it -> Optional.ofNullable(it.agenda().doctorId()))
                .collect(Collectors.toSet());
        doctors.forEach(doctor -> byDoctor.put(doctor, terms.request(doctor.orElse(null))));
        return byDoctor.values().stream()
                .flatMap(request -> AvailabilitySearch.rank(request, candidates, now, most).offers().stream())
                .sorted(Comparator.comparing((Offer offer) -> !offer.insideLimit())
                        .thenComparing(offer -> byDoctor.size() == 1 ? Instant.EPOCH : offer.start()))
                .limit(most)
                .toList();
    }

    private static Optional<String> nothingReason(
            List<Activities> activities, List<Candidate> candidates, List<Offer> ranked, List<Offer> shown) {
        if (!shown.isEmpty()) {
            return Optional.empty();
        }
        if (!ranked.isEmpty()) {
            return Optional.of("NOTHING_INSIDE_LIMIT");
        }
        if (activities.isEmpty()) {
            return Optional.of("NO_AGENDA");
        }
        return Optional.of(candidates.isEmpty() ? "NOTHING_FREE_IN_TERRITORY" : "NOTHING_FREE_FOR_CLASS");
    }
}
