package it.sportello.domain.till;

import it.sportello.domain.money.Money;
import java.util.List;

/**
 * The notes a validator keeps: a container of its own beside the drawer, counted at opening and closing (specification
 * R-ADD-13). What it holds is cash of the till like what the drawer holds, so the book expects both together; what the
 * container alone should hold is known from what was stacked, never from what was paid.
 *
 * @param left what the last count left inside
 * @param stacked every note that was stacked since
 * @param uncertain whether notes may be inside that nobody could attribute, or the container was taken out
 */
public record NoteContainer(Money left, List<Denomination> stacked, boolean uncertain) {
    public NoteContainer {
        stacked = List.copyOf(stacked);
        if (!stacked.stream().allMatch(Denomination::isNote)) {
            throw new IllegalArgumentException("a validator keeps notes only");
        }
    }

    /** What a count should find. */
    public Money expected() {
        return stacked.stream().map(Denomination::value).reduce(left, Money::plus);
    }

    /** Positive when more was found than was stacked, negative when less. */
    public Money difference(Count counted) {
        return counted.total().minus(expected());
    }

    /** What is left for the drawer of what the book expects: a shortage of the one is not hidden by the other. */
    public Money drawerShare(Money expectedCash) {
        return expectedCash.minus(expected());
    }
}
