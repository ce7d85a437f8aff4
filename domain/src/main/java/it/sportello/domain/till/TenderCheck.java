package it.sportello.domain.till;

import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;

/**
 * One tender squared on its own at closing (Q20).
 *
 * @param booked by the ledger
 * @param confirmed slips, cheques or notices as counted
 */
public record TenderCheck(TenderKind kind, Money booked, Money confirmed) {
    public Money difference() {
        return confirmed.minus(booked);
    }
}
