package it.sportello.quality.day.story;

import it.sportello.backend.sample.SampleCast.Persona;
import it.sportello.backend.sample.SampleCast.PersonaDue;
import it.sportello.devices.twin.printer.PrintedReceipt;
import it.sportello.quality.day.place.Eyes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What a cashier does with money: opening count, collections, closing count. Keeps the sum that the day expects. */
final class TillCounter {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long NOTE = 5_000;

    private final Counter counter;
    private long expected;

    TillCounter(Counter counter) {
        this.counter = counter;
    }

    /** What should lie in the drawer, in cents. */
    long expected() {
        return expected;
    }

    /** The till is opened by one's own count, from the palette (S20). */
    void open(long floatCents) {
        counter.step("opens the till by its own count (S20)", () -> {
            Eyes eyes = counter.eyes();
            command("apri cassa");
            eyes.awaitScreen("S20");
            eyes.awaitText("Contare il fondo");
            count(floatCents);
            eyes.awaitText("Totale contato");
            eyes.press("F12");
            Eyes.Sight sight = eyes.await(
                    "the till open or its reason asked for",
                    it -> it.shows("aperta") && it.screen().equals("S03") || it.shows("Motivo della differenza"),
                    PATIENCE);
            if (sight.shows("Motivo della differenza")) {
                eyes.type("Prima apertura");
                eyes.press("F12");
            }
            eyes.awaitScreen("S03");
            eyes.awaitText("Cassa T04 aperta");
            expected = floatCents;
        });
    }

    /** Runs a command of the palette by its words. */
    void command(String words) {
        Eyes eyes = counter.eyes();
        eyes.press("Ctrl+K");
        eyes.await("the palette", sight -> sight.focus().endsWith("|Comandi"), PATIENCE);
        eyes.type(words);
        eyes.press("Enter");
    }

    /** Fills the rows of a count from the keypad: digits, Enter for the next row. */
    void count(long cents) {
        Eyes eyes = counter.eyes();
        int[] pieces = Euro.pieces(cents);
        for (int i = 0; i < pieces.length; i++) {
            eyes.awaitFocus("pieces-" + Euro.denomination(i));
            if (pieces[i] > 0) {
                eyes.type(Integer.toString(pieces[i]));
            }
            if (i < pieces.length - 1) {
                eyes.press("Enter");
            }
        }
        eyes.awaitText(Euro.words(cents));
    }

    /** All open dues of somebody, paid with notes of fifty: the change is read off the screen. */
    void collectWithChange(Persona citizen, long stampCents) {
        counter.step("collects in cash with change (S21)", () -> {
            long payable = payable(citizen, stampCents);
            long given = (payable / NOTE + 1) * NOTE;
            basket(payable);
            counter.eyes().type(Euro.typed(given));
            conclude(payable, given - payable);
            paper(payable);
        });
        thank(citizen);
    }

    /** What somebody of the cast has to pay in cash. */
    static long payable(Persona citizen, long stampCents) {
        long dues = citizen.dues().stream()
                .filter(due -> due.state().equals("OPEN"))
                .mapToLong(PersonaDue::amountCents)
                .sum();
        return Euro.inCash(dues + stampCents);
    }

    /** Opens the basket and checks what it asks for. */
    void basket(long payable) {
        counter.open("F9", "S21");
        counter.eyes().awaitText(Euro.words(payable));
        counter.eyes().awaitFocus("received");
    }

    /** Presses the concluding key; measures until the commit is on screen and until the printer hears of it. */
    void conclude(long payable, long change) {
        Eyes eyes = counter.eyes();
        AtomicLong firstByte = new AtomicLong();
        counter.twins().printer().addListener(() -> firstByte.compareAndSet(0, System.nanoTime()));
        long pressed = System.nanoTime();
        eyes.press("F12");
        eyes.await("the change", sight -> sight.shows("Resto") && sight.shows(Euro.words(change)), PATIENCE);
        counter.figure("concludeKeyToChangeOnScreen", Counter.millisSince(pressed));
        expected += payable;
        counter.until("the first byte at the printer", () -> firstByte.get() != 0);
        counter.figure("concludeKeyToFirstByteAtPrinter", Duration.ofNanos(firstByte.get() - pressed).toMillis());
    }

    /** The receipt: on paper, whole, with the amount. */
    void paper(long payable) {
        PrintedReceipt receipt = counter.lastPaper();
        Counter.check("the amount on the receipt", receipt.text().replace('\u00a0', ' ').contains(Euro.words(payable).replace(" €", "")));
        counter.eyes().awaitText("Stampato");
    }

    /** F12 once more: the next citizen may come. */
    void thank(Persona citizen) {
        counter.step("thanks and closes the work", () -> {
            counter.eyes().press("F12");
            counter.goodbye(citizen);
        });
    }
}
