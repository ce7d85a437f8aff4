package it.sportello.app.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes every reading to its place (specification §2.2): the current screen first, also while a dialog is open, then the
 * usual routes in the order they were added. Called on the window's thread.
 */
public final class ScanRouter {
    private final Navigator navigator;
    private final Runnable nobody;
    private final List<Predicate<Reading>> routes = new ArrayList<>();
    private boolean locked;

    /** @param nobody told when no screen and no route took a reading */
    public ScanRouter(Navigator navigator, Runnable nobody) {
        this.navigator = navigator;
        this.nobody = nobody;
    }

    /** Adds a usual route: returns true when it took the reading (a tax code opens the search, and so on). */
    public void route(Predicate<Reading> route) {
        routes.add(route);
    }

    /** While the desk is locked only {@code S04} may hear readings: nothing is routed. */
    public void setLocked(boolean nowLocked) {
        locked = nowLocked;
    }

    /** A reading arrived. */
    public void route(Reading reading) {
        if (locked) {
            return;
        }
        boolean taken =
                navigator.current().map(screen -> screen.scanned(reading)).orElse(false);
        for (int i = 0; !taken && i < routes.size(); i++) {
            taken = routes.get(i).test(reading);
        }
        if (!taken && reading instanceof Reading.Code) {
            nobody.run();
        }
    }
}
