package it.sportello.domain.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void splitsFields() {
        assertEquals(List.of("a", "b,c", "", "d\"e", ""), CsvTable.split("a,\"b,c\",,\"d\"\"e\","));
        assertEquals(List.of(""), CsvTable.split(""));
        assertEquals(List.of("L'Aquila", "Sant'Àngelo"), CsvTable.split("L'Aquila,Sant'Àngelo"));
    }

    @Test
    void emptyDatesAreNone() {
        assertNull(CsvTable.date(""));
        assertEquals(LocalDate.of(2026, 11, 22), CsvTable.date("2026-11-22"));
    }

    @Test
    void aMissingResourceIsAnError() {
        assertThrows(IllegalStateException.class, () -> CsvTable.read(CsvTableTest.class, "nothing.csv"));
    }
}
