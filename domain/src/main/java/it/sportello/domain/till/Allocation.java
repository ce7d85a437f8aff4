package it.sportello.domain.till;

import it.sportello.domain.document.Regime;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who pays what when one payment settles several documents. Traceable tenders go to private practice first, which asks
 * for them; cash pays what is left. The rounding stands on the largest document.
 */
final class Allocation {
    private Allocation() {}

    /** One draft for each group; what is tendered covers them all, and the excess is cash. */
    static List<DocumentDraft> drafts(List<Basket.Group> groups, Map<TenderKind, Money> tendered, Money rounding) {
        Map<Basket.Group, Money> roundings = roundings(groups, rounding);
        Map<TenderKind, Money> left = new EnumMap<>(TenderKind.class);
        left.putAll(tendered);
        Map<Basket.Group, DocumentDraft> drafts = new HashMap<>();
        List<Basket.Group> privateFirst = new ArrayList<>(groups);
        privateFirst.sort(Comparator.comparingInt(group -> group.regime() == Regime.PRIVATE_PRACTICE ? 0 : 1));
        for (Basket.Group group : privateFirst) {
            Money own = roundings.getOrDefault(group, Money.ZERO);
            drafts.put(group, draft(group, own, payments(group.total().plus(own), left)));
        }
        List<DocumentDraft> inOrder = new ArrayList<>();
        for (Basket.Group group : groups) {
            DocumentDraft draft = drafts.get(group);
            if (draft == null) {
                throw new IllegalStateException("a document was not allocated");
            }
            inOrder.add(draft);
        }
        return inOrder;
    }

    private static DocumentDraft draft(Basket.Group group, Money rounding, Map<TenderKind, Money> payments) {
        return new DocumentDraft(
                group.personId(), group.regime(), group.kind(), group.lines(), group.stamp(), rounding, payments);
    }

    /** Takes the amount from what is left: all other tenders before cash. */
    private static Map<TenderKind, Money> payments(Money amount, Map<TenderKind, Money> left) {
        Map<TenderKind, Money> payments = new EnumMap<>(TenderKind.class);
        Money missing = amount;
        for (TenderKind kind : TenderKind.values()) {
            Money available = left.getOrDefault(kind, Money.ZERO);
            if (kind != TenderKind.CASH && missing.isPositive() && available.isPositive()) {
                Money taken = available.min(missing);
                payments.put(kind, taken);
                left.put(kind, available.minus(taken));
                missing = missing.minus(taken);
            }
        }
        if (!missing.isZero()) {
            payments.put(TenderKind.CASH, missing);
            left.merge(TenderKind.CASH, missing.negated(), Money::plus);
        }
        return payments;
    }

    /** On the largest document; what would take it below zero goes on to the next. */
    private static Map<Basket.Group, Money> roundings(List<Basket.Group> groups, Money rounding) {
        Map<Basket.Group, Money> roundings = new HashMap<>();
        List<Basket.Group> largestFirst = new ArrayList<>(groups);
        largestFirst.sort(Comparator.comparing(Basket.Group::total).reversed());
        Money left = rounding;
        for (Basket.Group group : largestFirst) {
            Money own = left.isNegative() && left.negated().compareTo(group.total()) > 0
                    ? group.total().negated()
                    : left;
            roundings.put(group, own);
            left = left.minus(own);
        }
        return roundings;
    }
}
