package it.sportello.quality.day.story;

import it.sportello.backend.sample.CastRole;
import it.sportello.backend.sample.SampleCast.Persona;
import it.sportello.quality.day.place.Eyes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The CUP operator: places for prescriptions of every class, one lost and found again, and acceptance on the day. */
final class CupMorning {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SITE = "S03";
    private static final Duration LONGER_THAN_A_HOLD = Duration.ofMinutes(11);

    private final Counter counter;
    private final BookingCounter booking;

    CupMorning(Counter counter) {
        this.counter = counter;
        this.booking = new BookingCounter(counter);
    }

    /** Plays the morning; gives whom it sends on to the cashier. */
    Persona play() {
        counter.start();
        counter.signIn();
        counter.openDesk("", "S03");
        classes();
        mistakes();
        lostPlace();
        acceptance();
        counter.awaitAllSent();
        counter.signOut();
        counter.close();
        return bookedHere();
    }

    private void classes() {
        Persona urgent = one(CastRole.BOOKABLE_U);
        counter.callNext();
        counter.identifyByChip(urgent);
        booking.scan(urgent, false);
        booking.holdFirst("Classe U");
        counter.picture("S13-held");
        booking.book(urgent);
        Persona brief = one(CastRole.BOOKABLE_B);
        counter.callNext();
        counter.identifyByBarcode(brief);
        booking.scan(brief, true);
        booking.holdFirst("Classe B");
        booking.book(brief);
        Persona planned = one(CastRole.BOOKABLE_P);
        counter.callNext();
        counter.identifyByChip(planned);
        booking.scan(planned, false);
        booking.holdFirst("Classe P");
        booking.extendHold();
        booking.chooseEnglish();
        booking.book(planned, "Appointment reminder");
        Persona complex = one(CastRole.COMPLEX_AGENDA);
        counter.callNext();
        counter.identifyByChip(complex);
        booking.scan(complex, true);
        booking.holdFirst("Classe D");
        booking.book(complex);
        Persona linked = one(CastRole.LINKED_SERVICES);
        counter.callNext();
        counter.identifyByBarcode(linked);
        booking.scan(linked, false);
        booking.holdFirst("Classe P");
        booking.book(linked);
        counter.timePasses(Duration.ofMinutes(25));
    }

    private void mistakes() {
        Persona used = one(CastRole.USED_PRESCRIPTION);
        counter.callNext();
        counter.step("an identity card instead of the health card: the desk says which card it wants", () -> {
            counter.twins().insertIdentityCard();
            counter.eyes().awaitText("Inserita una Carta d’identità elettronica.");
            counter.twins().removeCard();
        });
        counter.step("a tax code with a wrong letter: the desk says which one (S06)", () -> {
            Eyes eyes = counter.eyes();
            counter.open("F3", "S06");
            eyes.awaitFocus("text");
            char last = used.code().charAt(15) == 'A' ? 'b' : 'a';
            eyes.type(used.code().substring(0, 15).toLowerCase(Locale.ROOT) + last);
            eyes.press("Enter");
            eyes.awaitText("Carattere 16");
        });
        counter.picture("S06-wrong-code");
        counter.step("the right code opens the page (S07)", () -> {
            Eyes eyes = counter.eyes();
            eyes.press("Ctrl+A");
            eyes.type(used.code().toLowerCase(Locale.ROOT));
            eyes.press("Enter");
            counter.awaitPage(used);
        });
        counter.step("a prescription that was used already cannot be used twice (S11)", () -> {
            booking.scanParts(used, false);
            counter.eyes().awaitText("La prescrizione è già stata erogata.");
            counter.eyes().press("F12");
            counter.eyes().awaitScreen("S11");
        });
        counter.picture("S11-used");
        counter.conclude();
        counter.served(used);
    }

    private void lostPlace() {
        Persona slow = one(CastRole.BOOKABLE_D);
        counter.callNext();
        counter.identifyByChip(slow);
        booking.scan(slow, true);
        String first = booking.holdFirst("Classe D");
        counter.step("the hold runs out and another desk takes the place", () -> {
            counter.premises().clock().advance(LONGER_THAN_A_HOLD);
            int taken = counter.entrance()
                    .takeAll(List.of(first), one(CastRole.BOOKABLE_B).personId());
            Counter.check("the other desk to get the place", taken > 0);
            counter.eyes().awaitScreen("S12");
            counter.eyes()
                    .await(
                            "a word on the lost place",
                            sight -> sight.shows("il posto è tornato libero")
                                    || sight.shows("Il posto è stato preso da un altro sportello"),
                            PATIENCE);
        });
        counter.picture("S12-lost");
        counter.step("the lost place is not offered any more, the next one is held (S13)", () -> {
            String next = booking.holdSelected();
            Counter.check("another place than the lost one", !next.equals(first));
        });
        booking.book(slow);
    }

    private void acceptance() {
        Persona paying = bookedHere();
        counter.callNext();
        counter.identifyByChip(paying);
        counter.step("accepts an appointment of today with its co-payment (S17)", () -> {
            counter.open("F8", "S17");
            long due = counter.premises()
                    .server()
                    .query("select amount_cents from due where person_id = '" + paying.personId()
                            + "' and state = 'OPEN'")
                    .getFirst()
                    .number("amount_cents");
            counter.eyes().awaitText(Euro.words(due));
            counter.eyes().awaitText("Da pagare prima");
            counter.eyes().press("F8");
            counter.eyes().awaitText("Accettato: prenotazione");
        });
        counter.picture("S17-accepted");
        counter.step("closes the work, the next one may come", () -> {
            counter.eyes().press("F12");
            counter.eyes().awaitScreen("S03");
        });
        Persona exempt = one(CastRole.EXEMPT_INCOME);
        counter.callNext();
        counter.identifyByBarcode(exempt);
        counter.step("accepts an appointment that the exemption frees from the co-payment (S17)", () -> {
            counter.open("F8", "S17");
            counter.eyes().awaitText("Nulla da pagare");
            counter.eyes().press("F8");
            counter.eyes().awaitText("Accettato: prenotazione");
        });
        counter.step("closes the work, the next one may come", () -> {
            counter.eyes().press("F12");
            counter.eyes().awaitScreen("S03");
            counter.served(exempt);
        });
    }

    /** Who has an appointment today at this site. */
    private Persona bookedHere() {
        return counter.premises().cast().of(CastRole.BOOKED_TODAY).stream()
                .filter(persona -> persona.bookings().stream()
                        .anyMatch(booked -> booked.siteId().equals(SITE)))
                .findFirst()
                .orElseThrow();
    }

    private Persona one(CastRole role) {
        return counter.premises().cast().of(role).getFirst();
    }
}
