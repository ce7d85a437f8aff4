package it.sportello.domain.exemption;

import it.sportello.domain.prescription.Finding;
import java.util.List;

/** One objection to an exemption, or one thing to know; the text belongs to the screen. */
public record ExemptionFinding(Finding.Level level, Code code, List<Object> args) {
    /** The arguments of each are listed in brackets. */
    public enum Code {
        /** Not in the catalogue [code]. */
        UNKNOWN_CODE,
        /** Of before 1999, or closed [code]. */
        CLOSED_CODE,
        /** Lives on the prescription, is never registered [code]. */
        NOT_REGISTRABLE,
        /** The code of another region [code, region]. */
        OTHER_REGION,
        /** A spelling of another code: that one is registered [typed, code]. */
        CODE_REPLACED,
        /** Easily confused with another code [code, the other one, its description]. */
        SIMILAR_CODE,
        /** The end lies before the beginning [from, to]. */
        ENDS_BEFORE_BEGIN,
        /** The end has to be stated. */
        END_MISSING,
        /** No end: the report has no review date. */
        NO_REVIEW_DATE,
        /** The end lies after the latest possible one [to, latest]. */
        END_TOO_LATE,
        /** Over already [to]. */
        ENDED_ALREADY,
        /** The age does not fit [age, code]. */
        AGE_OUTSIDE,
        /** Begins before the birth [birth date]. */
        BEFORE_BIRTH,
        /** The person has it already for the whole period [from, to or ?]. */
        ALREADY_HELD,
        /** Joined with one that the person has already [from, to or ?]. */
        JOINED,
        /** Ends with a new job: the citizen has to say so. */
        ENDS_WITH_JOB,
        /** Prescriptions were used after the revocation: a recovery file is needed [how many, first date]. */
        RECOVERY_FILE_NEEDED,
        /** Revoked before it began [from]. */
        REVOKED_BEFORE_BEGIN
    }

    public ExemptionFinding {
        args = List.copyOf(args);
    }

    static ExemptionFinding block(Code code, Object... args) {
        return new ExemptionFinding(Finding.Level.BLOCK, code, List.of(args));
    }

    static ExemptionFinding warn(Code code, Object... args) {
        return new ExemptionFinding(Finding.Level.WARN, code, List.of(args));
    }

    static ExemptionFinding info(Code code, Object... args) {
        return new ExemptionFinding(Finding.Level.INFO, code, List.of(args));
    }

    boolean isBlock() {
        return level == Finding.Level.BLOCK;
    }
}
