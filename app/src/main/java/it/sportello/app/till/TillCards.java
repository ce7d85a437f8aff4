package it.sportello.app.till;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.RefusalCard;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.domain.till.AttemptRefusal;
import it.sportello.domain.till.SettlementRefusal;
import it.sportello.domain.till.TillRefusal;
import java.util.List;
import java.util.Map;

/** The cards of the till's refusals, with their values in. */
final class TillCards {
    private TillCards() {}

    /** The card of the first of several refusals of one act; a form shows the others where they are. */
    static RefusalCard of(List<TillRefusal> refusals, Frame frame) {
        TillRefusal first = refusals.get(0);
        return frame.refusals().card(Refusals.codeOf(first), values(first, frame), "");
    }

    /** The card of what stands against a payment by card. */
    static RefusalCard ofAttempt(AttemptRefusal refusal, Frame frame) {
        return frame.refusals().card(Refusals.codeOf(refusal), values(refusal), "");
    }

    /** Why a decision about a payment by card is refused and what to do now. */
    static String sentence(AttemptRefusal refusal, Frame frame, Texts texts) {
        String code = Refusals.codeOf(refusal);
        Map<String, String> values = values(refusal);
        return texts.get(
                "collect.refused",
                frame.refusals().cause(code, values),
                frame.refusals().next(code, values));
    }

    private static Map<String, String> values(AttemptRefusal refusal) {
        return switch (refusal) {
            case AttemptRefusal.StanOfEarlierOperation earlier -> Map.of("stan", earlier.stan());
            case AttemptRefusal.StanUsed used -> Map.of("stan", used.stan());
            case AttemptRefusal.TerminalInDoubt terminal -> Map.of();
            case AttemptRefusal.DueInDoubt due -> Map.of();
            case AttemptRefusal.AlreadyEnded ended -> Map.of();
            case AttemptRefusal.StanMissing missing -> Map.of();
            case AttemptRefusal.ReasonMissing missing -> Map.of();
        };
    }

    /** Why a basket is refused and what to do now. */
    static String sentence(SettlementRefusal refusal, Frame frame, Texts texts) {
        String code = Refusals.codeOf(refusal);
        Map<String, String> values = values(refusal, frame);
        return texts.get(
                "collect.refused",
                frame.refusals().cause(code, values),
                frame.refusals().next(code, values));
    }

    private static Map<String, String> values(TillRefusal refusal, Frame frame) {
        return switch (refusal) {
            case TillRefusal.DayOver over ->
                Map.of(
                        "day",
                        frame.words().date(over.accountingDay()),
                        "today",
                        frame.words().date(over.today()));
            case TillRefusal.ClockBack back ->
                Map.of(
                        "day",
                        frame.words().date(back.accountingDay()),
                        "today",
                        frame.words().date(back.today()));
            case TillRefusal.NoRecountLeft none -> Map.of("recounts", Integer.toString(none.admitted()));
            case TillRefusal.Pending pending ->
                Map.of("count", Integer.toString(pending.work().size()));
            case TillRefusal.ExtendsBeyondDay beyond ->
                Map.of("day", frame.words().date(beyond.accountingDay()));
            case TillRefusal.OldCopy copy -> Map.of("till", copy.tillId());
            case TillRefusal.NotHolder not -> Map.of("holder", not.holderId());
            case TillRefusal.NotInState not -> Map.of();
            case TillRefusal.OperatorHasSession has -> Map.of();
            case TillRefusal.DrawerHasSession has -> Map.of();
            case TillRefusal.ReasonMissing missing -> Map.of();
        };
    }

    private static Map<String, String> values(SettlementRefusal refusal, Frame frame) {
        return switch (refusal) {
            case SettlementRefusal.Insufficient less ->
                Map.of("missing", frame.words().money(less.missing()));
            case SettlementRefusal.ChangeOnlyFromCash more ->
                Map.of("excess", frame.words().money(more.excess()));
            case SettlementRefusal.CashLimit limit ->
                Map.of(
                        "cash",
                        frame.words().money(limit.cash()),
                        "limit",
                        frame.words().money(limit.limit()));
            case SettlementRefusal.PrivatePracticeInCash cash ->
                Map.of("cash", frame.words().money(cash.cash()));
            case SettlementRefusal.TenderNotPositive tender ->
                Map.of("amount", frame.words().money(tender.amount()));
            case SettlementRefusal.EmptyBasket empty -> Map.of();
            case SettlementRefusal.DueNotCollectable not -> Map.of();
            case SettlementRefusal.DueTwice twice -> Map.of();
            case SettlementRefusal.NoticeNotCollectable notice -> Map.of();
        };
    }
}
