package it.sportello.domain.till;

import it.sportello.domain.money.Money;

/** The seven euro notes and eight coins, from the largest. */
public enum Denomination {
    NOTE_500(50_000, 0),
    NOTE_200(20_000, 0),
    NOTE_100(10_000, 0),
    NOTE_50(5_000, 0),
    NOTE_20(2_000, 0),
    NOTE_10(1_000, 0),
    NOTE_5(500, 0),
    COIN_2(200, 25),
    COIN_1(100, 25),
    CENT_50(50, 40),
    CENT_20(20, 40),
    CENT_10(10, 40),
    CENT_5(5, 50),
    CENT_2(2, 50),
    CENT_1(1, 50);

    private final int cents;
    private final int rollPieces;

    Denomination(int cents, int rollPieces) {
        this.cents = cents;
        this.rollPieces = rollPieces;
    }

    public int cents() {
        return cents;
    }

    public Money value() {
        return Money.ofCents(cents);
    }

    public boolean isNote() {
        return rollPieces == 0;
    }

    /** Coins in a standard roll of the euro area, 0 for notes. */
    public int rollPieces() {
        return rollPieces;
    }
}
