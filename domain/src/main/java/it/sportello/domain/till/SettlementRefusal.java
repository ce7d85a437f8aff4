package it.sportello.domain.till;

import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;

/** Why a basket cannot be collected. All that apply are listed. */
public sealed interface SettlementRefusal {
    record EmptyBasket() implements SettlementRefusal {}

    record DueNotCollectable(String dueId, DueState state) implements SettlementRefusal {}

    record DueTwice(String dueId) implements SettlementRefusal {}

    /** The state of the notice cannot be asked now, and the parameter does not relax it. */
    record NoticeNotCollectable(String dueId) implements SettlementRefusal {}

    record TenderNotPositive(TenderKind kind, Money amount) implements SettlementRefusal {}

    /** Less was tendered than is payable. */
    record Insufficient(Money missing) implements SettlementRefusal {}

    /** Only cash gives change: the other tenders exceed what is due. */
    record ChangeOnlyFromCash(Money excess) implements SettlementRefusal {}

    /** What cash would pay, together with the payments it belongs to, reaches the limit. */
    record CashLimit(Money cash, Money limit) implements SettlementRefusal {}

    record PrivatePracticeInCash(Money cash) implements SettlementRefusal {}
}
