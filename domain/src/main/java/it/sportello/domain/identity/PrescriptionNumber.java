package it.sportello.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * The number of a prescription. The electronic number and the number of the paper form have the same length and are
 * two types, because one is not accepted where the other belongs (complaint Q49).
 */
public sealed interface PrescriptionNumber permits Nre, PaperNumber {
    String value();

    /** The region that issued it, three digits. */
    String region();

    /**
     * Tells the two apart by the fourth and fifth character: the batch group of an electronic number runs from 0A to Z9
     * and so holds a letter, the paper form has two digits there. Null when the text is neither.
     */
    static @Nullable PrescriptionNumber parse(String typed) {
        PaperNumber paper = PaperNumber.parse(typed);
        return paper != null ? paper : Nre.parse(typed);
    }
}
