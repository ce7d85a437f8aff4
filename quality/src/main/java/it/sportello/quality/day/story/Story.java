package it.sportello.quality.day.story;

import it.sportello.quality.day.place.OtherDesk;
import it.sportello.quality.day.place.Premises;
import java.util.Set;

/** The parts of the day, in the order of the morning: places are booked, exemptions registered, money is taken. */
public final class Story {
    private static final String SIDE_DESK = "SP07";

    private final Premises premises;
    private final Play play;
    private final Served served = new Served();

    public Story(Premises premises, Play play) {
        this.premises = premises;
        this.play = play;
    }

    /** @param only names of the parts to play; empty for all */
    public void play(Set<String> only) {
        try (OtherDesk entrance = premises.otherDesk(SIDE_DESK, "cup2")) {
            if (wanted(only, "cashier")) {
                new CashierDay(counter(entrance, new Counter.Seat("SP04", "cassa1", "C"))).play();
            }
        }
    }

    private Counter counter(OtherDesk entrance, Counter.Seat seat) {
        return new Counter(premises, play, entrance, served, seat);
    }

    private static boolean wanted(Set<String> only, String part) {
        return only.isEmpty() || only.contains(part);
    }

    /** Who was shown and served. */
    public Served served() {
        return served;
    }
}
