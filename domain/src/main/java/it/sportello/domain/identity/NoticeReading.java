package it.sportello.domain.identity;

import java.util.Set;

/** What came of reading the QR code of a pagoPA notice: the notice, or everything that is wrong with it. */
public sealed interface NoticeReading {
    /** It is a notice; its check digits may still be wrong, see {@link NoticeNumber#isCheckRight()}. */
    record Accepted(NoticeCode code) implements NoticeReading {}

    /** It is none; never empty. */
    record Rejected(Set<Fault> faults) implements NoticeReading {
        public Rejected {
            faults = Set.copyOf(faults);
        }
    }

    /** What may be wrong, in the order of the fields. */
    enum Fault {
        /** Not five fields parted by bars, or another beginning. */
        FIELDS,
        /** Another version than 002. */
        VERSION,
        /** Not 18 digits, or an auxiliary digit nobody issues. */
        NUMBER,
        /** The creditor has not 11 digits. */
        CREDITOR,
        /** Not 1 to 11 digits of cents. */
        AMOUNT
    }
}
