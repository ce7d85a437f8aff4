package it.sportello.app.citizen;

import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScreenKey.Nothing;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Work;
import java.util.List;
import java.util.Optional;

/**
 * Opens the page of somebody just identified: in the current work when it has nobody yet, in the work that serves this
 * person already, or in a new one, so that nobody's drafts get mixed or lost (Q52). On the window's thread.
 */
final class PersonDoor {
    private final Navigator navigator;

    PersonDoor(Navigator navigator) {
        this.navigator = navigator;
    }

    /** The search is on top of the current work and is over. */
    void open(Citizen citizen) {
        Work work = navigator.currentWork();
        Optional<Citizen> served = work.citizen().citizen();
        if (served.isPresent() && isSame(served.get(), citizen)) {
            navigator.open(ScreenKeys.PERSON);
        } else if (served.isPresent()) {
            openElsewhere(citizen);
        } else if (work.citizen().calledProperty().get().isEmpty() && workOf(citizen) > 0) {
            navigator.switchTo(workOf(citizen));
            navigator.open(ScreenKeys.PERSON);
        } else {
            work.citizen().serve(citizen);
            navigator.replace(ScreenKeys.PERSON, Nothing.NOTHING);
        }
    }

    /** Whether the code belongs to the citizen of the current work. */
    boolean isServed(String code) {
        return navigator
                .currentWork()
                .citizen()
                .citizen()
                .filter(citizen -> citizen.code().equalsIgnoreCase(code.strip()))
                .isPresent();
    }

    /** Makes room for somebody else: a work without a citizen becomes the current one; false when nine are open. */
    boolean makeRoom() {
        boolean taken = navigator.currentWork().citizen().citizen().isPresent();
        return !taken || navigator.beginWork();
    }

    private void openElsewhere(Citizen citizen) {
        int other = workOf(citizen);
        if (other > 0) {
            navigator.back();
            navigator.switchTo(other);
            navigator.open(ScreenKeys.PERSON);
        } else if (navigator.works().size() >= Navigator.MOST_WORKS) {
            // Says so in its own words and changes nothing.
            navigator.beginWork();
        } else {
            navigator.back();
            if (navigator.beginWork()) {
                navigator.currentWork().citizen().serve(citizen);
                navigator.open(ScreenKeys.PERSON);
            }
        }
    }

    /** Number in the rail of the work that serves the person, 0 when none does. */
    private int workOf(Citizen citizen) {
        List<Work> works = navigator.works();
        for (int i = 0; i < works.size(); i++) {
            if (works.get(i)
                    .citizen()
                    .citizen()
                    .filter(it -> isSame(it, citizen))
                    .isPresent()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isSame(Citizen one, Citizen other) {
        return one.personId().equals(other.personId());
    }
}
