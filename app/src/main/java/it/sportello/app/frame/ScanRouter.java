package it.sportello.app.frame;

import it.sportello.app.frame.ScanPlaces.Handed;
import it.sportello.app.frame.ScanPlaces.OnlySaid;
import it.sportello.app.frame.ScanPlaces.Opened;
import it.sportello.app.frame.ScanPlaces.PersonPage;
import it.sportello.app.frame.ScreenKey.Nothing;
import it.sportello.devices.scanner.Scan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Takes every reading to its place (specification §2.2, R-IDN-1): what lies over the screen and wants it, then the screen
 * on show, then the place that {@link ScanPlaces} says. A draft stays where it is, and Esc leads back to it. Called on the
 * window's thread; never waits.
 */
public final class ScanRouter {
    /** Two halves of a prescription and a card; more than that is a hand playing with the reader. */
    private static final int MOST_WAITING = 4;

    private final Navigator navigator;
    private final Overlaid overlaid;
    private final Consumer<String> say;
    private final ScanSentences sentences = new ScanSentences(Texts.of(Window.class), new Words());
    private final List<Predicate<Reading>> routes = new ArrayList<>();
    private final Deque<Reading> waiting = new ArrayDeque<>();
    private Consumer<Reading> whenLocked = reading -> {};
    private boolean locked;

    /**
     * The router of a window.
     *
     * @param overlaid what lies over its screens
     * @param say shows a sentence
     */
    public ScanRouter(Navigator navigator, Overlaid overlaid, Consumer<String> say) {
        this.navigator = navigator;
        this.overlaid = overlaid;
        this.say = say;
        overlaid.whenClear(this::goOn);
    }

    /** A router of a window over whose screens nothing ever lies; {@code nobody} is told when no screen took a code. */
    public ScanRouter(Navigator navigator, Runnable nobody) {
        this(navigator, Overlaid.NOTHING, sentence -> nobody.run());
    }

    /** Adds who opens the page of a person for a code or a card, and hears what else a card reader says. */
    public void route(Predicate<Reading> route) {
        routes.add(route);
    }

    /** While the desk is hidden nothing is routed: only who hides it may hear readings (S04). */
    public void setLocked(boolean nowLocked) {
        locked = nowLocked;
        if (nowLocked) {
            waiting.clear();
        }
    }

    /** Who hears readings while the desk is hidden: the lock, for a badge. */
    public void setWhenLocked(Consumer<Reading> listener) {
        whenLocked = listener;
    }

    /** A reading arrived. */
    public void route(Reading reading) {
        if (locked) {
            whenLocked.accept(reading);
            return;
        }
        boolean moves = reading instanceof Reading.Code || reading instanceof Reading.Card;
        Overlaid.Answer answer = moves ? overlaid.offer(reading) : Overlaid.Answer.CLEAR;
        switch (answer) {
            case TAKEN -> {
                // The dialog has it.
            }
            case BUSY -> await(reading);
            case CLEAR -> navigator.leadingBack(() -> go(reading));
        }
    }

    private void await(Reading reading) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(reading);
        }
        if (reading instanceof Reading.Code code) {
            say.accept(sentences.waiting(code.scan()));
        }
    }

    /** Nothing lies over the screen any more: what was read meanwhile goes on, in its order. */
    private void goOn() {
        List<Reading> kept = List.copyOf(waiting);
        waiting.clear();
        kept.forEach(this::route);
    }

    private void go(Reading reading) {
        if (navigator.current().map(screen -> screen.scanned(reading)).orElse(false)) {
            return;
        }
        if (!(reading instanceof Reading.Code code)) {
            ask(reading);
        } else if (navigator.current().map(Screen::isPlain).orElse(false)) {
            say.accept(sentences.tooEarly(code.scan()));
        } else {
            open(code);
        }
    }

    private boolean ask(Reading reading) {
        return routes.stream().anyMatch(route -> route.test(reading));
    }

    private void open(Reading.Code code) {
        Scan scan = code.scan();
        switch (ScanPlaces.of(scan)) {
            case PersonPage page -> {
                if (!ask(code)) {
                    say.accept(sentences.nowhere(scan));
                }
            }
            case Opened(ScreenKey<String> key, String argument) -> {
                if (navigator.has(key)) {
                    navigator.open(key, argument);
                } else if (!ask(code)) {
                    say.accept(sentences.nowhere(scan));
                }
            }
            case Handed(ScreenKey<Nothing> key, boolean forCitizen) -> hand(code, key, forCitizen);
            case OnlySaid said -> {
                // A code of no kind may still be meant for a person: the search says what is wrong with it.
                if (!ask(code)) {
                    say.accept(sentences.nowhere(scan));
                }
            }
        }
    }

    private void hand(Reading.Code code, ScreenKey<Nothing> key, boolean forCitizen) {
        Scan scan = code.scan();
        if (!navigator.has(key)) {
            say.accept(sentences.nowhere(scan));
            return;
        }
        if (forCitizen && navigator.currentWork().citizen().citizen().isEmpty()) {
            say.accept(sentences.withoutCitizen(scan));
            return;
        }
        navigator.open(key);
        boolean taken = navigator.current().map(screen -> screen.scanned(code)).orElse(false);
        if (!taken) {
            say.accept(sentences.nowhere(scan));
        }
    }
}
