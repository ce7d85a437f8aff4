package it.sportello.backend.feed;

import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Dues.DueView;
import it.sportello.api.Exemptions.ExemptionView;
import it.sportello.api.Json;
import it.sportello.api.Queues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one transaction will tell the other desks, collected until its end. */
public final class FeedDraft {
    private final List<Change> changes = new ArrayList<>();

    /**
     * The newest state of one thing.
     *
     * @param siteId site that needs it, null for every site
     * @param body JSON text
     */
    record Change(
            String kind,
            String id,
            long version,
            boolean deleted,
            @Nullable String siteId,
            String body) {
        @Override
        public String toString() {
            return "Change[" + kind + " " + version + "]";
        }
    }

    public void due(DueView due) {
        add("due", due.id(), due.version(), null, due);
    }

    public void booking(BookingView booking) {
        add("booking", booking.id(), booking.version(), booking.siteId(), booking);
    }

    public void exemption(ExemptionView exemption) {
        add("exemption", exemption.id(), exemption.version(), null, exemption);
    }

    /** The exemption is no more: a joined one stands in its place. */
    public void exemptionGone(String id, long version) {
        changes.add(new Change("exemption", id, version, true, null, "{}"));
    }

    public void queue(String siteId, long version, Queues.Entry entry) {
        add("queue", entry.id(), version, siteId, entry);
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    private void add(String kind, String id, long version, @Nullable String siteId, Object body) {
        changes.add(new Change(kind, id, version, false, siteId, Json.strict().writeValueAsString(body)));
    }
}
