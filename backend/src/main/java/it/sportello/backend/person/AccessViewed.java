package it.sportello.backend.person;

import it.sportello.api.Accesses.Viewed;
import it.sportello.api.Accesses.ViewedCounted;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.domain.operation.OperationType;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** {@code access.viewed}: who looked at whom, at which desk, and why. */
public final class AccessViewed implements Applier {
    private static final String VIEW = "VIEW";

    /** @param count above the number of persons named only in the older form, which counts what a search showed */
    private record Row(String kind, List<String> personIds, int count, String screen, String reason) {}

    @Override
    public OperationType type() {
        return OperationType.ACCESS_VIEWED;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        Row viewed = incoming.operation().payload().has("count")
                ? counted(incoming.payload(ViewedCounted.class))
                : named(incoming.payload(Viewed.class));
        handle.createUpdate("""
                        insert into access_row (operation_id, desk_id, operator_id, kind, person_ids, count, screen,
                            reason, occurred_at, received_at)
                        values (:operation, :desk, :operator, :kind, :persons, :count, :screen, :reason, :at, :received)""")
                .bind("operation", incoming.operation().id())
                .bind("desk", incoming.author().deskId())
                .bind("operator", incoming.author().operatorId())
                .bind("kind", viewed.kind())
                .bind("persons", viewed.personIds().toArray(String[]::new))
                .bind("count", viewed.count())
                .bind("screen", viewed.screen())
                .bind("reason", viewed.reason())
                .bind("at", incoming.operation().occurredAt())
                .bind("received", incoming.receivedAt())
                .execute();
        return incoming.runningTotalCents() == 0 ? Outcome.done() : Outcome.flagged(List.of("RUNNING_TOTAL"));
    }

    /** A view is of one person; a search names whoever it showed, and may have shown nobody. */
    private static Row named(Viewed viewed) {
        if (!isKind(viewed.kind(), viewed.personIds().size() == 1)) {
            throw malformed();
        }
        return new Row(viewed.kind(), viewed.personIds(), viewed.personIds().size(), viewed.screen(), viewed.reason());
    }

    private static Row counted(ViewedCounted viewed) {
        boolean view = viewed.personId().isPresent();
        if (!isKind(viewed.kind(), view) || view != viewed.kind().equals(VIEW)) {
            throw malformed();
        }
        return new Row(
                viewed.kind(), viewed.personId().stream().toList(), viewed.count(), viewed.screen(), viewed.reason());
    }

    private static boolean isKind(String kind, boolean ofOne) {
        return kind.equals("SEARCH") || (kind.equals(VIEW) && ofOne);
    }

    private static Refusal malformed() {
        return Refusal.of(ProblemCode.MALFORMED, "kind of an access");
    }
}
