package it.sportello.quality.day.story;

import it.sportello.backend.sample.CastRole;
import it.sportello.backend.sample.SampleCast.Persona;
import java.util.List;

/** The cashier: from the morning's count to the closing sheets. */
final class CashierDay {
    private static final long FLOAT = 10_000;

    private final Counter counter;
    private final TillCounter till;

    CashierDay(Counter counter) {
        this.counter = counter;
        this.till = new TillCounter(counter);
    }

    void play() {
        counter.start();
        counter.signIn();
        counter.openDesk(0);
        till.open(FLOAT);
        ordinaryMorning();
        counter.close();
    }

    private void ordinaryMorning() {
        Persona first = ordinary(0);
        counter.callNext();
        counter.identifyByChip(first);
        till.collectWithChange(first, 0);
    }

    private Persona ordinary(int index) {
        return all(CastRole.ORDINARY).get(index);
    }

    private Persona one(CastRole role) {
        return all(role).getFirst();
    }

    private List<Persona> all(CastRole role) {
        return counter.premises().cast().of(role);
    }
}
