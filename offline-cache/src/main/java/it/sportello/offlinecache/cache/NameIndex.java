package it.sportello.offlinecache.cache;

import it.sportello.api.Persons;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names and birth dates of the working set, in memory only: no name ever stands in an index on the disk. */
final class NameIndex {
    private record Entry(String personId, String names, LocalDate birthDate) {
        @Override
        public String toString() {
            return "Entry[" + personId + "]";
        }
    }

    private final NavigableMap<String, Entry> bySurname = new TreeMap<>();
    private final Map<String, String> keys = new HashMap<>();

    synchronized void put(Persons.PersonRecord person) {
        remove(person.id());
        String key = PlainText.name(person.surname()) + "\u0000" + person.id();
        bySurname.put(key, new Entry(person.id(), PlainText.name(person.names()), person.birthDate()));
        keys.put(person.id(), key);
    }

    synchronized void remove(String personId) {
        @Nullable String key = keys.remove(personId);
        if (key != null) {
            bySurname.remove(key);
        }
    }

    synchronized void clear() {
        bySurname.clear();
        keys.clear();
    }

    synchronized boolean knows(String personId) {
        return keys.containsKey(personId);
    }

    synchronized List<String> find(String surname, Optional<String> names, Optional<LocalDate> born, int limit) {
        String prefix = PlainText.name(surname);
        String first = PlainText.name(names.orElse(""));
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Entry> one : bySurname.tailMap(prefix, true).entrySet()) {
            if (!one.getKey().startsWith(prefix) || found.size() == limit) {
                break;
            }
            Entry entry = one.getValue();
            if (entry.names().startsWith(first)
                    && born.map(entry.birthDate()::equals).orElse(true)) {
                found.add(entry.personId());
            }
        }
        return found;
    }
}
