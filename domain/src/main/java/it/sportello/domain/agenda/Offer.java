package it.sportello.domain.agenda;

import java.time.Instant;
import java.util.List;

/**
 * Places that serve the whole request: one for all services, or linked ones in order.
 *
 * @param insideLimit every part starts within the limit of the class
 */
public record Offer(List<Part> parts, boolean insideLimit) {
    /** One place and the services done there. */
    public record Part(Candidate candidate, List<String> services) {
        public Part {
            services = List.copyOf(services);
        }
    }

    public Offer {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("offer without a part");
        }
    }

    /** True when one place serves everything. */
    public boolean isTogether() {
        return parts.size() == 1;
    }

    public Instant start() {
        return parts.get(0).candidate().slot().start();
    }

    public Instant lastStart() {
        return parts.get(parts.size() - 1).candidate().slot().start();
    }

    public int territoryLevel() {
        return parts.stream()
                .mapToInt(part -> part.candidate().territoryLevel())
                .max()
                .orElseThrow();
    }

    public int distanceMetres() {
        return parts.stream()
                .mapToInt(part -> part.candidate().distanceMetres())
                .max()
                .orElseThrow();
    }

    /** Slot ids, in order: what ties are broken by, so that two desks rank alike. */
    public List<String> slotIds() {
        return parts.stream().map(part -> part.candidate().slot().id()).toList();
    }
}
