package it.sportello.backend.booking;

import it.sportello.api.Bookings;
import it.sportello.api.Bookings.AvailabilityQuery;
import it.sportello.api.Bookings.OfferSlot;
import it.sportello.backend.store.Columns;
import it.sportello.backend.store.Rome;
import it.sportello.domain.agenda.Offer;
import it.sportello.domain.agenda.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Ranked offers as the wire tells them. */
final class OfferViews {
    private final AvailabilityQuery query;
    private final Map<String, AgendaRows.Placed> agendas;
    private final Map<String, Service> services = new HashMap<>();

    private record Service(String code, String description, Optional<String> preparation) {}

    OfferViews(Handle handle, AvailabilityQuery query, Map<String, AgendaRows.Placed> agendas) {
        this.query = query;
        this.agendas = agendas;
        handle.createQuery("select code, description, preparation from service where code = any(:codes)")
                .bind("codes", query.serviceCodes().toArray(String[]::new))
                .map((row, context) -> new Service(
                        row.getString("code"), row.getString("description"), Columns.optionalText(row, "preparation")))
                .forEach(service -> services.put(service.code(), service));
    }

    List<Bookings.Offer> of(List<Offer> offers) {
        boolean first = true;
        List<Bookings.Offer> views = new java.util.ArrayList<>();
        for (Offer offer : offers) {
            views.add(view(offer, first));
            first = false;
        }
        return views;
    }

    private Bookings.Offer view(Offer offer, boolean first) {
        int left = offer.parts().stream()
                .mapToInt(part -> part.candidate().slot().left())
                .min()
                .orElse(0);
        return new Bookings.Offer(
                offer.parts().stream().map(this::slot).toList(),
                offer.insideLimit(),
                offer.territoryLevel(),
                left,
                reason(offer, first));
    }

    /** Code of why it stands where it stands; the desk has the texts. */
    private String reason(Offer offer, boolean first) {
        if (!offer.insideLimit()) {
            return "OUTSIDE_LIMIT";
        }
        String linked = offer.isTogether() ? "" : "LINKED_";
        return linked + (first ? "EARLIEST" : "LATER") + (query.widen() > offer.territoryLevel() ? "_NEAR" : "");
    }

    private OfferSlot slot(Offer.Part part) {
        Slot slot = part.candidate().slot();
        AgendaRows.Placed placed = Objects.requireNonNull(agendas.get(slot.agendaId()));
        List<Service> done = part.services().stream()
                .map(code -> Objects.requireNonNull(services.get(code)))
                .toList();
        String preparation = done.stream()
                .flatMap(service -> service.preparation().stream())
                .distinct()
                .collect(Collectors.joining("\n"));
        return new OfferSlot(
                slot.id(),
                slot.agendaId(),
                placed.agenda().name(),
                placed.agenda().complex(),
                placed.agenda().siteId(),
                placed.siteName(),
                placed.address(),
                placed.room(),
                Rome.civil(slot.start()),
                (int) slot.duration().toMinutes(),
                part.services(),
                done.stream().map(Service::description).toList(),
                preparation.isEmpty() ? Optional.empty() : Optional.of(preparation));
    }
}
