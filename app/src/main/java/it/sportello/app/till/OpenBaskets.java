package it.sportello.app.till;

import it.sportello.domain.till.PendingWork;
import java.util.ArrayList;
import java.util.List;

/**
 * The baskets in the works of this desk, drafts included: a till does not close over one of them (Q02, R-TIL-14). Used on
 * the window's thread only.
 */
final class OpenBaskets {
    private final List<CollectionViewModel> baskets = new ArrayList<>();

    /** A screen of collection was opened. */
    void add(CollectionViewModel basket) {
        baskets.add(basket);
    }

    /** Its work is over. */
    void remove(CollectionViewModel basket) {
        baskets.remove(basket);
    }

    /** What a closing has to wait for: a person's identifier each. */
    List<PendingWork> pending() {
        return baskets.stream()
                .flatMap(basket -> basket.openFor().stream())
                .map(payer -> new PendingWork(PendingWork.Kind.OPEN_BASKET, payer.personId(), false))
                .toList();
    }

    /** Who stands on the basket of a person, for the operator's eyes only. */
    String holder(String personId) {
        return baskets.stream()
                .flatMap(basket -> basket.openFor().stream())
                .filter(payer -> payer.personId().equals(personId))
                .map(CollectionViewModel.Payer::holder)
                .findFirst()
                .orElse("");
    }
}
