package it.sportello.app.frame;

import it.sportello.domain.money.Money;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the citizen may read on the second screen (S66). This is the list of what is allowed (R-SEC-7): what has no place in
 * these records cannot get there, and there is none for diagnoses, services, exemptions, notes or names of people.
 */
public sealed interface CitizenMessage {

    /** Nothing is being told: the desk, the badge and a word of welcome. */
    record Waiting() implements CitizenMessage {}

    /** What is to be paid. */
    record ToPay(Money total) implements CitizenMessage {}

    /** What was paid, handed over and given back. */
    record Paid(Money total, Money tendered, Money change) implements CitizenMessage {}

    /** What the terminal took: nothing was handed over, nothing comes back. */
    record PaidByCard(Money total) implements CitizenMessage {}

    /**
     * Appointments, in the order of time.
     *
     * @param booked false while they are proposed only
     */
    record Appointments(List<Visit> visits, boolean booked, CitizenLanguage language) implements CitizenMessage {
        public Appointments {
            visits = List.copyOf(visits);
        }
    }

    /** A consent, to be given or refused here. */
    record Consent(ConsentKind kind, ConsentReply reply) implements CitizenMessage {}

    /**
     * One appointment: when and where, and nothing of what for.
     *
     * @param startsAt wall time of Europe/Rome
     * @param number of the booking; empty while it is proposed
     */
    record Visit(LocalDateTime startsAt, Place site, Place address, Place room, BookingNumber number) {}

    /** A place as its sign says it: one line, at most 120 characters. */
    record Place(String text) {
        private static final int LONGEST = 120;

        public Place {
            String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
            text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        }
    }

    /** Number of a booking: capital letters, digits and hyphens; anything else counts as none. */
    record BookingNumber(String text) {
        private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{1,24}");

        public BookingNumber {
            text = FORM.matcher(text).matches() ? text : "";
        }
    }

    /** The consents that can be asked on the second screen: how the citizen may be reached (S10). */
    enum ConsentKind {
        SMS,
        EMAIL,
        PHONE
    }

    /** Hears what the citizen chose, on the window's thread. */
    @FunctionalInterface
    interface ConsentReply {
        void given(boolean yes);
    }
}
