package it.sportello.domain.prescription;

/** What the checks of a prescription can find; the arguments of each are listed in brackets. */
public enum FindingCode {
    /** The prescription has no rows. */
    NO_ROWS,
    /** Dated after today [issued on]. */
    DATED_IN_FUTURE,
    /** Older than its validity [last valid date]. */
    EXPIRED,
    /** About to expire [last valid date, days left]. */
    EXPIRES_SOON,
    /** More items than a prescription may have [items, most]. */
    TOO_MANY_ITEMS,
    /** More kinds of item than a prescription of this branch may have [kinds, most, branch]. */
    TOO_MANY_KINDS,
    /** Rows of different branches [branches, separated by commas]. */
    MIXED_BRANCHES,
    /** A quantity that is not positive [row from 1, quantity]. */
    QUANTITY_INVALID,
    /** Only a number of a batch, not yet a prescription. */
    NOT_COMPILED,
    /** Cancelled by the prescriber [since]. */
    CANCELLED_BY_PRESCRIBER,
    /** Taken in charge by another provider [who, since]. */
    TAKEN_ELSEWHERE,
    /** Taken in charge here already [since]. */
    TAKEN_HERE,
    /** Suspended by a provider [who, since]. */
    SUSPENDED,
    /** Delivered already [who, since]. */
    ALREADY_DELIVERED,
    /** Its delivery was annulled [who, since]. */
    DELIVERY_ANNULLED,
    /** Expired in the central system [since]. */
    EXPIRED_CENTRALLY,
    /** Another booking or file uses it [reference, since]. */
    ALREADY_USED,
    /** Made out to somebody else [masked code on the prescription]. */
    PERSON_MISMATCH,
    /** Made out to a former code of the person [masked code on the prescription]. */
    FORMER_CODE,
    /** No priority class though a row needs one [row from 1]. */
    CLASS_MISSING,
    /** No access type though a row needs one [row from 1]. */
    ACCESS_TYPE_MISSING,
    /** A check or follow-up: no guarantee on the waiting time. */
    FOLLOW_UP,
    /** Neither diagnosis nor question. */
    DIAGNOSIS_MISSING,
    /** The exemption is not active at the reference date [code, reference date]. */
    EXEMPTION_NOT_ACTIVE,
    /** The exemption is not in the catalogue [code]. */
    EXEMPTION_UNKNOWN,
    /** The exemption is of the codes before 1999 or closed [code]. */
    EXEMPTION_CLOSED,
    /** The catalogue has no table of services for the code [code]. */
    EXEMPTION_TABLE_MISSING,
    /** Exempt and other rows on one prescription: computed row by row [exempt rows, other rows]. */
    EXEMPTION_MIXED_ROWS,
    /** The prescription carries none, the person has some active [codes, separated by commas]. */
    EXEMPTION_SUGGESTED,
    /** Paper form: no central lock, duplicates are found in the archive only. */
    PAPER_WITHOUT_LOCK
}
