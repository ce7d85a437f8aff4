package it.sportello.backend.feed;

import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Dues.DueView;
import it.sportello.api.Exemptions.ExemptionView;
import it.sportello.api.Json;
import it.sportello.api.Queues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one transaction will tell the other desks, collected until its end. */
public final class FeedDraft {
    private final List<Change> changes = new ArrayList<>();

    /**
     * Whom a thing concerns.
     *
     * @param personId whose data it holds, null for nobody's
     * @param siteId site where it takes place, null for none
     * @param day civil day on which it takes place, null for none
     */
    record Concern(
            @Nullable String personId,
            @Nullable String siteId,
            @Nullable LocalDate day) {
        static Concern ofPerson(String personId) {
            return new Concern(personId, null, null);
        }
    }

    /**
     * The newest state of one thing.
     *
     * @param body JSON text
     */
    record Change(FeedKind kind, String id, long version, boolean deleted, Concern concern, String body) {
        @Override
        public String toString() {
            return "Change[" + kind + " " + version + "]";
        }
    }

    public void due(DueView due) {
        add(FeedKind.DUE, due.id(), due.version(), Concern.ofPerson(due.personId()), due);
    }

    public void booking(BookingView booking) {
        Concern concern = new Concern(
                booking.personId(), booking.siteId(), booking.startsAt().toLocalDate());
        add(FeedKind.BOOKING, booking.id(), booking.version(), concern, booking);
    }

    public void exemption(ExemptionView exemption) {
        Concern concern = Concern.ofPerson(exemption.personId());
        add(FeedKind.EXEMPTION, exemption.id(), exemption.version(), concern, exemption);
    }

    /** The exemption is no more: a joined one stands in its place. */
    public void exemptionGone(String id, long version) {
        changes.add(new Change(FeedKind.EXEMPTION, id, version, true, new Concern(null, null, null), "{}"));
    }

    public void queue(String siteId, long version, Queues.Entry entry) {
        add(FeedKind.QUEUE, entry.id(), version, new Concern(null, siteId, null), entry);
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    private void add(FeedKind kind, String id, long version, Concern concern, Object body) {
        changes.add(new Change(kind, id, version, false, concern, Json.strict().writeValueAsString(body)));
    }
}
