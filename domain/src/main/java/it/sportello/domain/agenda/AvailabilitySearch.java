package it.sportello.domain.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * First useful place. Order: inside the limit, then earliest, then nearest territory level, then distance. All services
 * in one place when a grouping class allows; linked appointments only when that gives nothing, or nothing inside the
 * limit where they do.
 */
public final class AvailabilitySearch {
    private static final Comparator<Offer> ORDER = Comparator.comparingInt((Offer offer) -> offer.insideLimit() ? 0 : 1)
            .thenComparing(Offer::start)
            .thenComparing(Offer::lastStart)
            .thenComparingInt(Offer::territoryLevel)
            .thenComparingInt(Offer::distanceMetres)
            .thenComparing(offer -> String.join(" ", offer.slotIds()));

    private final SearchRequest request;
    private final Instant now;

    private AvailabilitySearch(SearchRequest request, Instant now) {
        this.request = request;
        this.now = now;
    }

    /** The best offers, at most so many. */
    public static SearchOutcome rank(SearchRequest request, Collection<Candidate> candidates, Instant now, int most) {
        return new AvailabilitySearch(request, now).rank(candidates, most);
    }

    private SearchOutcome rank(Collection<Candidate> candidates, int most) {
        List<Candidate> usable = candidates.stream().filter(this::isUsable).collect(Collectors.toList());
        usable.sort(Comparator.comparing((Candidate one) -> one.slot().start())
                .thenComparingInt(Candidate::territoryLevel)
                .thenComparingInt(Candidate::distanceMetres)
                .thenComparing(one -> one.slot().id()));
        List<Offer> offers = together(usable);
        if (request.services().size() > 1 && offers.stream().noneMatch(Offer::insideLimit)) {
            boolean nothingTogether = offers.isEmpty();
            linked(usable).stream()
                    .filter(offer -> nothingTogether || offer.insideLimit())
                    .forEach(offers::add);
        }
        offers.sort(ORDER);
        return new SearchOutcome(offers.subList(0, Math.min(most, offers.size())));
    }

    private boolean isUsable(Candidate one) {
        Slot slot = one.slot();
        return one.agenda().regime() == request.regime()
                && (request.doctorId() == null
                        || request.doctorId().equals(one.agenda().doctorId()))
                && one.activity().channels().contains(request.channel())
                && one.territoryLevel() <= request.widestTerritory()
                && slot.left() > 0
                && !slot.start().isBefore(request.earliest())
                && slot.start().isAfter(now)
                && slot.admits(request.bookingClass(), now)
                && request.busy().stream().noneMatch(busy -> busy.overlaps(slot.start(), slot.end()));
    }

    private List<Offer> together(List<Candidate> usable) {
        List<Offer> offers = new ArrayList<>();
        for (Candidate one : usable) {
            if (one.agenda().servesTogether(one.activity(), request.services())) {
                offers.add(offer(List.of(new Offer.Part(one, request.services()))));
            }
        }
        return offers;
    }

    private List<Offer> linked(List<Candidate> usable) {
        List<List<Candidate>> byService = new ArrayList<>();
        for (String service : request.services()) {
            byService.add(usable.stream()
                    .filter(one -> one.activity().services().contains(service))
                    .toList());
        }
        List<Offer> offers = new ArrayList<>();
        for (List<Candidate> chain : LinkedPlaces.chains(byService, request.leastGap(), request.mostGap())) {
            List<Offer.Part> parts = new ArrayList<>();
            for (int row = 0; row < chain.size(); row++) {
                parts.add(new Offer.Part(
                        chain.get(row), List.of(request.services().get(row))));
            }
            offers.add(offer(parts));
        }
        return offers;
    }

    private Offer offer(List<Offer.Part> parts) {
        Instant limit = request.limit();
        boolean inside = limit == null
                || parts.stream()
                        .noneMatch(part -> part.candidate().slot().start().isAfter(limit));
        return new Offer(parts, inside);
    }
}
