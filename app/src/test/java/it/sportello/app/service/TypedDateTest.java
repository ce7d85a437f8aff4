package it.sportello.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"3/3/1970", "03/03/1970", "03.03.1970", "03-03-1970", "03,03,1970", " 03031970 ", "3 3 1970"})
    void everyWayOfTheCounter(String typed) {
        assertEquals(Optional.of(LocalDate.of(1970, 3, 3)), TypedDate.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31/02/1970", "3/3/70", "1970-03-03", "00000000", "oggi", "3/13/1970"})
    void whatIsNoDate(String typed) {
        assertEquals(Optional.empty(), TypedDate.parse(typed));
    }
}
