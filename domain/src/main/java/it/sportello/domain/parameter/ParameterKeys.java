package it.sportello.domain.parameter;

import it.sportello.domain.money.Money;
import java.time.Duration;
import java.time.MonthDay;
import java.util.List;

/** The parameters that the rules of this product read. Units are in the comments; sources are in the rows. */
public final class ParameterKeys {
    private ParameterKeys() {}

    /** Highest co-payment of one prescription. */
    public static final ParameterKey<Money> COPAYMENT_CAP = ParameterKey.money("copayment.cap");

    /** Fixed fee added to the co-payment of one prescription. */
    public static final ParameterKey<Money> COPAYMENT_FIXED_FEE = ParameterKey.money("copayment.fixedFee");

    /** A document not subject to VAT above this amount bears stamp duty. */
    public static final ParameterKey<Money> STAMP_THRESHOLD = ParameterKey.money("stamp.threshold");

    public static final ParameterKey<Money> STAMP_AMOUNT = ParameterKey.money("stamp.amount");

    /** A payment of this amount or more may not be made in cash. */
    public static final ParameterKey<Money> CASH_LIMIT = ParameterKey.money("cash.limit");

    /** Whether a payment entirely in cash is rounded. */
    public static final ParameterKey<Boolean> CASH_ROUNDING = ParameterKey.flag("cash.rounding");

    /** Multiple to which cash is rounded. */
    public static final ParameterKey<Money> CASH_ROUNDING_STEP = ParameterKey.money("cash.rounding.step");

    /** Whether private practice may be paid in cash at the authority's own desk. */
    public static final ParameterKey<Boolean> PRIVATE_PRACTICE_CASH = ParameterKey.flag("cash.privatePractice");

    /** Above this amount an annulment of one's own document in one's own session needs a second person. */
    public static final ParameterKey<Money> VOID_ALONE = ParameterKey.money("document.voidAlone");

    /** Above this amount a refund needs a second person. */
    public static final ParameterKey<Money> REFUND_ALONE = ParameterKey.money("refund.alone");

    /** Above this amount a refund is not paid in cash. */
    public static final ParameterKey<Money> REFUND_CASH_LIMIT = ParameterKey.money("refund.cashLimit");

    /** A difference at closing above this amount is shown as a serious one. */
    public static final ParameterKey<Money> CLOSING_DIFFERENCE_WARNING =
            ParameterKey.money("closing.difference.warning");

    /** How often the cash may be counted again at closing. */
    public static final ParameterKey<Integer> CLOSING_RECOUNTS = ParameterKey.number("closing.recounts");

    /** Calendar days within which a cash shortage is made good. */
    public static final ParameterKey<Integer> SHORTAGE_DAYS = ParameterKey.number("shortage.days");

    /** Whether a pagoPA notice may be cashed while the desk is cut off. */
    public static final ParameterKey<Boolean> NOTICE_OFFLINE = ParameterKey.flag("notice.offline");

    public static final ParameterKey<Duration> SLOT_HOLD = ParameterKey.seconds("slot.hold.seconds");
    public static final ParameterKey<Duration> SLOT_HOLD_EXTENSION =
            ParameterKey.seconds("slot.hold.extension.seconds");
    public static final ParameterKey<Duration> IDLE_LOCK = ParameterKey.seconds("session.idleLock.seconds");

    /** How long one part of a prescription number waits for the other one. */
    public static final ParameterKey<Duration> SCAN_PART_WAIT = ParameterKey.seconds("scan.part.seconds");

    /** Age of the credential above which the sign-in without network is refused. */
    public static final ParameterKey<Duration> OFFLINE_SIGN_IN = ParameterKey.hours("session.offline.hours");

    /** Waiting times at which the queue turns amber and red. */
    public static final ParameterKey<Duration> QUEUE_AMBER = ParameterKey.seconds("queue.amber.seconds");

    public static final ParameterKey<Duration> QUEUE_RED = ParameterKey.seconds("queue.red.seconds");

    /** The service level of a wait, inclusive. */
    public static final ParameterKey<Duration> QUEUE_LIMIT = ParameterKey.seconds("queue.limit.seconds");

    /** How often a number is called again before the person may be marked absent. */
    public static final ParameterKey<Integer> QUEUE_ABSENT_RECALLS = ParameterKey.number("queue.absent.recalls");

    /** Hour of Europe/Rome at which the queue begins a new day, 0 to 23. */
    public static final ParameterKey<Integer> QUEUE_ROLLOVER_HOUR = ParameterKey.number("queue.rollover.hour");

    /** Hours from the contact within which class U is served. */
    public static final ParameterKey<Duration> PRIORITY_U = ParameterKey.hours("priority.U.hours");

    /** Calendar days from the contact. */
    public static final ParameterKey<Integer> PRIORITY_B = ParameterKey.number("priority.B.days");

    public static final ParameterKey<Integer> PRIORITY_D_VISIT = ParameterKey.number("priority.D.visit.days");
    public static final ParameterKey<Integer> PRIORITY_D_DIAGNOSTIC = ParameterKey.number("priority.D.diagnostic.days");
    public static final ParameterKey<Integer> PRIORITY_P = ParameterKey.number("priority.P.days");

    /** Terms that the prescriber may state for class P in place of the usual one. */
    public static final ParameterKey<List<Integer>> PRIORITY_P_CHOICES = ParameterKey.numbers("priority.P.choices");

    /** Calendar days for which a specialist prescription may be used. */
    public static final ParameterKey<Integer> PRESCRIPTION_VALIDITY = ParameterKey.number("prescription.validity.days");

    /** Days left at which the operator is told that the prescription is about to expire. */
    public static final ParameterKey<Integer> PRESCRIPTION_EXPIRY_NOTICE =
            ParameterKey.number("prescription.expiryNotice.days");

    public static final ParameterKey<Integer> PRESCRIPTION_MAX_ITEMS = ParameterKey.number("prescription.maxItems");

    /** Days after which exemptions of income end every year. */
    public static final ParameterKey<MonthDay> EXEMPTION_YEAR_END = ParameterKey.monthDay("exemption.income.yearEnd");

    /** Whether an exemption of income may be declared at the desk when the prescription does not carry it. */
    public static final ParameterKey<Boolean> EXEMPTION_AT_DESK = ParameterKey.flag("exemption.income.atDesk");

    /** Which date an exemption has to cover; see {@link ReferenceDate}. */
    public static final ParameterKey<ReferenceDate> EXEMPTION_INCOME_DATE =
            ParameterKey.choice("exemption.income.referenceDate", ReferenceDate.class);

    public static final ParameterKey<ReferenceDate> EXEMPTION_OTHER_DATE =
            ParameterKey.choice("exemption.other.referenceDate", ReferenceDate.class);

    /** Working days before the appointment, the last one that still serves to cancel. */
    public static final ParameterKey<Integer> CANCELLATION_DAYS = ParameterKey.number("cancellation.workingDays");

    /** Hours before the appointment, where the term is in hours. */
    public static final ParameterKey<Duration> CANCELLATION_HOURS = ParameterKey.hours("cancellation.hours");

    /** {@code MON_FRI} or {@code MON_SAT}. */
    public static final ParameterKey<String> CANCELLATION_WEEK = ParameterKey.text("cancellation.week");

    /** Whether the patron day of the site is no working day for cancellations. */
    public static final ParameterKey<Boolean> CANCELLATION_PATRON = ParameterKey.flag("cancellation.patronDayOff");

    /** How often an appointment of one prescription may be moved. */
    public static final ParameterKey<Integer> MOVES_MAX = ParameterKey.number("booking.maxMoves");

    /** VAT rate of a kind of due, in hundredths of a percent; 0 when exempt or out of scope. */
    public static ParameterKey<Integer> vatRate(String dueKind) {
        return ParameterKey.number("vat." + dueKind + ".basisPoints");
    }

    /** Code of the wording about VAT on the documents of a kind of due. */
    public static ParameterKey<String> vatText(String dueKind) {
        return ParameterKey.text("vat." + dueKind + ".text");
    }

    /** Who is younger than this may hold the exemption; see also {@link #exemptionFromAge}. */
    public static ParameterKey<Integer> exemptionUnderAge(String code) {
        return ParameterKey.number("exemption." + code + ".underAge");
    }

    /** Who has this age may hold the exemption. With both limits: outside them when the lower one is the upper limit. */
    public static ParameterKey<Integer> exemptionFromAge(String code) {
        return ParameterKey.number("exemption." + code + ".fromAge");
    }

    /** Whether the limits of age concern the holder only, so that dependants of any age may have the exemption. */
    public static ParameterKey<Boolean> exemptionAgeOfHolderOnly(String code) {
        return ParameterKey.flag("exemption." + code + ".ageOfHolderOnly");
    }

    /** Highest number of items of a prescription of this branch, where it differs. */
    public static ParameterKey<Integer> maxItemsOfBranch(String branch) {
        return ParameterKey.number("prescription.maxItems.branch." + branch);
    }

    /** Highest number of different kinds of item of a prescription of this branch, where the kinds are counted. */
    public static ParameterKey<Integer> maxKindsOfBranch(String branch) {
        return ParameterKey.number("prescription.maxKinds.branch." + branch);
    }
}
