package it.sportello.app.till;

import it.sportello.domain.money.Money;
import java.util.Optional;

/**
 * The basket that takes cash at this moment, if any: only while there is one may a validator take notes, and only to it
 * does a reading belong (R-ADD-13). Any thread may ask.
 */
public final class CashPhase {
    private volatile Optional<Open> open = Optional.empty();

    /** A basket in its cash phase; two phases are never the same, not even of the same person. */
    static final class Open {
        private volatile Money payable;

        Open(Money payable) {
            this.payable = payable;
        }

        Money payable() {
            return payable;
        }

        void setPayable(Money next) {
            payable = next;
        }
    }

    Optional<Open> now() {
        return open;
    }

    void begin(Open phase) {
        open = Optional.of(phase);
    }

    /** Ends this phase; one that another has followed changes nothing. */
    boolean end(Open phase) {
        boolean mine = open.filter(now -> now == phase).isPresent();
        if (mine) {
            open = Optional.empty();
        }
        return mine;
    }
}
