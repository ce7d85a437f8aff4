package it.sportello.quality.day.story;

import it.sportello.backend.sample.SampleCast.Persona;
import it.sportello.quality.day.place.OtherDesk;
import it.sportello.quality.day.place.Premises;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The parts of the day, in the order of the morning: places are booked, exemptions registered, money is taken. */
public final class Story {
    private static final String SIDE_DESK = "SP07";

    private final Premises premises;
    private final Play play;
    private final Served served = new Served();
    private final List<String> desks = new ArrayList<>();
    private final List<TillBalance> tills = new ArrayList<>();

    public Story(Premises premises, Play play) {
        this.premises = premises;
        this.play = play;
    }

    /**
     * Plays the day.
     *
     * @param only names of the parts to play; empty for all
     */
    public void play(Set<String> only) {
        try (OtherDesk entrance = premises.otherDesk(SIDE_DESK, "cup2")) {
            List<Persona> sentOn = new ArrayList<>();
            if (wanted(only, "cup")) {
                sentOn.add(new CupMorning(counter(entrance, new Counter.Seat("SP05", "cup1", "A"))).play());
            }
            if (wanted(only, "exemptions")) {
                sentOn.add(new ExemptionDesk(counter(entrance, new Counter.Seat("SP06", "multi1", "M"))).play());
            }
            if (wanted(only, "cashier")) {
                tills.add(new CashierDay(counter(entrance, new Counter.Seat("SP04", "cassa1", "C"))).play(sentOn));
            }
        }
    }

    private Counter counter(OtherDesk entrance, Counter.Seat seat) {
        desks.add(seat.deskId());
        return new Counter(premises, play, entrance, served, seat);
    }

    private static boolean wanted(Set<String> only, String part) {
        return only.isEmpty() || only.contains(part);
    }

    /** The desks that were worked at. */
    public List<String> desks() {
        return List.copyOf(desks);
    }

    /** The tills that were opened, as the day reckons them. */
    public List<TillBalance> tills() {
        return List.copyOf(tills);
    }

    /** Who was shown and served. */
    public Served served() {
        return served;
    }
}
