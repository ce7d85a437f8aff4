package it.sportello.backend.booking;

import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Prescriptions.ServiceRow;
import it.sportello.backend.store.Columns;
import it.sportello.backend.store.Rome;
import it.sportello.domain.agenda.Booking;
import it.sportello.domain.agenda.BookingState;
import it.sportello.domain.agenda.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Bookings as stored. */
public final class BookingRows {
    private static final String BOOKING = """
            select b.*, p.surname || ' ' || left(p.names, 1) || '.' as person_label, g.name as agenda_name, g.regime,
                   g.room, g.site_id, t.name as site_name, t.address, s.starts_at, s.duration_minutes,
                   coalesce(d.amount_cents, 0) as due_cents,
                   (select string_agg(distinct v.preparation, e'\\n') from booking_service bs
                    join service v on v.code = bs.service_code where bs.booking_id = b.id) as preparation
            from booking b
            join person p on p.id = b.person_id
            join slot s on s.id = b.slot_id
            join agenda g on g.id = s.agenda_id
            join site t on t.id = g.site_id
            left join due d on d.id = b.due_id
            """;

    private BookingRows() {}

    private record ServiceOf(String bookingId, ServiceRow row) {}

    public static List<BookingView> ofPerson(Handle handle, String personId) {
        return list(
                handle,
                handle.createQuery(BOOKING + "where b.person_id = :person order by s.starts_at, b.id")
                        .bind("person", personId));
    }

    static List<BookingView> ofDay(Handle handle, String siteId, LocalDate day) {
        return list(
                handle,
                handle.createQuery(BOOKING + """
                                where g.site_id = :site and s.starts_at >= :from and s.starts_at < :to
                                order by s.starts_at, b.id""")
                        .bind("site", siteId)
                        .bind("from", day.atStartOfDay())
                        .bind("to", day.plusDays(1).atStartOfDay()));
    }

    static Optional<BookingView> find(Handle handle, String id) {
        return list(handle, handle.createQuery(BOOKING + "where b.id = :id").bind("id", id)).stream()
                .findFirst();
    }

    /** When the person is elsewhere already. */
    static List<TimeSpan> busy(Handle handle, String personId) {
        return standing(handle, personId).stream().map(Standing::time).toList();
    }

    /** Open bookings of a person as the rules of the domain read them. */
    static List<Booking> asRules(Handle handle, String personId) {
        return standing(handle, personId).stream()
                .map(it -> booking(it.id(), personId, it))
                .toList();
    }

    /** Bookings on a prescription as the rules of the domain read them. */
    static List<Booking> onPrescription(Handle handle, String number) {
        return handle
                .createQuery(STANDING + "where b.prescription_number = :number")
                .bind("number", number)
                .map((row, context) -> standing(row))
                .list()
                .stream()
                .map(it -> booking(it.id(), "", it))
                .toList();
    }

    private static final String STANDING = """
            select b.id, b.slot_id, b.prescription_number, b.contact_at, b.state, s.starts_at, s.duration_minutes
            from booking b join slot s on s.id = b.slot_id
            """;

    private record Standing(
            String id, String slotId, Optional<String> prescription, Instant contactAt, String state, TimeSpan time) {}

    private static List<Standing> standing(Handle handle, String personId) {
        return handle
                .createQuery(STANDING + "where b.person_id = :person")
                .bind("person", personId)
                .map((row, context) -> standing(row))
                .list()
                .stream()
                .filter(it -> BookingState.valueOf(it.state()).isStanding())
                .toList();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Instant start = Rome.instant(Columns.civil(row, "starts_at"));
        return new Standing(
                row.getString("id"),
                row.getString("slot_id"),
                Columns.optionalText(row, "prescription_number"),
                Columns.instant(row, "contact_at"),
                row.getString("state"),
                new TimeSpan(start, start.plus(Duration.ofMinutes(row.getInt("duration_minutes")))));
    }

    private static Booking booking(String id, String personId, Standing row) {
        return new Booking(
                id,
                personId,
                row.slotId(),
                row.time(),
                List.of(),
                row.prescription().orElse(null),
                null,
                row.contactAt(),
                null,
                BookingState.valueOf(row.state()),
                List.of());
    }

    private static List<BookingView> list(Handle handle, Query query) {
        List<BookingView> bare =
                query.map((row, context) -> booking(row, List.of())).list();
        Map<String, List<ServiceRow>> services =
                services(handle, bare.stream().map(BookingView::id).toList());
        return bare.stream()
                .map(it -> withServices(it, services.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private static Map<String, List<ServiceRow>> services(Handle handle, Collection<String> bookings) {
        if (bookings.isEmpty()) {
            return new HashMap<>();
        }
        return handle
                .createQuery("""
                        select b.booking_id, b.quantity, b.tariff_cents, s.code, s.catalogue_code, s.description,
                               s.branch, s.kind
                        from booking_service b join service s on s.code = b.service_code
                        where b.booking_id = any(:ids) order by b.booking_id, b.row_number""")
                .bind("ids", bookings.toArray(String[]::new))
                .map((row, context) -> new ServiceOf(
                        row.getString("booking_id"),
                        new ServiceRow(
                                row.getString("code"),
                                row.getString("catalogue_code"),
                                row.getString("description"),
                                row.getInt("quantity"),
                                row.getString("branch"),
                                row.getString("kind"),
                                row.getLong("tariff_cents"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        ServiceOf::bookingId, Collectors.mapping(ServiceOf::row, Collectors.toList())));
    }

    private static BookingView booking(ResultSet row, List<ServiceRow> services) throws SQLException {
        return new BookingView(
                row.getString("id"),
                row.getString("number"),
                row.getString("person_id"),
                row.getString("person_label"),
                row.getString("state"),
                row.getString("regime"),
                row.getString("origin"),
                row.getString("agenda_name"),
                row.getString("site_id"),
                row.getString("site_name"),
                row.getString("address"),
                row.getString("room"),
                Columns.civil(row, "starts_at"),
                row.getInt("duration_minutes"),
                services,
                Columns.optionalText(row, "preparation"),
                Columns.optionalText(row, "prescription_number"),
                Columns.optionalText(row, "priority_class"),
                Columns.optionalDate(row, "limit_date"),
                Columns.optionalText(row, "exemption_code"),
                Columns.optionalText(row, "due_id"),
                row.getLong("due_cents"),
                Columns.date(row, "cancel_by"),
                row.getLong("version"));
    }

    private static BookingView withServices(BookingView bare, List<ServiceRow> services) {
        return new BookingView(
                bare.id(),
                bare.number(),
                bare.personId(),
                bare.personLabel(),
                bare.state(),
                bare.regime(),
                bare.origin(),
                bare.agendaName(),
                bare.siteId(),
                bare.siteName(),
                bare.address(),
                bare.room(),
                bare.startsAt(),
                bare.durationMinutes(),
                services,
                bare.preparation(),
                bare.prescriptionNumber(),
                bare.priorityClass(),
                bare.limitDate(),
                bare.exemptionCode(),
                bare.dueId(),
                bare.dueCents(),
                bare.cancelBy(),
                bare.version());
    }
}
