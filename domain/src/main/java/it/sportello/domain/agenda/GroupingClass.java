package it.sportello.domain.agenda;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * Services that may be booked together in the same activity and session (classe di accorpamento).
 *
 * @param services codes that belong to the class
 * @param mandatory codes without which it does not apply
 * @param excluded codes with which it does not apply
 */
public record GroupingClass(String id, Set<String> services, Set<String> mandatory, Set<String> excluded) {
    public GroupingClass {
        services = Set.copyOf(services);
        mandatory = Set.copyOf(mandatory);
        excluded = Set.copyOf(excluded);
    }

    public static GroupingClass of(String id, Set<String> services) {
        return new GroupingClass(id, services, Set.of(), Set.of());
    }

    /** True when these services may be booked together under this class. */
    public boolean admits(Collection<String> asked) {
        return services.containsAll(asked) && asked.containsAll(mandatory) && Collections.disjoint(asked, excluded);
    }
}
