package it.sportello.quality.day.story;

import it.sportello.backend.sample.CastRole;
import it.sportello.backend.sample.SampleCast.Persona;
import it.sportello.devices.twin.card.CardBehaviour;
import it.sportello.devices.twin.card.CardTrouble;
import it.sportello.quality.day.place.Eyes;
import java.time.Duration;
import java.util.List;

/** The cashier: from the morning's count to the closing sheets, with everything that goes wrong in between. */
final class CashierDay {
    private static final long FLOAT = 10_000;
    private static final long STAMP = 200;
    private static final long SHORT = 500;
    private static final int LINES_LEFT = 9;
    private static final int SLOW_MOTOR = 120;
    private static final long HAND = 1_500;

    private final Counter counter;
    private final TillCounter till;

    CashierDay(Counter counter) {
        this.counter = counter;
        this.till = new TillCounter(counter);
    }

    /**
     * Plays the day of the cashier.
     *
     * @param sentOn people whom other desks sent on to pay
     */
    TillBalance play(List<Persona> sentOn) {
        counter.start();
        counter.signIn();
        counter.openDesk("", "S20");
        till.open(FLOAT);
        ordinaryMorning();
        rulesOfMoney();
        troubleWithDevices();
        troubleWithLines();
        for (Persona citizen : sentOn) {
            counter.callNext();
            counter.identifyByChip(citizen);
            till.collectWhatIsLeft(citizen);
        }
        fourWhoComeBack();
        cutOff();
        powerCut();
        TillBalance balance = till.closeShort(SHORT);
        counter.awaitAllSent();
        counter.signOut();
        counter.close();
        return balance;
    }

    private void ordinaryMorning() {
        Persona first = ordinary(0);
        counter.callNext();
        counter.identifyByChip(first);
        till.collectWithChange(first);
        Persona second = ordinary(1);
        counter.callNext();
        counter.identifyByBarcode(second);
        till.collectExactly(second);
        counter.timePasses(Duration.ofMinutes(7));
        Persona homocode = one(CastRole.HOMOCODE);
        counter.callNext();
        counter.step(
                "a tax code with a letter for a digit is as good as any",
                () -> Counter.check(
                        "a letter where digits stand in " + homocode.role(),
                        homocode.code().substring(6, 8).matches(".*[A-Z].*")
                                || homocode.code().substring(9, 11).matches(".*[A-Z].*")
                                || homocode.code().substring(12, 15).matches(".*[A-Z].*")));
        counter.identifyByChip(homocode);
        till.collectExactly(homocode);
        counter.timePasses(Duration.ofMinutes(11));
    }

    private void rulesOfMoney() {
        capped(one(CastRole.EXEMPT_DISEASE), "an exempt one for what the exemption does not cover: 36,15");
        capped(one(CastRole.NON_EXEMPT_OVER_CAP), "one without exemption above the cap: 36,15");
        Persona two = one(CastRole.TWO_PRESCRIPTIONS);
        counter.callNext();
        counter.identifyByBarcode(two);
        till.collectTogether(two, 2);
        Persona stamped = one(CastRole.STAMP_DUTY_PRIVATE);
        counter.callNext();
        counter.identifyByChip(stamped);
        till.collectWithStamp(stamped, STAMP);
        Persona rounded = one(CastRole.ROUNDING_CENTS);
        counter.callNext();
        counter.identifyByBarcode(rounded);
        till.collectRounded(rounded);
        Persona many = one(CastRole.MANY_DUES);
        counter.callNext();
        counter.identifyByChip(many);
        till.collectAllButOne(many, 2 * STAMP);
        counter.timePasses(Duration.ofMinutes(25));
    }

    private void capped(Persona citizen, String what) {
        counter.callNext();
        counter.identifyByChip(citizen);
        counter.step(what, () -> counter.eyes().awaitText("36,15 €"));
        till.collectExactly(citizen);
    }

    private void troubleWithDevices() {
        Persona unlucky = ordinary(2);
        counter.callNext();
        counter.identifyByBarcode(unlucky);
        till.collectThroughPaperOut(unlucky, LINES_LEFT);
        Persona hasty = ordinary(3);
        counter.callNext();
        counter.step("the card is pulled out too early, and the desk says so", () -> {
            counter.insertCard(hasty, CardBehaviour.USUAL.with(new CardTrouble.PulledAfter(2)));
            counter.eyes().awaitText("Tessera estratta troppo presto");
            // No hand puts a card back faster than this, and no reader would notice.
            Eyes.pause(HAND);
        });
        counter.identifyByChip(hasty);
        till.collectExactly(hasty);
    }

    /** Every other device fails once and comes back by itself. */
    private void troubleWithLines() {
        Persona unheard = ordinary(9);
        counter.callUnseen();
        counter.identifyWithTheLineBack(unheard);
        till.collectExactly(unheard);
        Persona noted = ordinary(12);
        counter.callNext();
        counter.identifyByChip(noted);
        till.collectNoteJudged(noted);
        Persona wedged = ordinary(10);
        counter.callNext();
        counter.identifyByWedge(wedged);
        till.collectByCard(wedged);
        Persona dropped = ordinary(11);
        counter.callNext();
        counter.identifyByChip(dropped);
        till.collectByCardThroughADrop(dropped);
    }

    /** They ask what they owe and go to fetch money: so the desk knows them when the line is cut. */
    private void fourWhoComeBack() {
        for (int i = 4; i < 8; i++) {
            Persona asking = ordinary(i);
            counter.identifyByBarcode(asking);
            counter.conclude();
        }
        counter.awaitAllSent();
    }

    private void cutOff() {
        counter.step("the line is cut", () -> {
            counter.premises().line().cut();
            counter.eyes().awaitText("Fuori linea");
        });
        for (int i = 4; i < 8; i++) {
            Persona citizen = ordinary(i);
            counter.callByHand(60 + i);
            counter.identifyByBarcode(citizen);
            counter.step("what the desk knows has its age", () -> counter.eyes().awaitText("Il server non risponde"));
            till.collectOffline(citizen);
            counter.timePasses(Duration.ofMinutes(5));
        }
        counter.step("the line is back after twenty minutes", () -> {
            counter.premises().line().mend();
            counter.eyes().awaitText("In linea");
        });
        counter.awaitAllSent();
    }

    private void powerCut() {
        Persona citizen = ordinary(8);
        counter.callNext();
        counter.identifyByChip(citizen);
        counter.step("the power fails right after a collection", () -> {
            counter.twins().printer().setMillisPerLine(SLOW_MOTOR);
            till.concludeAndKill(citizen);
        });
        counter.twins().printer().setMillisPerLine(0);
        counter.start();
        counter.signIn();
        counter.openDesk("", "S03");
        till.stillOpen();
        till.settleDoubtfulPrint();
        counter.identifyByBarcode(citizen);
        counter.step("nothing is asked for twice", () -> counter.eyes().awaitText("Niente da pagare."));
        counter.conclude();
        counter.served(citizen);
    }

    private Persona ordinary(int index) {
        return counter.premises().cast().of(CastRole.ORDINARY).get(index);
    }

    private Persona one(CastRole role) {
        return counter.premises().cast().of(role).getFirst();
    }
}
