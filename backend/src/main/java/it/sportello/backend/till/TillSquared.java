package it.sportello.backend.till;

import it.sportello.api.ProblemCode;
import it.sportello.api.Tills;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.domain.money.TenderKind;
import it.sportello.domain.operation.OperationType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * {@code till.squared}: one tender of a session at its closing. What the desk booked must be what its collections told;
 * the figure of the terminal is a comparison, for it also counts what was paid there beside the desk.
 */
public final class TillSquared implements Applier {
    @Override
    public OperationType type() {
        return OperationType.TILL_SQUARED;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        Tills.Squared squared = incoming.payload(Tills.Squared.class);
        boolean known = Arrays.stream(TenderKind.values())
                .anyMatch(one -> one.name().equals(squared.kind()) && one != TenderKind.CASH);
        if (!known) {
            throw Refusal.of(ProblemCode.MALFORMED, "kind of a tender");
        }
        Set<String> flags = new TreeSet<>();
        TillSessions.flagClosing(handle, incoming, squared.tillSessionId(), flags);
        if (AttemptRows.booked(handle, squared.tillSessionId(), squared.kind()) != squared.bookedCents()) {
            flags.add("TENDER_TOTAL_DIFFERS");
        }
        insert(handle, incoming, squared);
        LedgerRows.append(handle, incoming, List.of(), flags);
        return Outcome.flagged(List.copyOf(flags));
    }

    private static void insert(Handle handle, Incoming incoming, Tills.Squared squared) {
        Optional<Tills.TerminalTotals> terminal = squared.terminal();
        handle.createUpdate("""
                        insert into tender_squared (operation_id, till_session_id, kind, booked_cents, terminal_id,
                            local_cents, host_cents)
                        values (:operation, :session, :kind, :booked, :terminal, :local, :host)""")
                .bind("operation", incoming.operation().id())
                .bind("session", squared.tillSessionId())
                .bind("kind", squared.kind())
                .bind("booked", squared.bookedCents())
                .bind("terminal", terminal.map(Tills.TerminalTotals::terminalId).orElse(null))
                .bind("local", terminal.map(Tills.TerminalTotals::localCents).orElse(null))
                .bind("host", terminal.flatMap(Tills.TerminalTotals::hostCents).orElse(null))
                .execute();
    }
}
