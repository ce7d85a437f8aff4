package it.sportello.backend;

import it.sportello.api.Tills;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a desk of the tests tells of payments by card. */
final class CardPayments {
    private CardPayments() {}

    static TestDesk.Ready approved(TestDesk desk, UUID attempt, long cents, String due, String stan) {
        return ready(desk, attempted(desk, attempt, cents, due, "APPROVED", "TERMINAL", Optional.of(slip(desk, stan))));
    }

    static TestDesk.Ready attempted(
            TestDesk desk, UUID attempt, String state, String source, Optional<Tills.CardSlip> slip) {
        return ready(desk, attempted(desk, attempt, 500, "D", state, source, slip));
    }

    static Tills.CardSlip slip(TestDesk desk, String stan) {
        return new Tills.CardSlip(stan, "A1B2C3", "4242", "2", "88105000001", Optional.of(desk.server.clock.instant()));
    }

    private static Tills.Attempted attempted(
            TestDesk desk,
            UUID attempt,
            long cents,
            String due,
            String state,
            String source,
            Optional<Tills.CardSlip> slip) {
        return new Tills.Attempted(
                attempt,
                desk.tillSession,
                "terminal",
                cents,
                List.of(due),
                true,
                desk.server.clock.instant(),
                state,
                source,
                "00",
                slip);
    }

    private static TestDesk.Ready ready(TestDesk desk, Tills.Attempted attempted) {
        return desk.ready("till.attempted", "till:" + desk.till(), attempted, 0);
    }

    static TestDesk.Ready squared(TestDesk desk, String kind, long booked) {
        Tills.Squared squared = new Tills.Squared(
                desk.tillSession,
                kind,
                booked,
                Optional.of(new Tills.TerminalTotals("terminal", booked + 1_000, Optional.empty())));
        return desk.ready("till.squared", "till:" + desk.till(), squared, 0);
    }

    /** One basket of two documents that one card paid whole. */
    static TestDesk.Ready basket(TestDesk desk, String person, String first, String second, long each) {
        Tills.Document one = document(desk, first, each);
        Tills.Document other = document(desk, second, each);
        Tills.Collected collected = new Tills.Collected(
                desk.tillSession,
                person,
                List.of(new Tills.DueSettled(first, each, 1), new Tills.DueSettled(second, each, 1)),
                List.of(one, other),
                List.of(new Tills.TenderLine("CARD", 2 * each)),
                2 * each,
                0,
                2 * each,
                0,
                false,
                List.of(
                        desk.entry("COLLECTION", 0, desk.total(), Optional.of(one.number())),
                        desk.entry("COLLECTION", 0, desk.total(), Optional.of(other.number()))));
        return desk.ready("till.collected", "till:" + desk.till(), collected, 0);
    }

    private static Tills.Document document(TestDesk desk, String due, long cents) {
        String number = desk.nextNumber();
        return desk.document(Long.parseLong(number.substring(number.length() - 6)), due, cents);
    }

    static TestDesk.Ready annulled(TestDesk desk, String number) {
        Tills.Annulled annulled = new Tills.Annulled(
                desk.tillSession,
                number,
                "sbaglio",
                Optional.empty(),
                List.of(desk.entry("ANNULMENT", 0, desk.total(), Optional.of(number))));
        return desk.ready("till.annulled", "till:" + desk.till(), annulled, 0);
    }

    /** A collection that the card paid whole: the drawer stays as it is. */
    static TestDesk.Ready collection(TestDesk desk, String person, String due, long cents) {
        String number = desk.nextNumber();
        Tills.Collected collected = new Tills.Collected(
                desk.tillSession,
                person,
                List.of(new Tills.DueSettled(due, cents, 1)),
                List.of(desk.document(Long.parseLong(number.substring(number.length() - 6)), due, cents)),
                List.of(new Tills.TenderLine("CARD", cents)),
                cents,
                0,
                cents,
                0,
                false,
                List.of(desk.entry("COLLECTION", 0, desk.total(), Optional.of(number))));
        return desk.ready("till.collected", "till:" + desk.till(), collected, 0);
    }
}
