package it.sportello.offlinecache.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What this desk did to things of the server, whether or not the server knows it yet. */
public interface LocalFacts {
    /**
     * A due settled here.
     *
     * @param seenVersion version of the due that the desk saw
     * @param confirmed whether the server answered the collection
     */
    record Settlement(
            String dueId,
            UUID operationId,
            String documentNumber,
            long amountCents,
            long seenVersion,
            boolean confirmed) {}

    /** A booking accepted here. */
    record Acceptance(String bookingId, UUID operationId, long seenVersion, boolean confirmed) {}

    /** The settlements in force of some dues; an annulled document takes its settlements away. */
    Map<String, List<Settlement>> settlements(Collection<String> dueIds);

    Optional<Acceptance> acceptance(String bookingId);
}
