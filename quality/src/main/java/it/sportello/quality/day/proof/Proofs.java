package it.sportello.quality.day.proof;

import it.sportello.quality.day.DayReport;
import it.sportello.quality.day.place.Premises;

/** What must hold at the end of the day. */
public final class Proofs {
    private final Premises premises;
    private final DayReport report;

    public Proofs(Premises premises, DayReport report) {
        this.premises = premises;
        this.report = report;
    }

    public void prove() {
        long cash = premises.server().number("select coalesce(sum(cash_cents), 0) from ledger_entry");
        report.proof("ledger", cash == 0, "ledger " + cash);
    }
}
