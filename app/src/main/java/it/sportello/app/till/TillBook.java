package it.sportello.app.till;

import it.sportello.app.service.DeskContext;
import it.sportello.domain.ledger.LedgerEntry;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.CardAttempt;
import it.sportello.domain.till.TillRefusal;
import it.sportello.domain.till.TillSession;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.JournalTransaction;
import it.sportello.offlinecache.journal.LedgerDraft;
import it.sportello.offlinecache.journal.PostedEntry;
import it.sportello.offlinecache.journal.SeriesStand;
import it.sportello.offlinecache.journal.StoredTillSession;
import it.sportello.offlinecache.journal.TillSessionState;
import it.sportello.offlinecache.sync.TillHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The till sessions of this desk in the journal. Every method may wait for the disk. */
public final class TillBook {
    /** Role of the contract: responsible for the till service, or the deputy. */
    private static final String CASH_RESPONSIBLE = "CASH_RESPONSIBLE";

    private final Journal journal;
    private final DeskContext desk;
    private final TillHistory history;

    public TillBook(Journal journal, DeskContext desk, TillHistory history) {
        this.journal = journal;
        this.desk = desk;
        this.history = history;
    }

    Journal journal() {
        return journal;
    }

    DeskContext desk() {
        return desk;
    }

    /**
     * The till of this desk.
     *
     * @throws IllegalStateException at a desk without a till: its screens are not offered there
     */
    public String tillId() {
        return desk.tillId().orElseThrow(() -> new IllegalStateException("this desk has no till"));
    }

    /** The session in course, also after the program was killed; empty when the till is closed. */
    public Optional<TillSession> open() {
        return desk.tillId()
                .flatMap(journal::openTillSession)
                .map(stored -> stored.detail(StoredTill.class).session());
    }

    /** Asks the server, once for every time the line came up, whether it knows more of this till. May wait for it. */
    void compareAtContact() {
        history.atContact(tillId(), desk.author().epoch());
    }

    /** An old copy of the journal gives no number, on line or not (R-TIL-4). */
    List<TillRefusal> againstCopy() {
        return history.isOldCopy() ? List.of(new TillRefusal.OldCopy(tillId())) : List.of();
    }

    /**
     * What stands against a collection by who works here now; a drawer answers to the operator who opened it
     * (R-TIL-20).
     */
    List<TillRefusal> againstCollecting(TillSession session, Instant now) {
        List<TillRefusal> copy = againstCopy();
        if (!copy.isEmpty()) {
            return copy;
        }
        return session.operatorId().equals(desk.author().operatorId())
                ? againstCollecting(session.againstCollecting(now), session)
                : List.of(new TillRefusal.DrawerHasSession(session.id()));
    }

    /**
     * No receipt may bear a date before that of the last one (reliability guide, §4): known before anybody is asked for
     * money, above all by card.
     */
    private List<TillRefusal> againstCollecting(List<TillRefusal> refusals, TillSession session) {
        if (!refusals.isEmpty()) {
            return refusals;
        }
        LocalDate day = session.accountingDay();
        String epoch = desk.author().epoch();
        for (SeriesStand series : journal.series(session.tillId())) {
            boolean ours = series.key().epoch().equals(epoch) && series.key().year() == day.getYear();
            LocalDate last = series.lastDay();
            if (ours && last != null && day.isBefore(last)) {
                return List.of(new TillRefusal.ClockBack(last, day));
            }
        }
        return List.of();
    }

    /** What stands against a closing by who works here now. */
    List<TillRefusal> againstClosing(TillSession session) {
        return session.againstClosingBy(desk.author().operatorId(), isResponsible());
    }

    /** Badge of who opened a session; the operator's identifier for a session of an older version. */
    String holder(TillSession session) {
        return StoredSigner.ofOpening(journal, UUID.fromString(session.id()))
                .map(StoredSigner::badge)
                .orElse(session.operatorId());
    }

    /** Badge of who opened a session, when that is not this operator. */
    Optional<String> otherHolder(TillSession session, String operatorId) {
        return session.operatorId().equals(operatorId) ? Optional.empty() : Optional.of(holder(session));
    }

    /** Every payment by card of this till of which nobody knows yet whether money moved. */
    List<CardAttempt> openAttempts() {
        return desk
                .tillId()
                .map(till -> journal.cardAttempts().open(till, StoredAttempt.class))
                .orElse(List.of())
                .stream()
                .map(StoredAttempt::attempt)
                .toList();
    }

    /** The session that books money which was taken already; empty when none may, or the journal is an old copy. */
    Optional<TillSession> booking() {
        return againstCopy().isEmpty() ? open().filter(TillSession::takesKnownMoney) : Optional.empty();
    }

    /** Whether who works here now may carry over what cannot be ended today. */
    boolean isResponsible() {
        return desk.roles().contains(CASH_RESPONSIBLE);
    }

    /** What the last closing left in the drawer; zero when the till was never closed. */
    Money floatCarried() {
        return journal.ledger(tillId()).floatCarried();
    }

    /** The newest session, whatever its state. */
    Optional<TillSession> newest() {
        return journal.lastTillSession(tillId())
                .map((StoredTillSession stored) ->
                        stored.detail(StoredTill.class).session());
    }

    void store(JournalTransaction transaction, TillSession session) {
        transaction.putTillSession(new TillSessionState(
                UUID.fromString(session.id()),
                session.tillId(),
                session.accountingDay(),
                session.state().isInCourse(),
                StoredTill.of(session)));
    }

    /** Writes lines made by the rules; the journal gives them their place. */
    List<PostedEntry> post(JournalTransaction transaction, List<LedgerEntry> lines) {
        return transaction.appendLedger(
                tillId(),
                lines.stream()
                        .map(line -> new LedgerDraft(line.kind(), line.amounts(), line.documentNumber()))
                        .toList());
    }
}
