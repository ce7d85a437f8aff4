package it.sportello.quality.day.story;

import it.sportello.backend.sample.SampleCast.Persona;
import it.sportello.backend.sample.SampleCast.PersonaDue;
import it.sportello.devices.twin.printer.PaperState;
import it.sportello.devices.twin.terminal.TerminalScenario;
import it.sportello.domain.till.Denomination;
import it.sportello.quality.day.place.Eyes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What a cashier does with money: opening count, collections, closing count. Keeps the sum that the day expects. */
final class TillCounter {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long NOTE = 5_000;
    private static final int SLIPS = 2;

    private final Counter counter;
    private long floatCents;
    private long expected;
    private long cards;

    TillCounter(Counter counter) {
        this.counter = counter;
    }

    /** What should lie in the drawer, in cents. */
    long expected() {
        return expected;
    }

    /** The till is opened by one's own count (S20). */
    void open(long floatCents) {
        counter.step("opens the till by its own count (S20)", () -> {
            Eyes eyes = counter.eyes();
            eyes.awaitScreen("S20");
            eyes.awaitText("Contare il fondo");
            count(floatCents);
            eyes.awaitText("Totale contato");
            eyes.press("F12");
            Eyes.Sight sight = eyes.await(
                    "the till open or its reason asked for",
                    it -> (it.shows("aperta") && it.screen().equals("S03")) || it.shows("Motivo della differenza"),
                    PATIENCE);
            if (sight.shows("Motivo della differenza")) {
                eyes.type("Prima apertura");
                eyes.press("F12");
            }
            eyes.awaitScreen("S03");
            eyes.awaitText("Cassa T04 aperta");
            this.floatCents = floatCents;
            expected = floatCents;
        });
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
    void collectWithChange(Persona citizen) {
        counter.step("collects in cash with change (S21)", () -> {
            long payable = Euro.inCash(owed(citizen));
            long given = (payable / NOTE + 1) * NOTE;
            basket(payable);
            counter.eyes().type(Euro.typed(given));
            counter.picture("S21-basket");
            conclude(payable, given - payable);
            counter.picture("S21-change");
            paper(payable);
        });
        thank(citizen);
    }

    /** The exact sum: nothing is typed. */
    void collectExactly(Persona citizen) {
        counter.step("collects the exact sum (S21)", () -> exact(owed(citizen), owed(citizen)));
        thank(citizen);
    }

    /** What somebody owes after what other desks did this morning. */
    void collectWhatIsLeft(Persona citizen) {
        counter.step("collects what another desk left to pay (S21)", () -> {
            long left = counter.premises()
                    .server()
                    .number("select coalesce(sum(amount_cents), 0) as value from due where person_id = '"
                            + citizen.personId() + "' and state = 'OPEN'");
            Counter.check("less or the same as in the morning", left > 0 && left <= owed(citizen));
            exact(left, Euro.inCash(left));
        });
        thank(citizen);
    }

    /** Several dues in one basket. */
    void collectTogether(Persona citizen, int dues) {
        counter.step("collects " + dues + " prescriptions together (S21)", () -> {
            Counter.check(dues + " open dues", open(citizen).count() == dues);
            exact(owed(citizen), owed(citizen));
        });
        thank(citizen);
    }

    /** Private practice above the threshold: the stamp duty is part of what is asked for. */
    void collectWithStamp(Persona citizen, long stamp) {
        counter.step("collects private practice with the stamp duty (S21)", () -> {
            counter.open("F9", "S21");
            counter.eyes().awaitText("Compresa imposta di bollo di " + Euro.words(stamp));
            exact(owed(citizen) + stamp, owed(citizen) + stamp);
        });
        thank(citizen);
    }

    /** All in cash, so the cents are rounded. */
    void collectRounded(Persona citizen) {
        counter.step("collects with the rounding of cash (S21)", () -> {
            long owed = owed(citizen);
            Counter.check("cents to be rounded", Euro.inCash(owed) != owed);
            counter.open("F9", "S21");
            counter.eyes().awaitText("Arrotondamento per contanti");
            exact(owed, Euro.inCash(owed));
        });
        thank(citizen);
    }

    /**
     * The first due of the basket, the co-payment, is left for another day.
     *
     * @param stamp stamp duty of those that stay
     */
    void collectAllButOne(Persona citizen, long stamp) {
        counter.step("collects all dues but one, which is taken out with the space bar (S21)", () -> {
            Eyes eyes = counter.eyes();
            long owed = owed(citizen) + stamp;
            long out = open(citizen)
                    .filter(due -> due.kind().equals("SPECIALIST_COPAYMENT"))
                    .mapToLong(PersonaDue::amountCents)
                    .sum();
            long payable = Euro.inCash(owed - out);
            basket(Euro.inCash(owed));
            backTo("dues");
            eyes.press("Home", "Space");
            eyes.await(
                    "a due out of the basket",
                    it -> it.shows("[ ]") && it.texts().contains(Euro.words(payable)),
                    PATIENCE);
            counter.picture("S21-several");
            counter.until("the focus on the sum received", () -> {
                eyes.press("Tab");
                return eyes.look().focus().startsWith("received");
            });
            conclude(payable, 0);
            paper(payable);
        });
        thank(citizen);
    }

    /** The detector is lost and comes back; the note it judges then is shown, pays nothing by itself, and is taken over. */
    void collectNoteJudged(Persona citizen) {
        long payable = Euro.inCash(owed(citizen));
        counter.step("the note detector is unplugged and comes back", () -> {
            basket(payable);
            counter.lostAndBack("Rilevatore banconote", counter.twins().detector());
        });
        counter.step("a judged note is shown with the basket and pays nothing until the cashier says so (S21)", () -> {
            Eyes eyes = counter.eyes();
            counter.twins().detector().showNote(Denomination.NOTE_50, true, "SA0000000050");
            eyes.awaitText("Buone 1 = " + Euro.words(NOTE));
            eyes.awaitFocus("received");
            Counter.check("nothing received yet", eyes.look().typed().isEmpty());
            counter.picture("S21-note");
            eyes.press("Alt+U");
            eyes.await("the note as received", sight -> sight.typed().equals(Euro.typed(NOTE) + ",00"), PATIENCE);
            conclude(payable, NOTE - payable);
            paper(payable);
        });
        thank(citizen);
    }

    /** The citizen pays at the terminal: nothing goes into the drawer, and the terminal's slips follow the receipt. */
    void collectByCard(Persona citizen) {
        counter.step("collects by card at the terminal (S21, S22)", () -> payByCard(owed(citizen), SLIPS));
        thank(citizen);
    }

    /** The line to the terminal breaks when the money has moved: the terminal is asked, never paid again. */
    void collectByCardThroughADrop(Persona citizen) {
        int asked = counter.twins().terminal().operations().size();
        counter.step("the terminal is lost behind the authorisation: its last result tells (S22)", () -> {
            counter.twins()
                    .terminal()
                    .script(TerminalScenario.payment().breaks(TerminalScenario.Break.AFTER_AUTHORISATION));
            // Whose answer was lost has no slips of the terminal: the receipt tells it all.
            payByCard(owed(citizen), 0);
            Counter.check(
                    "one payment at the terminal",
                    counter.twins().terminal().operations().size() == asked + 1);
        });
        counter.step(
                "the terminal's own total is what was collected by card",
                () -> Counter.check(
                        "the total " + cards, counter.twins().terminal().total() == cards));
        thank(citizen);
    }

    private void payByCard(long payable, int slips) {
        Eyes eyes = counter.eyes();
        basket(Euro.inCash(payable));
        eyes.awaitText("Con carta " + Euro.words(payable));
        eyes.press("Shift+F9");
        eyes.await("the money at the terminal", sight -> sight.shows("Incassato"), Duration.ofSeconds(90));
        counter.picture("S21-card");
        cards += payable;
        Counter.check(
                "the amount " + Euro.words(payable) + " on paper",
                counter.lastPaper()
                        .text()
                        .replace('\u00a0', ' ')
                        .contains(Euro.words(payable).replace(" \u20ac", "")));
        for (int slip = 0; slip < slips; slip++) {
            counter.lastPaper();
        }
    }

    private void backTo(String field) {
        counter.until("the focus on " + field, () -> {
            counter.eyes().press("Shift+Tab");
            return counter.eyes().look().focus().startsWith(field);
        });
    }

    /** The roll ends in the middle of the receipt: the money is booked, the paper comes when there is a new roll. */
    void collectThroughPaperOut(Persona citizen, int linesLeft) {
        long payable = Euro.inCash(owed(citizen));
        counter.step("the paper ends in the middle of a receipt (S21)", () -> {
            basket(payable);
            counter.twins().printer().paperEndsAfter(linesLeft);
            conclude(payable, 0);
            counter.until("the end of the roll", () -> counter.twins().printer().paper() == PaperState.END);
            counter.eyes().awaitText("In stampa");
            counter.eyes().awaitText("Cambiare il rotolo");
        });
        counter.picture("S21-paper-out");
        counter.step("a new roll: the receipt comes out once", () -> {
            counter.twins().printer().setPaper(PaperState.OK);
            paper(payable);
        });
        thank(citizen);
    }

    /** The desk is cut off: it collects and prints all the same, and the receipt says so. */
    void collectOffline(Persona citizen) {
        counter.step("collects while cut off (S21)", () -> {
            long payable = Euro.inCash(owed(citizen));
            basket(payable);
            conclude(payable, 0);
            Counter.check(
                    "the receipt to say that it was issued off-line",
                    paper(payable).contains("Emessa fuori linea."));
        });
        thank(citizen);
    }

    /** Collects, and the power fails as soon as the commit is on screen: the process dies, the printer forgets. */
    void concludeAndKill(Persona citizen) {
        long payable = Euro.inCash(owed(citizen));
        basket(payable);
        conclude(payable, 0);
        counter.kill();
        counter.twins().printer().powerCycle();
    }

    /** After the restart the till is as it was. */
    void stillOpen() {
        counter.step(
                "the till is open as before the power cut", () -> counter.eyes().awaitText("Cassa T04 aperta"));
    }

    /** The print that the power cut interrupted: something came out, so a marked copy is printed. */
    void settleDoubtfulPrint() {
        counter.step("the interrupted print is decided by the operator (S56)", () -> {
            Eyes eyes = counter.eyes();
            eyes.awaitText("Una stampa aspetta una decisione");
            counter.open("Ctrl+P", "S56");
            eyes.awaitText("Non si sa se è uscito");
            counter.picture("S56-doubt");
            eyes.press("Alt+D");
            eyes.await("the copy printed", sight -> sight.shows("Nessuna stampa in sospeso"), PATIENCE);
            Counter.check("a marked copy", counter.lastPaper().text().contains("DUPLICATO"));
            counter.open("Esc", "S03");
        });
    }

    /** Closes with the blind count: some euros are missing (S28). */
    TillBalance closeShort(long missing) {
        counter.step("closes the till with a blind count, " + Euro.words(missing) + " short (S28)", () -> {
            Eyes eyes = counter.eyes();
            counter.open("Ctrl+Shift+C", "S28");
            eyes.awaitText("Contare tutto il contenuto del cassetto");
            Counter.check("nothing that tells what is expected", !eyes.look().shows(Euro.words(expected)));
            count(expected - missing);
            eyes.press("F12");
            eyes.awaitText("Ammanco");
            eyes.awaitText(Euro.words(missing));
            eyes.awaitFocus("floatLeft");
        });
        counter.picture("S28-short");
        counter.step("books the difference; the sheets of the day are written", () -> {
            counter.eyes().press("F12");
            counter.eyes().awaitText("Cassa chiusa.");
            counter.eyes().awaitText("Verifiche e giornale di cassa in");
            counter.checkSheets("verifica-apertura.pdf", "verifica-chiusura.pdf", "giornale-di-cassa.pdf");
        });
        counter.picture("S28-closed");
        counter.step("goes home", () -> counter.open("F12", "S03"));
        return new TillBalance(counter.tillId(), counter.deskId(), expected, expected - floatCents, cards, missing);
    }

    private static Stream<PersonaDue> open(Persona citizen) {
        return citizen.dues().stream().filter(due -> due.state().equals("OPEN"));
    }

    /** What somebody of the cast owes, in cents, before any rounding. */
    static long owed(Persona citizen) {
        return open(citizen).mapToLong(PersonaDue::amountCents).sum();
    }

    private void exact(long shown, long payable) {
        Counter.check("an amount", shown > 0);
        if (!counter.eyes().look().screen().equals("S21")) {
            counter.open("F9", "S21");
        }
        basket(payable);
        conclude(payable, 0);
        paper(payable);
    }

    /** Opens the basket and checks what it asks for. */
    private void basket(long payable) {
        if (!counter.eyes().look().screen().equals("S21")) {
            counter.open("F9", "S21");
        }
        counter.eyes().awaitText(Euro.words(payable));
        counter.eyes().awaitFocus("received");
    }

    /** Presses the concluding key; measures until the commit is on screen and until the printer hears of it. */
    private void conclude(long payable, long change) {
        Eyes eyes = counter.eyes();
        AtomicLong firstByte = new AtomicLong();
        counter.twins().printer().addListener(() -> firstByte.compareAndSet(0, System.nanoTime()));
        long pressed = System.nanoTime();
        eyes.press("F12");
        eyes.await(
                "the change",
                sight -> sight.texts().contains("Resto") && sight.texts().contains(Euro.words(change)),
                PATIENCE);
        counter.figure("concludeKeyToChangeOnScreen", Counter.since(pressed));
        expected += payable;
        counter.until("the first byte at the printer", () -> firstByte.get() != 0);
        counter.figure("concludeKeyToFirstByteAtPrinter", Duration.ofNanos(firstByte.get() - pressed));
    }

    /** The receipts: on paper, whole, and together the amount. */
    private String paper(long payable) {
        Eyes.Sight sight = counter.eyes().look();
        long documents = sight.texts().stream()
                .filter(text -> text.startsWith("Documento "))
                .count();
        Counter.check("a document", documents > 0);
        StringBuilder papers = new StringBuilder();
        for (int i = 0; i < documents; i++) {
            papers.append(counter.lastPaper().text().replace('\u00a0', ' ')).append('\n');
        }
        String text = papers.toString();
        Counter.check(
                "the amount " + Euro.words(payable) + " on paper",
                documents > 1 || text.contains(Euro.words(payable).replace(" €", "")));
        counter.eyes()
                .await(
                        "all of it printed",
                        it -> it.texts().stream()
                                        .filter(line -> line.equals("Stampato"))
                                        .count()
                                == documents,
                        PATIENCE);
        return text;
    }

    /** F12 once more: the next citizen may come. */
    private void thank(Persona citizen) {
        counter.step("closes the work, the next one may come", () -> {
            counter.eyes().press("F12");
            counter.eyes().awaitScreen("S03");
            counter.served(citizen);
        });
    }
}
