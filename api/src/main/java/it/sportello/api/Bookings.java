package it.sportello.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Availability, holds, bookings, acceptance. Times without a zone are of Europe/Rome. */
public final class Bookings {
    private Bookings() {}

    /**
     * Asks for the first valid places.
     *
     * @param regime SSN or PRIVATE_PRACTICE; the two are never mixed
     * @param contactAt when the person first asked with a valid prescription
     * @param from earliest date wanted
     * @param widen 0 own district, 1 authority, 2 accredited too, 3 out of class too
     */
    public record AvailabilityQuery(
            String personId,
            Optional<String> prescriptionNumber,
            List<String> serviceCodes,
            String regime,
            Optional<String> priorityClass,
            Optional<String> accessType,
            Instant contactAt,
            Optional<LocalDate> from,
            int widen,
            int limit) {}

    /**
     * Ranked offers; the first is the first valid place.
     *
     * @param limitDate latest date of the class, if the class has one
     * @param nothingReason code of why nothing was found, absent when something was
     */
    public record Offers(List<Offer> offers, Optional<LocalDate> limitDate, Optional<String> nothingReason) {}

    /** A place, or several linked ones, taken by one hold. */
    public record Offer(
            List<OfferSlot> slots, boolean insideLimit, int territoryLevel, int placesLeft, String rankReason) {}

    /** One place of an offer. */
    public record OfferSlot(
            String slotId,
            String agendaId,
            String agendaName,
            boolean complexAgenda,
            String siteId,
            String siteName,
            String address,
            String room,
            LocalDateTime startsAt,
            int durationMinutes,
            List<String> serviceCodes,
            List<String> serviceDescriptions,
            Optional<String> preparation) {}

    /** Asks for a hold; the id is made by the desk, so that a repetition is the same hold. */
    public record HoldRequest(UUID holdId, List<String> slotIds, String personId) {}

    /** A hold granted until a moment of the server's clock. */
    public record Hold(UUID holdId, Instant expiresAt, boolean extendable, Instant serverTime) {}

    /** Payload of {@code booking.book}. */
    public record Book(
            UUID holdId,
            String personId,
            Optional<String> prescriptionNumber,
            List<String> serviceCodes,
            String regime,
            Optional<String> priorityClass,
            Optional<String> accessType,
            Instant contactAt,
            Optional<LocalDate> limitDate,
            Optional<LocalDate> firstOfferDate,
            String language) {}

    /** Payload of {@code booking.accept}. */
    public record Accept(String bookingId, long seenVersion, Optional<String> note) {}

    /**
     * A booking.
     *
     * @param number spoken and printed number
     * @param state name of {@code it.sportello.domain.agenda.BookingState}
     * @param origin DESK, PHONE, WEB, PHARMACY or CLINIC
     * @param dueId the due that goes with it, if any
     * @param dueCents its co-payment or price as computed by the server
     * @param cancelBy last date to cancel without a charge
     */
    public record BookingView(
            String id,
            String number,
            String personId,
            String personLabel,
            String state,
            String regime,
            String origin,
            String agendaName,
            String siteId,
            String siteName,
            String address,
            String room,
            LocalDateTime startsAt,
            int durationMinutes,
            List<Prescriptions.ServiceRow> services,
            Optional<String> preparation,
            Optional<String> prescriptionNumber,
            Optional<String> priorityClass,
            Optional<LocalDate> limitDate,
            Optional<String> exemptionCode,
            Optional<String> dueId,
            long dueCents,
            LocalDate cancelBy,
            long version) {
        @Override
        public String toString() {
            return "BookingView[" + id + "]";
        }
    }

    /** Result of {@code booking.book}: one booking for each place. */
    public record Booked(List<BookingView> bookings, boolean handOverDeferred) {}

    /** The bookings of one day at one site, for the desk's working set. */
    public record DayList(LocalDate day, List<BookingView> bookings) {}
}
