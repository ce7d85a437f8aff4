package it.sportello.domain.identity;

import it.sportello.domain.internal.CsvTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places of birth, suppressed ones too. Loading the shipped table takes some milliseconds: keep the instance. */
public final class Places {
    private final Map<String, Place> byCode;

    public Places(Collection<Place> places) {
        Map<String, Place> map = LinkedHashMap.newLinkedHashMap(places.size());
        places.forEach(place -> map.put(place.code(), place));
        byCode = Collections.unmodifiableMap(map);
    }

    /** The table that comes with the product ({@code belfiore.csv}; sources and licences in the README beside it). */
    public static Places shipped() {
        List<Place> places = new ArrayList<>(10_100);
        for (List<String> row : CsvTable.read(Places.class, "belfiore.csv")) {
            places.add(new Place(
                    row.get(0), row.get(1), row.get(2), CsvTable.date(row.get(3)), CsvTable.date(row.get(4))));
        }
        return new Places(places);
    }

    public @Nullable Place find(String code) {
        return byCode.get(code);
    }

    public Collection<Place> all() {
        return byCode.values();
    }

    /** Places in force on the day whose name begins with the text, whatever the accents and the case; by name. */
    public List<Place> startingWith(String text, LocalDate day, int limit) {
        String wanted = fold(text);
        return byCode.values().stream()
                .filter(place -> place.isInForce(day) && fold(place.name()).startsWith(wanted))
                .sorted(java.util.Comparator.comparing(Place::name))
                .limit(limit)
                .toList();
    }

    private static String fold(String text) {
        return TaxCodeNames.plain(text.strip()).toLowerCase(Locale.ROOT);
    }
}
