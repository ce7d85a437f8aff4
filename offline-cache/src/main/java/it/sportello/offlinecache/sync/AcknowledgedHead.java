package it.sportello.offlinecache.sync;

import it.sportello.domain.ledger.ChainLink;
import it.sportello.offlinecache.cache.Aged;
import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.journal.ChainHead;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest head of a lane that the server acknowledged, kept in the other file: at start it shows a journal whose tail
 * was cut off or that was put back from an old copy.
 */
public record AcknowledgedHead(String lane, long count, String link) {
    private static final String BLOCK = "acknowledged:";

    static void store(LocalCache cache, ChainHead head) {
        Optional<ChainHead> before = find(cache, head.lane());
        if (before.isEmpty() || before.get().count() < head.count()) {
            cache.putBlock(
                    BLOCK + head.lane(),
                    new AcknowledgedHead(head.lane(), head.count(), head.link().hex()));
        }
    }

    /** The head of a lane as the server last acknowledged it to this desk. */
    public static Optional<ChainHead> find(LocalCache cache, String lane) {
        return cache.block(BLOCK + lane, AcknowledgedHead.class)
                .map(Aged::value)
                .flatMap(AcknowledgedHead::head);
    }

    /** Every head that the server acknowledged to this desk. */
    public static List<ChainHead> all(LocalCache cache) {
        return cache.blocks(BLOCK).stream()
                .flatMap(name -> find(cache, name.substring(BLOCK.length())).stream())
                .toList();
    }

    private Optional<ChainHead> head() {
        @Nullable ChainLink parsed = ChainLink.parse(link);
        return parsed == null ? Optional.empty() : Optional.of(new ChainHead(lane, count, parsed));
    }
}
