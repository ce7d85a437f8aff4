package it.sportello.quality.day.story;

import it.sportello.backend.sample.SampleCast.Persona;
import it.sportello.backend.sample.SampleCast.PersonaPrescription;
import it.sportello.quality.day.place.Eyes;
import it.sportello.quality.day.place.ServerProcess;
import java.time.Duration;
import java.util.List;

/** What an operator does to give somebody a place: scan, hold, book, hand over the reminder. */
final class BookingCounter {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Counter counter;

    BookingCounter(Counter counter) {
        this.counter = counter;
    }

    /** The two bar codes of the reminder, in any order, and what the prescription asks for. */
    void scan(Persona citizen, boolean secondFirst) {
        counter.step("scans the prescription, " + (secondFirst ? "second" : "first") + " bar code first (S11)", () -> {
            long begun = System.nanoTime();
            scanParts(citizen, secondFirst);
            counter.eyes().awaitText("Che cosa chiede");
            counter.figure("scanToPrescriptionOnScreen", Counter.since(begun));
            counter.eyes().awaitText(bookable(citizen).number());
            counter.eyes().awaitText("si possono cercare i posti");
        });
    }

    void scanParts(Persona citizen, boolean secondFirst) {
        PersonaPrescription prescription = bookable(citizen);
        List<String> parts = secondFirst
                ? List.of(prescription.secondPart(), prescription.firstPart())
                : List.of(prescription.firstPart(), prescription.secondPart());
        counter.twins().scanner().scan("A0", parts.getFirst());
        counter.eyes().awaitScreen("S11");
        counter.eyes().awaitText(secondFirst ? "manca il primo" : "manca il secondo");
        counter.twins().scanner().scan("A0", parts.getLast());
    }

    private static PersonaPrescription bookable(Persona citizen) {
        return citizen.prescriptions().getFirst();
    }

    /** The first valid place for the class is chosen already: Enter holds it. Gives the slot that the server keeps. */
    String holdFirst(String className) {
        String[] held = new String[1];
        counter.step("the first valid place of " + className + " (S12)", () -> {
            counter.open("F12", "S12");
            counter.eyes()
                    .await(
                            "places inside the limit of " + className,
                            sight -> sight.shows(className) && sight.shows("Entro la classe"),
                            PATIENCE);
            counter.eyes().awaitFocus("offers");
        });
        counter.step("holds it on the server, the countdown runs (S13)", () -> held[0] = holdSelected());
        return held[0];
    }

    /** Holds the place that is selected in the list; one that was taken meanwhile gives way to the next. */
    String holdSelected() {
        counter.eyes().awaitFocus("offers");
        counter.eyes().press("Enter");
        Eyes.Sight first = counter.eyes()
                .await(
                        "the place held or taken",
                        it -> it.screen().equals("S13") || it.shows("Il posto è stato preso da un altro sportello"),
                        PATIENCE);
        if (!first.screen().equals("S13")) {
            counter.eyes().awaitFocus("offers");
            counter.eyes().press("Enter");
        }
        counter.eyes().awaitScreen("S13");
        Eyes.Sight sight = counter.eyes().await("a countdown", it -> left(it).matches("\\d:\\d\\d"), PATIENCE);
        String before = left(sight);
        counter.eyes().await("the countdown to run", it -> !left(it).equals(before), PATIENCE);
        List<ServerProcess.Row> slots = counter.premises().server().query("""
                select hold_slot.slot_id from hold_slot join hold on hold.id = hold_slot.hold_id where hold.desk_id = '%s'
                and hold.ended_at is null order by hold.created_at desc, hold_slot.position limit 1""".formatted(counter.deskId()));
        Counter.check("the hold in the server's table", !slots.isEmpty());
        return slots.getFirst().text("slot_id");
    }

    private static String left(Eyes.Sight sight) {
        int label = sight.texts().indexOf("Posto bloccato ancora per");
        return label >= 0 && label + 1 < sight.texts().size() ? sight.texts().get(label + 1) : "";
    }

    private static int seconds(Eyes.Sight sight) {
        String[] parts = left(sight).split(":", -1);
        return parts.length == 2 ? Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]) : 0;
    }

    /** The one key that gives more time. */
    void extendHold() {
        counter.step("extends the hold with the plus key", () -> {
            counter.eyes().awaitText("Allunga il blocco");
            int before = seconds(counter.eyes().look());
            counter.eyes().press("Plus");
            counter.eyes()
                    .await(
                            "more time, and no second extension",
                            sight -> seconds(sight) > before + 10 && !sight.shows("Allunga il blocco (+)"),
                            PATIENCE);
        });
    }

    /** The reminder in a second language. */
    void chooseEnglish() {
        counter.step("chooses English as second language of the reminder", () -> {
            counter.eyes().awaitFocus("language");
            counter.eyes().press("Down");
            counter.eyes().awaitText("Inglese");
        });
    }

    /** Books what is held: confirmed, the reminder in the hand. */
    void book(Persona citizen) {
        book(citizen, "Promemoria");
    }

    /** @param alsoOnPaper what must be read on the reminder beside the number */
    void book(Persona citizen, String alsoOnPaper) {
        counter.step("books, the reminder D01 is printed (S13)", () -> {
            long pressed = System.nanoTime();
            counter.eyes().press("F12");
            counter.eyes().awaitText("Prenotazione confermata");
            counter.figure("bookKeyToConfirmed", Counter.since(pressed));
            counter.eyes().awaitText("Promemoria stampato");
            List<ServerProcess.Row> bookings = counter.premises()
                    .server()
                    .query("select number from booking where prescription_number = '"
                            + bookable(citizen).number() + "' order by number");
            Counter.check("a booking in the server's table", !bookings.isEmpty());
            // One reminder for each place.
            StringBuilder papers = new StringBuilder();
            bookings.forEach(each -> papers.append(counter.lastPaper().text()).append('\n'));
            String paper = papers.toString();
            bookings.forEach(each -> Counter.check("the booking number on paper", paper.contains(each.text("number"))));
            Counter.check("«" + alsoOnPaper + "» on paper", paper.contains(alsoOnPaper));
        });
        counter.conclude();
        counter.served(citizen);
    }
}
