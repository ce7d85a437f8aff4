package it.sportello.domain.document;

import it.sportello.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an issued document may be annulled: same open session, own document, not yet handed over as an invoice; alone up
 * to a parameter, otherwise with a second person. Later there is only the credit note (specification R-TIL-9).
 *
 * @param sessionId the session of who asks, null when none is open
 * @param handedOver the paper went out and did not come back, or its data were transmitted
 * @param approverId second person who confirmed, null when none did
 * @param alone highest payable amount annulled without a second person (parameter {@code voidAlone})
 */
public record Annulment(
        @Nullable String sessionId,
        String operatorId,
        boolean handedOver,
        @Nullable String approverId,
        Money alone,
        String reason) {

    /** What the rule answers. */
    public sealed interface Outcome {
        /** The same document, annulled; its number stays. */
        record Annulled(FiscalDocument after) implements Outcome {}

        /** Legal, but a second person has to confirm first; until then no cash leaves the drawer. */
        record NeedsSecondPerson(Money payable) implements Outcome {}

        record Refused(List<Refusal> refusals) implements Outcome {}
    }

    /** Why an annulment is refused. */
    public enum Refusal {
        NO_OPEN_SESSION,
        /** Issued in another session: only a credit note or a reversal is left. */
        OTHER_SESSION,
        NOT_OWN_DOCUMENT,
        NOT_ISSUED,
        /** An invoice already handed over gets only a credit note (art. 26 DPR 633/1972). */
        ALREADY_HANDED_OVER,
        IS_A_CREDIT,
        REASON_MISSING,
        /** The second person is the one who asks. */
        APPROVES_ITSELF
    }

    public Outcome check(FiscalDocument document) {
        List<Refusal> refusals = refusals(document);
        if (!refusals.isEmpty()) {
            return new Outcome.Refused(List.copyOf(refusals));
        }
        if (document.payable().compareTo(alone) > 0 && approverId == null) {
            return new Outcome.NeedsSecondPerson(document.payable());
        }
        return new Outcome.Annulled(document.withState(DocumentState.ANNULLED));
    }

    private List<Refusal> refusals(FiscalDocument document) {
        List<Refusal> refusals = new ArrayList<>();
        if (sessionId == null) {
            refusals.add(Refusal.NO_OPEN_SESSION);
        } else if (!sessionId.equals(document.sessionId())) {
            refusals.add(Refusal.OTHER_SESSION);
        }
        if (!operatorId.equals(document.operatorId())) {
            refusals.add(Refusal.NOT_OWN_DOCUMENT);
        }
        if (document.state() != DocumentState.ISSUED) {
            refusals.add(Refusal.NOT_ISSUED);
        }
        if (handedOver) {
            refusals.add(Refusal.ALREADY_HANDED_OVER);
        }
        if (document.number().series().kind().isCredit()) {
            refusals.add(Refusal.IS_A_CREDIT);
        }
        if (reason.isBlank()) {
            refusals.add(Refusal.REASON_MISSING);
        }
        if (operatorId.equals(approverId)) {
            refusals.add(Refusal.APPROVES_ITSELF);
        }
        return refusals;
    }
}
