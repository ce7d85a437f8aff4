package it.sportello.domain.prescription;

import it.sportello.domain.calendar.CivilTime;
import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.domain.parameter.Parameters;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The priority class of a prescription (PNGLA). The term runs from the contact, the moment the patient first asks to
 * book with a valid prescription; holidays do not extend it, and the hours of class U are hours that pass.
 */
public enum PriorityClass {
    /** Urgent: the term is in hours. */
    U,
    /** Short term. */
    B,
    /** Deferrable; visits and diagnostics have different terms. */
    D,
    /** Planned. */
    P;

    /**
     * The last moment at which a slot may begin to honour the class; Europe/Rome. For B, D and P the end of the last
     * day. The parameters are read at the contact date.
     *
     * @param prescriberDays the days that the prescriber stated for class P, null when none; counts only where the
     *     region allows that very number
     */
    public LocalDateTime latestStart(
            LocalDateTime contact, ServiceKind kind, @Nullable Integer prescriberDays, Parameters parameters) {
        LocalDate day = contact.toLocalDate();
        if (this == U) {
            return CivilTime.after(contact, parameters.get(ParameterKeys.PRIORITY_U, day));
        }
        return day.plusDays(days(day, kind, prescriberDays, parameters)).atTime(LocalTime.of(23, 59, 59));
    }

    /** The last day that honours the class. */
    public LocalDate latestDate(
            LocalDateTime contact, ServiceKind kind, @Nullable Integer prescriberDays, Parameters parameters) {
        return latestStart(contact, kind, prescriberDays, parameters).toLocalDate();
    }

    private int days(LocalDate contact, ServiceKind kind, @Nullable Integer prescriberDays, Parameters parameters) {
        return switch (this) {
            case U -> throw new IllegalStateException("Class U has hours, not days");
            case B -> parameters.get(ParameterKeys.PRIORITY_B, contact);
            case D ->
                parameters.get(
                        kind == ServiceKind.VISIT
                                ? ParameterKeys.PRIORITY_D_VISIT
                                : ParameterKeys.PRIORITY_D_DIAGNOSTIC,
                        contact);
            case P -> planned(contact, prescriberDays, parameters);
        };
    }

    private static int planned(LocalDate contact, @Nullable Integer prescriberDays, Parameters parameters) {
        List<Integer> choices = parameters.get(ParameterKeys.PRIORITY_P_CHOICES, contact);
        return prescriberDays != null && choices.contains(prescriberDays)
                ? prescriberDays
                : parameters.get(ParameterKeys.PRIORITY_P, contact);
    }
}
