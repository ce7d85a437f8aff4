package it.sportello.app.wiring;

import java.util.concurrent.CompletableFuture;

/** The display that shows the called number to the waiting room: numbers, never names. */
public interface NumberDisplay {
    /** What became of a number. */
    enum Shown {
        /** The display confirmed it. */
        ACKNOWLEDGED,
        /** The line took it, and this model never confirms. */
        SENT,
        /** Sent, without an answer in two seconds (R-QUE-5): call the number aloud. */
        SILENT,
        /** This desk has no display. */
        NONE
    }

    /** Shows a number; the future never completes exceptionally. */
    CompletableFuture<Shown> show(String number, int deskNumber);

    /** For a desk without a display. */
    static NumberDisplay none() {
        return (number, deskNumber) -> CompletableFuture.completedFuture(Shown.NONE);
    }
}
