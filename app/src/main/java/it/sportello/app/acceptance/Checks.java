package it.sportello.app.acceptance;

import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Dues.DueView;
import it.sportello.api.Exemptions;
import it.sportello.api.Persons;
import it.sportello.api.Prescriptions.PrescriptionView;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.CoPayments;
import it.sportello.domain.agenda.BookingState;
import it.sportello.domain.prescription.ExemptionStanding;
import it.sportello.domain.prescription.PrescriptionState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is looked at before somebody is accepted, in the order of the counter: who, when, where, state, paper, money. */
final class Checks {
    private static final long MINUTES_OF_AN_HOUR = 60;

    private final Texts texts;
    private final Words words;
    private final CoPayments prices;

    Checks(Texts texts, Words words, CoPayments prices) {
        this.texts = texts;
        this.words = words;
        this.prices = prices;
    }

    /**
     * Where and for whom one looks.
     *
     * @param now Europe/Rome
     * @param servedId the citizen of the work, if anybody
     * @param cardRead whether this person's card was read here
     */
    record Sight(LocalDateTime now, String siteId, Optional<String> servedId, boolean cardRead) {}

    /**
     * How a booking stands.
     *
     * @param blocked whether it cannot be accepted
     * @param noteWanted whether the acceptance needs a written reason
     */
    record Outcome(List<Check> checks, boolean blocked, boolean noteWanted, boolean otherPerson) {
        Outcome {
            checks = List.copyOf(checks);
        }
    }

    Outcome of(AcceptanceCase found, Sight sight) {
        BookingView booking = found.booking();
        List<Check> checks = new ArrayList<>();
        boolean otherPerson = sight.servedId()
                .filter(served -> !served.equals(booking.personId()))
                .isPresent();
        checks.add(identity(found, sight, otherPerson));
        checks.add(day(booking, sight.now()));
        boolean elsewhere = !booking.siteId().equals(sight.siteId());
        checks.add(place(booking, elsewhere));
        checks.add(state(booking));
        checks.add(prescription(found));
        checks.add(exemption(found));
        checks.add(payment(found));
        boolean blocked = checks.stream().anyMatch(check -> check.tone() == Tone.DANGER)
                || !BookingState.valueOf(booking.state()).next().contains(BookingState.ACCEPTED);
        return new Outcome(checks, blocked, elsewhere, otherPerson);
    }

    private Check identity(AcceptanceCase found, Sight sight, boolean otherPerson) {
        String label = texts.get("check.identity");
        if (otherPerson) {
            return new Check(Tone.DANGER, label, texts.get("identity.other"));
        }
        if (sight.cardRead()) {
            return new Check(Tone.GOOD, label, texts.get("identity.card"));
        }
        return found.page()
                .map(loaded -> loaded.file().person())
                .map(person -> new Check(Tone.ATTENTION, label, asked(person)))
                .orElseGet(() -> new Check(Tone.ATTENTION, label, texts.get("identity.label")));
    }

    private String asked(Persons.PersonRecord person) {
        return texts.get("identity.ask", words.date(person.birthDate()));
    }

    private Check day(BookingView booking, LocalDateTime now) {
        String label = texts.get("check.day");
        LocalDate day = booking.startsAt().toLocalDate();
        if (day.isBefore(now.toLocalDate())) {
            return new Check(Tone.DANGER, label, texts.get("day.past", words.dateInWords(day)));
        }
        if (day.isAfter(now.toLocalDate())) {
            return new Check(Tone.DANGER, label, texts.get("day.future", words.dateInWords(day)));
        }
        long late = lateness(booking, now);
        if (late >= MINUTES_OF_AN_HOUR) {
            return new Check(Tone.ATTENTION, label, texts.get("day.late.hours", late / MINUTES_OF_AN_HOUR));
        }
        return late > 0
                ? new Check(Tone.ATTENTION, label, texts.get("day.late", late))
                : new Check(
                        Tone.GOOD,
                        label,
                        texts.get("day.today", words.time(booking.startsAt().toLocalTime())));
    }

    /** Minutes after the appointed time, 0 when in time or on another day. */
    static long lateness(BookingView booking, LocalDateTime now) {
        boolean today = booking.startsAt().toLocalDate().equals(now.toLocalDate());
        return today ? Math.max(0, Duration.between(booking.startsAt(), now).toMinutes()) : 0;
    }

    private Check place(BookingView booking, boolean elsewhere) {
        String label = texts.get("check.place");
        return elsewhere
                ? new Check(
                        Tone.ATTENTION,
                        label,
                        texts.get("place.other", booking.siteName(), booking.address(), booking.room()))
                : new Check(Tone.GOOD, label, texts.get("place.here", booking.room()));
    }

    private Check state(BookingView booking) {
        Tone tone = switch (BookingState.valueOf(booking.state())) {
            case BOOKED -> Tone.GOOD;
            case ACCEPTED, DELIVERED, PARTLY_DELIVERED -> Tone.INFORMATION;
            default -> Tone.DANGER;
        };
        return new Check(tone, texts.get("check.state"), texts.get("state." + booking.state()));
    }

    /** The same check once the person is in. */
    Check afterAcceptance(Check before) {
        return before.label().equals(texts.get("check.state"))
                ? new Check(Tone.GOOD, before.label(), texts.get("state.ACCEPTED"))
                : before;
    }

    private Check prescription(AcceptanceCase found) {
        String label = texts.get("check.prescription");
        if (found.booking().prescriptionNumber().isEmpty()) {
            return new Check(Tone.NEUTRAL, label, texts.get("prescription.none"));
        }
        Optional<PrescriptionView> view = found.prescription();
        if (view.isEmpty()) {
            return new Check(Tone.NEUTRAL, label, texts.get("prescription.unknown"));
        }
        PrescriptionState state = PrescriptionState.ofValue(view.get().state());
        Tone tone = switch (state) {
            case TAKEN -> Tone.GOOD;
            case DELIVERED, CANCELLED -> Tone.DANGER;
            default -> Tone.ATTENTION;
        };
        // A paper form has no central state to be taken into.
        boolean paper = view.get().support().equals("PAPER");
        return paper
                ? new Check(Tone.GOOD, label, texts.get("prescription.paper"))
                : new Check(tone, label, texts.get("prescription." + state.name()));
    }

    private Check exemption(AcceptanceCase found) {
        String label = texts.get("check.exemption");
        Optional<String> code = found.booking().exemptionCode();
        if (code.isEmpty()) {
            return new Check(Tone.NEUTRAL, label, texts.get("exemption.NONE"));
        }
        if (found.page().isEmpty()) {
            return new Check(Tone.NEUTRAL, label, texts.get("exemption.unknown", code.get()));
        }
        ExemptionStanding.Status status = prices.standing(basis(found)).status();
        Tone tone = switch (status) {
            case NONE -> Tone.NEUTRAL;
            case ACTIVE, ON_PRESCRIPTION -> Tone.GOOD;
            case NOT_ACTIVE, UNKNOWN_CODE, CLOSED_CODE -> Tone.ATTENTION;
        };
        return new Check(tone, label, texts.get("exemption." + status.name(), code.get()));
    }

    private Check payment(AcceptanceCase found) {
        String label = texts.get("check.payment");
        if (found.booking().dueId().isEmpty() || found.booking().dueCents() == 0) {
            return new Check(Tone.GOOD, label, texts.get("payment.none"));
        }
        String amount = words.cents(found.booking().dueCents());
        return switch (found.due().map(DueView::state).orElse("")) {
            case "OPEN" -> new Check(Tone.ATTENTION, label, texts.get("payment.open", amount));
            case "PAID" -> new Check(Tone.GOOD, label, texts.get("payment.paid", amount));
            case "CANCELLED" -> new Check(Tone.GOOD, label, texts.get("payment.cancelled"));
            default -> new Check(Tone.ATTENTION, label, texts.get("payment.unknown", amount));
        };
    }

    /** Why the co-payment is what it is. */
    List<String> reasons(AcceptanceCase found) {
        if (!found.booking().regime().equals("SSN")) {
            return List.of(texts.get("reason.private"));
        }
        if (found.page().isEmpty()) {
            return List.of(texts.get("reason.unknown"));
        }
        return prices.explain(basis(found)).reasons();
    }

    private static CoPayments.Basis basis(AcceptanceCase found) {
        BookingView booking = found.booking();
        LocalDate day = booking.startsAt().toLocalDate();
        List<Exemptions.ExemptionView> held =
                found.page().map(loaded -> loaded.file().exemptions()).orElse(List.of());
        return new CoPayments.Basis(
                found.due().map(DueView::rows).filter(rows -> !rows.isEmpty()).orElse(booking.services()),
                found.prescription().flatMap(PrescriptionView::accessType),
                booking.exemptionCode(),
                held,
                found.prescription().map(PrescriptionView::issuedOn).orElse(day),
                found.due().map(DueView::referenceDate).orElse(day));
    }
}
