package it.sportello.domain.till;

import it.sportello.domain.document.DocumentKind;
import it.sportello.domain.document.DocumentLine;
import it.sportello.domain.document.Regime;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The dues selected for one payment. Each is paid whole; {@link Line} holds the amount apart from the due so that a
 * part may be paid where a rule admits it.
 */
public record Basket(List<Line> lines) {
    /** A due and what is paid of it. */
    public record Line(Due due, Money amount) {
        public Line {
            if (!amount.equals(due.amount())) {
                throw new IllegalArgumentException("a due is paid whole: " + amount + " of " + due.amount());
            }
        }
    }

    public Basket {
        lines = List.copyOf(lines);
    }

    public static Basket of(List<Due> dues) {
        return new Basket(dues.stream().map(due -> new Line(due, due.amount())).toList());
    }

    public BasketTotals totals(CollectionRules rules) {
        Money dues = Money.ZERO;
        for (Line line : lines) {
            dues = dues.plus(line.amount());
        }
        Money stamp = groups(rules).stream().map(Group::stamp).reduce(Money.ZERO, Money::plus);
        return new BasketTotals(dues, stamp, rules.cashRounding(dues.plus(stamp)));
    }

    /**
     * Whether these tenders settle the basket, and with which documents.
     *
     * @param relatedCash cash already paid today in payments this one belongs to, so that a split does not pass under
     *     the limit; zero when none
     */
    public SettlementOutcome settle(List<Tender> tenders, CollectionRules rules, Money relatedCash) {
        List<SettlementRefusal> refusals = refusals(tenders, rules);
        BasketTotals totals = totals(rules);
        Map<TenderKind, Money> tendered = byKind(tenders);
        Money cash = tendered.getOrDefault(TenderKind.CASH, Money.ZERO);
        Money handed = tendered.values().stream().reduce(Money.ZERO, Money::plus);
        Money other = handed.minus(cash);
        Money rounding = other.isZero() ? totals.cashRounding() : Money.ZERO;
        Money payable = totals.total().plus(rounding);
        Money change = handed.minus(payable);
        if (change.isNegative()) {
            refusals.add(new SettlementRefusal.Insufficient(change.negated()));
        }
        if (other.compareTo(payable) > 0) {
            refusals.add(new SettlementRefusal.ChangeOnlyFromCash(other.minus(payable)));
        }
        Money cashKept = payable.minus(other);
        Money allCash = cashKept.plus(relatedCash);
        if (cashKept.isPositive() && allCash.compareTo(rules.cashLimit()) >= 0) {
            refusals.add(new SettlementRefusal.CashLimit(allCash, rules.cashLimit()));
        }
        if (!refusals.isEmpty()) {
            return new SettlementOutcome.Refused(refusals);
        }
        List<DocumentDraft> drafts = Allocation.drafts(groups(rules), tendered, rounding);
        Money privateCash = drafts.stream()
                .filter(draft -> draft.regime() == Regime.PRIVATE_PRACTICE)
                .map(DocumentDraft::cash)
                .reduce(Money.ZERO, Money::plus);
        if (privateCash.isPositive() && !rules.privatePracticeCash()) {
            return new SettlementOutcome.Refused(List.of(new SettlementRefusal.PrivatePracticeInCash(privateCash)));
        }
        return new SettlementOutcome.Settled(
                new Settlement(drafts, totals.total(), rounding, payable, handed, change, cashKept));
    }

    private List<SettlementRefusal> refusals(List<Tender> tenders, CollectionRules rules) {
        List<SettlementRefusal> refusals = new ArrayList<>();
        if (lines.isEmpty()) {
            refusals.add(new SettlementRefusal.EmptyBasket());
        }
        Set<String> seen = new HashSet<>();
        for (Line line : lines) {
            Due due = line.due();
            if (!seen.add(due.id())) {
                refusals.add(new SettlementRefusal.DueTwice(due.id()));
            }
            if (!due.state().isCollectable()) {
                refusals.add(new SettlementRefusal.DueNotCollectable(due.id(), due.state()));
            }
            if (due.noticeNumber() != null && !rules.noticesCollectable()) {
                refusals.add(new SettlementRefusal.NoticeNotCollectable(due.id()));
            }
        }
        for (Tender tender : tenders) {
            if (!tender.amount().isPositive()) {
                refusals.add(new SettlementRefusal.TenderNotPositive(tender.kind(), tender.amount()));
            }
        }
        return refusals;
    }

    private static Map<TenderKind, Money> byKind(List<Tender> tenders) {
        Map<TenderKind, Money> byKind = new LinkedHashMap<>();
        tenders.forEach(tender -> byKind.merge(tender.kind(), tender.amount(), Money::plus));
        return byKind;
    }

    /** One document for each person, regime and kind; the stamp is tested on each, before adding it. */
    private List<Group> groups(CollectionRules rules) {
        Map<Key, List<Due>> byKey = new LinkedHashMap<>();
        for (Line line : lines) {
            Due due = line.due();
            Key key = new Key(due.personId(), due.regime(), due.kind().document());
            byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(due);
        }
        return byKey.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue(), rules))
                .toList();
    }

    private static Group group(Key key, List<Due> dues, CollectionRules rules) {
        Money stampable = Money.ZERO;
        List<DocumentLine> documentLines = new ArrayList<>();
        for (Due due : dues) {
            DocumentLine line = new DocumentLine(due.id(), due.description(), due.amount(), rules.vatOf(due.kind()));
            documentLines.add(line);
            if (!line.vat().isTaxed() && !due.kind().isCoPayment()) {
                stampable = stampable.plus(due.amount());
            }
        }
        Money stamp = stampable.compareTo(rules.stampThreshold()) > 0 ? rules.stampDuty() : Money.ZERO;
        return new Group(key.personId(), key.regime(), key.kind(), documentLines, stamp);
    }

    private record Key(String personId, Regime regime, DocumentKind kind) {}

    /** A document to be, before it is known who pays what. */
    record Group(String personId, Regime regime, DocumentKind kind, List<DocumentLine> lines, Money stamp) {
        Money total() {
            return lines.stream().map(DocumentLine::amount).reduce(stamp, Money::plus);
        }
    }
}
