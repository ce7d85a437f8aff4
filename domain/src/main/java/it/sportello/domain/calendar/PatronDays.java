package it.sportello.domain.calendar;

import it.sportello.domain.internal.CsvTable;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The day of the patron saint of each municipality, by Belfiore code. */
public record PatronDays(Map<String, MonthDay> byMunicipality) {
    public PatronDays {
        byMunicipality = Map.copyOf(byMunicipality);
    }

    /** The municipalities of the reference authorities; an authority gives its own. */
    public static PatronDays shipped() {
        Map<String, MonthDay> days = new HashMap<>();
        for (List<String> row : CsvTable.read(PatronDays.class, "patron-days.csv")) {
            days.put(row.get(0), MonthDay.parse("--" + row.get(1)));
        }
        return new PatronDays(days);
    }

    /** Null when the municipality is not in the table. */
    public @Nullable MonthDay of(String municipality) {
        return byMunicipality.get(municipality);
    }
}
