package it.sportello.backend.booking;

import it.sportello.api.Bookings.Book;
import it.sportello.api.Dues.DueView;
import it.sportello.api.Prescriptions.ServiceRow;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.person.ServiceRows;
import it.sportello.domain.money.Money;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.AccessType;
import it.sportello.domain.prescription.CoPayment;
import it.sportello.domain.prescription.Coverage;
import it.sportello.domain.till.DueKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a booking costs: the co-payment by the rule of the domain, or the doctor's price in private practice. */
final class BookingPrice {
    private BookingPrice() {}

    /**
     * The due of a booking; the day of the first appointment decides tariff and exemption.
     *
     * @return empty when nothing is owed
     */
    static Optional<DueView> due(
            Handle handle,
            Book book,
            List<BookedPlace> places,
            @Nullable BookedPrescription prescription,
            Parameters parameters,
            String id) {
        LocalDate delivery = places.getFirst().day();
        List<ServiceRow> rows =
                places.stream().flatMap(place -> place.services().stream()).toList();
        boolean isPrivate = book.regime().equals("PRIVATE_PRACTICE");
        Money amount = isPrivate
                ? privatePrice(handle, places)
                : coPayment(rows, prescription, parameters, delivery).total();
        if (!amount.isPositive()) {
            return Optional.empty();
        }
        DueKind kind = isPrivate ? DueKind.PRIVATE_PRACTICE : DueKind.SPECIALIST_COPAYMENT;
        return Optional.of(new DueView(
                id,
                book.personId(),
                kind.name(),
                book.regime(),
                amount.cents(),
                rows.stream().map(ServiceRow::description).distinct().collect(Collectors.joining("; ")),
                delivery,
                book.prescriptionNumber(),
                Optional.empty(),
                prescription == null ? Optional.empty() : prescription.row().exemptionCode(),
                isPrivate ? List.of() : rows,
                "OPEN",
                1));
    }

    private static CoPayment coPayment(
            List<ServiceRow> rows,
            @Nullable BookedPrescription prescription,
            Parameters parameters,
            LocalDate delivery) {
        Coverage coverage =
                prescription == null ? Coverage.NONE : prescription.standing().coverage();
        AccessType access = prescription == null ? null : prescription.access();
        return CoPayment.of(
                rows.stream().map(row -> ServiceRows.item(row, access)).toList(), coverage, parameters, delivery);
    }

    private static Money privatePrice(Handle handle, List<BookedPlace> places) {
        Money sum = Money.ZERO;
        for (BookedPlace place : places) {
            for (ServiceRow row : place.services()) {
                sum = sum.plus(price(handle, place, row.code()).times(row.quantity()));
            }
        }
        return sum;
    }

    private static Money price(Handle handle, BookedPlace place, String service) {
        return handle.createQuery("""
                        select cents from private_price
                        where agenda_id = :agenda and service_code = :service and valid_from <= :day
                          and (valid_to is null or valid_to >= :day)
                        order by valid_from desc limit 1""")
                .bind("agenda", place.slot().agendaId())
                .bind("service", service)
                .bind("day", place.day())
                .mapTo(Long.class)
                .findOne()
                .map(Money::ofCents)
                .orElseThrow(() -> ProblemMapper.broken(ProblemCode.RULE_BROKEN, "serviceCodes", "PRICE_MISSING"));
    }
}
