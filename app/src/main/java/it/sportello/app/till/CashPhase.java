package it.sportello.app.till;

import it.sportello.domain.money.Money;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The basket that takes cash at this moment, if any: only while there is one may a validator take notes, and only to it
 * does a reading belong (R-ADD-13). Any thread may ask.
 */
public final class CashPhase {
    private volatile Optional<Open> open = Optional.empty();

    /** A basket in its cash phase; two phases are never the same, not even of the same person. */
    static final class Open {
        private final Consumer<JudgedNote> heard;
        private volatile Money payable;

        /**
         * A phase.
         *
         * @param payable what is to be paid in cash
         * @param heard told of every note of this phase, on any thread
         */
        Open(Money payable, Consumer<JudgedNote> heard) {
            this.payable = payable;
            this.heard = heard;
        }

        Money payable() {
            return payable;
        }

        void setPayable(Money next) {
            payable = next;
        }

        void tell(JudgedNote note) {
            heard.accept(note);
        }
    }

    Optional<Open> now() {
        return open;
    }

    boolean is(Open phase) {
        return open.filter(now -> now == phase).isPresent();
    }

    void begin(Open phase) {
        open = Optional.of(phase);
    }

    /** Ends the phase, whichever it is. */
    void end() {
        open = Optional.empty();
    }
}
