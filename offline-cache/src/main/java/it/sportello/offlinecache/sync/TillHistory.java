package it.sportello.offlinecache.sync;

import it.sportello.api.Tills;
import it.sportello.domain.ledger.ChainLink;
import it.sportello.domain.operation.Lane;
import it.sportello.offlinecache.journal.ChainHead;
import it.sportello.offlinecache.journal.HeadCheck;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OldCopy;
import it.sportello.offlinecache.remote.Answer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the journal with what the server holds for the till of this desk, the only witness that does not go back when
 * the whole home of a desk is put back from a copy (R-TIL-4). A server that is ahead, or holds another history, proves
 * the copy; the journal is then marked for good. A server that is behind proves nothing: operations are on their way.
 */
public final class TillHistory {
    private static final Logger LOG = LoggerFactory.getLogger(TillHistory.class);
    private static final long NEVER = -1;

    /** What a comparison comes to. */
    public enum Finding {
        /** The server did not tell. */
        UNKNOWN,
        /** Everything that the server holds is in the journal. */
        WHOLE,
        /** The journal is an old copy, and marked as one. */
        OLD_COPY
    }

    private final Journal journal;
    private final Function<String, Answer<Tills.LedgerSummary>> ledger;
    private final LineMonitor line;
    private final AtomicLong contact = new AtomicLong();
    private final AtomicLong comparedAt = new AtomicLong(NEVER);

    /** Begins with nothing compared; {@code ledger} asks the server for the ledger of a till. */
    public TillHistory(Journal journal, Function<String, Answer<Tills.LedgerSummary>> ledger, LineMonitor line) {
        this.journal = journal;
        this.ledger = ledger;
        this.line = line;
        line.onChange(contact::incrementAndGet);
    }

    /** Whether this journal was found to be an old copy, also by an earlier run of the program. */
    public boolean isOldCopy() {
        return journal.setting(OldCopy.SETTING, OldCopy.class).isPresent();
    }

    /**
     * Compares once for every time that the line came up; does nothing while it is down. Waits for the server.
     *
     * @param epoch epoch of this installation
     */
    public void atContact(String tillId, String epoch) {
        long now = contact.get();
        if (line.isUp() && comparedAt.get() != now && compare(tillId, epoch) != Finding.UNKNOWN) {
            comparedAt.set(now);
        }
    }

    /** Compares now. Waits for the server. */
    public Finding compare(String tillId, String epoch) {
        if (isOldCopy()) {
            return Finding.OLD_COPY;
        }
        if (!(ledger.apply(tillId) instanceof Answer.Done<Tills.LedgerSummary>(Tills.LedgerSummary summary))) {
            return Finding.UNKNOWN;
        }
        if (summary.lastSequence() == 0 || !summary.epoch().equals(epoch)) {
            return Finding.WHOLE;
        }
        @Nullable ChainLink link = ChainLink.parse(summary.chainHead());
        if (link == null) {
            return Finding.UNKNOWN;
        }
        String lane = Lane.till(tillId).toString();
        HeadCheck check = journal.compare(new ChainHead(lane, summary.lastSequence(), link));
        if (check == HeadCheck.AGREES) {
            return Finding.WHOLE;
        }
        mark(lane, summary.lastSequence(), check);
        return Finding.OLD_COPY;
    }

    /** The server refused an operation of a till for its place in the chain. */
    Finding refused(Lane lane) {
        return journal.epoch(lane.toString())
                .map(epoch -> compare(lane.id(), epoch))
                .orElse(Finding.UNKNOWN);
    }

    /** The server told that it holds operations of the lane beyond one that it does not know. */
    void serverIsAhead(Lane lane, long known) {
        if (!isOldCopy()) {
            mark(lane.toString(), known, HeadCheck.SHORTER);
        }
    }

    private void mark(String lane, long known, HeadCheck check) {
        long held = journal.chainHead(lane).map(ChainHead::count).orElse(0L);
        LOG.error("{} is an old copy: {}, the server holds {}, this journal {}", lane, check, known, held);
        journal.commit(transaction -> {
            OldCopy found = new OldCopy(lane, known, held, transaction.at());
            transaction.putSetting(OldCopy.SETTING, found);
            return found;
        });
    }
}
