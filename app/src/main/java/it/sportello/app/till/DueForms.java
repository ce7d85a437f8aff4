package it.sportello.app.till;

import it.sportello.api.Dues;
import it.sportello.api.Tills;
import it.sportello.domain.document.DocumentLine;
import it.sportello.domain.document.FiscalDocument;
import it.sportello.domain.document.Regime;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Due;
import it.sportello.domain.till.DueKind;
import it.sportello.domain.till.DueState;

/** Dues and documents between the wire and the rules. */
final class DueForms {
    private DueForms() {}

    static Due due(Dues.DueView view) {
        return new Due(
                view.id(),
                view.personId(),
                DueKind.valueOf(view.kind()),
                Money.ofCents(view.amountCents()),
                Regime.valueOf(view.regime()),
                view.description(),
                view.referenceDate(),
                view.prescriptionNumber().orElse(null),
                view.noticeNumber().orElse(null),
                state(view.state()));
    }

    private static String dueId(DocumentLine line) {
        String id = line.dueId();
        if (id == null) {
            throw new IllegalArgumentException("a line of a collection settles a due");
        }
        return id;
    }

    private static DueState state(String wire) {
        return switch (wire) {
            case "OPEN" -> DueState.OPEN;
            case "PAID" -> DueState.SETTLED;
            case "CANCELLED" -> DueState.ANNULLED;
            default -> throw new IllegalArgumentException("state of a due " + wire);
        };
    }

    static Tills.Document onTheWire(FiscalDocument document) {
        return new Tills.Document(
                document.number().printed(),
                document.number().series().regime().name(),
                document.number().series().kind().name(),
                document.number().series().epoch(),
                document.number().series().year(),
                document.number().progressive(),
                document.day(),
                document.lines().stream()
                        .map(line -> new Tills.DocumentLine(
                                line.description(), dueId(line), line.amount().cents()))
                        .toList(),
                document.stamp().cents(),
                document.total().cents());
    }
}
