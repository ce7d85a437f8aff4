package it.sportello.backend.person;

import it.sportello.api.Accesses.Viewed;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.domain.operation.OperationType;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** {@code access.viewed}: who looked at whom, at which desk, and why. */
public final class AccessViewed implements Applier {
    @Override
    public OperationType type() {
        return OperationType.ACCESS_VIEWED;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        Viewed viewed = incoming.payload(Viewed.class);
        boolean view = viewed.kind().equals("VIEW");
        if ((!view && !viewed.kind().equals("SEARCH"))
                || view != viewed.personId().isPresent()) {
            throw Refusal.of(ProblemCode.MALFORMED, "kind of an access");
        }
        handle.createUpdate("""
                        insert into access_row (operation_id, desk_id, operator_id, kind, person_id, count, screen,
                            reason, occurred_at, received_at)
                        values (:operation, :desk, :operator, :kind, :person, :count, :screen, :reason, :at, :received)""")
                .bind("operation", incoming.operation().id())
                .bind("desk", incoming.author().deskId())
                .bind("operator", incoming.author().operatorId())
                .bind("kind", viewed.kind())
                .bind("person", viewed.personId().orElse(null))
                .bind("count", viewed.count())
                .bind("screen", viewed.screen())
                .bind("reason", viewed.reason())
                .bind("at", incoming.operation().occurredAt())
                .bind("received", incoming.receivedAt())
                .execute();
        return incoming.runningTotalCents() == 0 ? Outcome.done() : Outcome.flagged(List.of("RUNNING_TOTAL"));
    }
}
