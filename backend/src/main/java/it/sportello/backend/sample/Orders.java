package it.sportello.backend.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for, booked and is owed. Amounts in cents; instants are UTC. */
public record Orders(
        List<Prescription> prescriptions, List<Booking> bookings, List<Due> dues, List<HeldExemption> exemptions) {

    /** A service and how many times. */
    public record Row(String serviceCode, int quantity) {}

    /**
     * A prescription in the central system, or on paper.
     *
     * @param support ELECTRONIC, PAPER or WHITE
     * @param state 1 to 10, of the central acceptance service
     */
    public record Prescription(
            String number,
            String support,
            String personId,
            LocalDate issuedOn,
            String prescriber,
            @Nullable String priorityClass,
            @Nullable String accessType,
            @Nullable String exemptionCode,
            int state,
            @Nullable String takenBy,
            @Nullable Instant takenAt,
            List<Row> rows) {
        @Override
        public String toString() {
            return "Prescription[state " + state + "]";
        }
    }

    /** An appointment; {@code orderId} is shared by the appointments of one prescription. */
    public record Booking(
            String id,
            String number,
            String orderId,
            String personId,
            String slotId,
            String state,
            String origin,
            @Nullable Prescription prescription,
            @Nullable String priorityClass,
            @Nullable String accessType,
            Instant contactAt,
            @Nullable LocalDate limitDate,
            @Nullable LocalDate firstOfferDate,
            @Nullable String dueId,
            String language,
            LocalDate cancelBy,
            @Nullable Instant acceptedAt,
            List<Row> rows) {
        @Override
        public String toString() {
            return "Booking[" + id + "]";
        }
    }

    /**
     * An amount owed.
     *
     * @param kind name of the domain's {@code DueKind}
     * @param rows the services behind a co-payment, empty for other kinds
     */
    public record Due(
            String id,
            String personId,
            String kind,
            String regime,
            long amountCents,
            String description,
            LocalDate referenceDate,
            @Nullable Prescription prescription,
            @Nullable String noticeNumber,
            String state,
            List<Row> rows) {
        @Override
        public String toString() {
            return "Due[" + id + "]";
        }
    }

    /** An exemption in the registry. */
    public record HeldExemption(
            String id,
            String personId,
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String source,
            @Nullable String certificateIssuer,
            @Nullable LocalDate certificateDate,
            @Nullable Integer incomeYear,
            String protocolNumber) {
        @Override
        public String toString() {
            return "HeldExemption[" + id + "]";
        }
    }
}
