package it.sportello.backend.sample;

import it.sportello.api.Json;
import it.sportello.api.Prescriptions.ServiceRow;
import it.sportello.backend.sample.Orders.Booking;
import it.sportello.backend.sample.Orders.Due;
import it.sportello.backend.sample.Orders.Prescription;
import it.sportello.backend.sample.Orders.Row;
import it.sportello.domain.agenda.BookingState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prescriptions, bookings, dues and exemptions as rows of the schema. */
final class OrderTables {
    private final SampleAuthority sample;
    private final LocalDate today;
    private final List<CopyTable<?>> tables = new ArrayList<>();

    /** A row of something, with its number from 1. */
    private record Numbered<W>(W whole, int number, Row row) {}

    private record Counter(String name, long last) {}

    OrderTables(SampleAuthority sample) {
        this.sample = sample;
        this.today = sample.today();
    }

    List<CopyTable<?>> all() {
        exemptions();
        prescriptions();
        dues();
        bookings();
        Orders orders = sample.orders();
        List<Counter> counters = List.of(
                new Counter("booking", orders.bookings().size()),
                new Counter("protocol", orders.exemptions().size()));
        table("yearly_counter", "name year last", counters, it -> new Object[] {it.name(), today.getYear(), it.last()});
        return tables;
    }

    private <T> void table(String name, String columns, List<T> things, CopyTable.Row<T> row) {
        tables.add(new CopyTable<>(name, Arrays.asList(columns.split(" ")), things, row));
    }

    private void exemptions() {
        table(
                "exemption",
                "id person_id code valid_from valid_to source certificate_issuer certificate_date income_year "
                        + "protocol_number",
                sample.orders().exemptions(),
                it -> new Object[] {
                    it.id(),
                    it.personId(),
                    it.code(),
                    it.validFrom(),
                    it.validTo(),
                    it.source(),
                    it.certificateIssuer(),
                    it.certificateDate(),
                    it.incomeYear(),
                    it.protocolNumber()
                });
    }

    private void prescriptions() {
        List<Prescription> all = sample.orders().prescriptions();
        table(
                "prescription",
                "number support person_id issued_on prescriber priority_class access_type exemption_code state "
                        + "taken_by taken_at",
                all,
                it -> new Object[] {
                    it.number(),
                    it.support(),
                    it.personId(),
                    it.issuedOn(),
                    it.prescriber(),
                    it.priorityClass(),
                    it.accessType(),
                    it.exemptionCode(),
                    it.state(),
                    it.takenBy(),
                    it.takenAt()
                });
        List<Numbered<Prescription>> rows = new ArrayList<>();
        for (Prescription prescription : all) {
            number(prescription, prescription.rows(), rows);
        }
        table("prescription_row", "prescription_number row_number service_code quantity", rows, it -> new Object[] {
            it.whole().number(), it.number(), it.row().serviceCode(), it.row().quantity()
        });
    }

    private static <W> void number(W whole, List<Row> rows, List<Numbered<W>> into) {
        for (int i = 0; i < rows.size(); i++) {
            into.add(new Numbered<>(whole, i + 1, rows.get(i)));
        }
    }

    private void dues() {
        table(
                "due",
                "id person_id kind regime amount_cents description reference_date prescription_number notice_number "
                        + "exemption_code rows state",
                sample.orders().dues(),
                this::due);
    }

    private @Nullable Object[] due(Due due) {
        Prescription prescription = due.prescription();
        List<ServiceRow> rows = due.rows().stream()
                .map(row -> serviceRow(row, due.referenceDate()))
                .toList();
        return new Object[] {
            due.id(),
            due.personId(),
            due.kind(),
            due.regime(),
            due.amountCents(),
            due.description(),
            due.referenceDate(),
            prescription == null ? null : prescription.number(),
            due.noticeNumber(),
            prescription == null ? null : prescription.exemptionCode(),
            rows.isEmpty() ? "[]" : Json.strict().writeValueAsString(rows),
            due.state()
        };
    }

    private ServiceRow serviceRow(Row row, LocalDate day) {
        Nomenclature.Service service = sample.nomenclature().of(row.serviceCode());
        return new ServiceRow(
                service.code(),
                service.catalogueCode(),
                service.description(),
                row.quantity(),
                service.branch(),
                service.kind(),
                service.cents(day));
    }

    private void bookings() {
        List<Booking> all = sample.orders().bookings();
        table(
                "booking",
                "id number person_id slot_id state origin prescription_number priority_class access_type contact_at "
                        + "limit_date first_offer_date exemption_code due_id language cancel_by accepted_at",
                all,
                OrderTables::booking);
        List<Numbered<Booking>> rows = new ArrayList<>();
        List<Booking> uses = new ArrayList<>();
        for (Booking booking : all) {
            number(booking, booking.rows(), rows);
            if (booking.prescription() != null
                    && BookingState.valueOf(booking.state()).usesPrescription()) {
                uses.add(booking);
            }
        }
        table("booking_service", "booking_id row_number service_code quantity tariff_cents", rows, it -> new Object[] {
            it.whole().id(),
            it.number(),
            it.row().serviceCode(),
            it.row().quantity(),
            sample.nomenclature().of(it.row().serviceCode()).cents(today)
        });
        table("prescription_use", "prescription_number order_id open", uses, it -> new Object[] {
            it.prescription() == null ? null : it.prescription().number(),
            it.orderId(),
            BookingState.valueOf(it.state()).isStanding()
        });
    }

    private static @Nullable Object[] booking(Booking booking) {
        Prescription prescription = booking.prescription();
        return new Object[] {
            booking.id(),
            booking.number(),
            booking.personId(),
            booking.slotId(),
            booking.state(),
            booking.origin(),
            prescription == null ? null : prescription.number(),
            booking.priorityClass(),
            booking.accessType(),
            booking.contactAt(),
            booking.limitDate(),
            booking.firstOfferDate(),
            prescription == null ? null : prescription.exemptionCode(),
            booking.dueId(),
            booking.language(),
            booking.cancelBy(),
            booking.acceptedAt()
        };
    }
}
