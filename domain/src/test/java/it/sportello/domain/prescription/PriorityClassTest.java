package it.sportello.domain.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.domain.parameter.ParameterScope;
import it.sportello.domain.parameter.Parameters;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityClassTest {
    private static final LocalDateTime CONTACT = LocalDateTime.of(2026, 11, 20, 9, 15);

    private static Parameters at(String authority) {
        return Parameters.shipped()
                .within(authority.isEmpty() ? ParameterScope.NATIONAL : ParameterScope.ofAuthority(authority));
    }

    @ParameterizedTest
    @CsvSource({
        "'',B,VISIT,,2026-11-30",
        "'',D,VISIT,,2026-12-20",
        "'',D,DIAGNOSTIC,,2027-01-19",
        "'',P,VISIT,,2027-03-20",
        "'',P,VISIT,60,2027-03-20",
        "050503,B,DIAGNOSTIC,,2026-11-30",
        "050503,D,DIAGNOSTIC,,2026-12-20",
        "050503,P,DIAGNOSTIC,,2027-02-18",
        "050503,P,VISIT,60,2027-01-19",
        "050503,P,VISIT,61,2027-02-18",
        "080105,D,DIAGNOSTIC,,2027-01-19"
    })
    void latestDate(String authority, PriorityClass priority, ServiceKind kind, Integer days, LocalDate expected) {
        assertEquals(expected, priority.latestDate(CONTACT, kind, days, at(authority)));
        LocalDateTime latest = priority.latestStart(CONTACT, kind, days, at(authority));
        assertEquals(expected.atTime(23, 59, 59), latest);
    }

    @Test
    void urgentIsInHoursFromTheContact() {
        assertEquals(CONTACT.plusHours(72), PriorityClass.U.latestStart(CONTACT, ServiceKind.VISIT, null, at("")));
        assertEquals(
                CONTACT.plusHours(24), PriorityClass.U.latestStart(CONTACT, ServiceKind.VISIT, null, at("050503")));
    }

    /** Summer time begins on 28 March 2027 and ends on 31 October 2027, at night. */
    @ParameterizedTest
    @CsvSource({
        "'', 2027-03-26T10:00, 2027-03-29T11:00",
        "'', 2027-10-29T10:00, 2027-11-01T09:00",
        "'', 2027-03-24T10:00, 2027-03-27T10:00",
        "050503, 2027-03-27T10:00, 2027-03-28T11:00",
        "050503, 2027-10-30T10:00, 2027-10-31T09:00",
        "050503, 2027-03-27T01:30, 2027-03-28T01:30",
        "050503, 2027-03-27T02:30, 2027-03-28T03:30",
        "050503, 2027-10-30T02:30, 2027-10-31T02:30"
    })
    void urgentCountsTheHoursThatPassWhenTheClockIsSet(String authority, LocalDateTime contact, LocalDateTime latest) {
        assertEquals(latest, PriorityClass.U.latestStart(contact, ServiceKind.VISIT, null, at(authority)));
    }

    @Test
    void plannedHadAnotherTermUntil2019() {
        LocalDateTime contact = LocalDateTime.of(2019, 12, 31, 9, 0);
        assertEquals(LocalDate.of(2020, 6, 28), PriorityClass.P.latestDate(contact, ServiceKind.VISIT, null, at("")));
    }
}
