package it.sportello.backend.booking;

import it.sportello.api.Bookings.AvailabilityQuery;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.store.Rome;
import it.sportello.domain.agenda.AgendaRegime;
import it.sportello.domain.agenda.BookingClass;
import it.sportello.domain.agenda.Channel;
import it.sportello.domain.agenda.SearchRequest;
import it.sportello.domain.agenda.TimeSpan;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.AccessType;
import it.sportello.domain.prescription.PriorityClass;
import it.sportello.domain.prescription.ServiceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a query of the wire means for the rule of the domain. */
record SearchTerms(
        AvailabilityQuery query,
        @Nullable BookingClass bookingClass,
        Instant earliest,
        @Nullable Instant limit,
        Optional<LocalDate> limitDate,
        List<TimeSpan> busy) {
    /** Between the end of a linked appointment and the next one: time to change room, and still the same visit. */
    private static final Duration LEAST_GAP = Duration.ofMinutes(10);

    private static final Duration MOST_GAP = Duration.ofHours(8);

    private record Service(String code, String kind, int leadDays) {}

    static SearchTerms of(
            Handle handle, AvailabilityQuery query, Parameters parameters, List<TimeSpan> busy, Instant now) {
        List<Service> services = services(handle, query);
        Instant earliest = earliest(query, services, now);
        BookingClass bookingClass = bookingClass(query);
        if (bookingClass == null || !bookingClass.isPriority()) {
            return new SearchTerms(query, bookingClass, earliest, null, Optional.empty(), busy);
        }
        Instant contact = query.contactAt().isAfter(now) ? now : query.contactAt();
        PriorityClass priority = PriorityClass.valueOf(bookingClass.name());
        ServiceKind kind = ServiceKind.valueOf(services.getFirst().kind());
        Instant limit = Rome.instant(priority.latestStart(Rome.civil(contact), kind, null, parameters));
        return new SearchTerms(query, bookingClass, earliest, limit, Optional.of(Rome.day(limit)), busy);
    }

    /** The request of one doctor in private practice, or of the unit elsewhere. */
    SearchRequest request(@Nullable String doctor) {
        return new SearchRequest(
                query.serviceCodes(),
                AgendaRegime.valueOf(query.regime()),
                doctor,
                Channel.DESK,
                bookingClass,
                earliest,
                limit,
                query.widen(),
                busy,
                LEAST_GAP,
                MOST_GAP);
    }

    private static List<Service> services(Handle handle, AvailabilityQuery query) {
        List<Service> services = handle.createQuery(
                        "select code, kind, lead_days from service where code = any(:codes)")
                .bind("codes", query.serviceCodes().toArray(String[]::new))
                .map((row, context) ->
                        new Service(row.getString("code"), row.getString("kind"), row.getInt("lead_days")))
                .list();
        if (services.size() != query.serviceCodes().size()) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "serviceCodes", "SERVICE_UNKNOWN");
        }
        return services;
    }

    /** Not before the date wanted, nor before the preparation can be done. */
    private static Instant earliest(AvailabilityQuery query, List<Service> services, Instant now) {
        int lead = services.stream().mapToInt(Service::leadDays).max().orElse(0);
        LocalDate today = Rome.day(now);
        LocalDate first =
                query.from().filter(it -> it.isAfter(today.plusDays(lead))).orElse(today.plusDays(lead));
        return first.equals(today) ? now : Rome.instant(first.atStartOfDay());
    }

    /** Checks and follow-ups have places of their own and no class; private practice has none either. */
    private static @Nullable BookingClass bookingClass(AvailabilityQuery query) {
        if (query.regime().equals(AgendaRegime.PRIVATE_PRACTICE.name())) {
            return null;
        }
        if (!query.regime().equals(AgendaRegime.SSN.name())) {
            throw Refusal.of(ProblemCode.MALFORMED, "regime of a search");
        }
        if (query.accessType().equals(Optional.of(AccessType.OTHER.code()))) {
            return BookingClass.CONTROL;
        }
        return query.priorityClass().map(SearchTerms::priority).orElse(null);
    }

    private static BookingClass priority(String letter) {
        if (!letter.matches("[UBDP]")) {
            throw Refusal.of(ProblemCode.MALFORMED, "priority class");
        }
        return BookingClass.valueOf(letter);
    }
}
