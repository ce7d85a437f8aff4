package it.sportello.app.till;

import it.sportello.app.frame.CitizenMessage;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.BasketTotals;
import it.sportello.domain.till.Settlement;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the citizen may read of a basket on the second screen (S66): amounts, never what they are for. */
final class BasketForCitizen {
    private final ReadOnlyObjectWrapper<CitizenMessage> message =
            new ReadOnlyObjectWrapper<>(new CitizenMessage.Waiting());

    ReadOnlyObjectProperty<CitizenMessage> property() {
        return message.getReadOnlyProperty();
    }

    /** By card nothing is rounded; of a payment whose end nobody knows nothing is told. */
    void follow(CollectionViewModel.Step step, BasketTotals totals) {
        switch (step) {
            case CHOOSING -> toPay(totals.payableInCash());
            case WAITING -> toPay(totals.total());
            case LOADING, UNKNOWN, EMPTY, DOUBT -> message.set(new CitizenMessage.Waiting());
            case COLLECTED -> {
                // What was paid stays until the basket is left.
            }
        }
    }

    private void toPay(Money due) {
        message.set(due.isPositive() ? new CitizenMessage.ToPay(due) : new CitizenMessage.Waiting());
    }

    /** After the commit: what was handed over and the change. */
    void paid(Settlement settlement, boolean byCard) {
        message.set(
                byCard
                        ? new CitizenMessage.PaidByCard(settlement.payable())
                        : new CitizenMessage.Paid(settlement.payable(), settlement.tendered(), settlement.change()));
    }
}
