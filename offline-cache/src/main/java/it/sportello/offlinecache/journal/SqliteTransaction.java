package it.sportello.offlinecache.journal;

import it.sportello.api.Accesses;
import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.SeriesKey;
import it.sportello.domain.ledger.Chain;
import it.sportello.domain.ledger.Ledger;
import it.sportello.domain.ledger.LedgerEntry;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.LaneKind;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.database.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One transaction at work. The ledgers it moves become the journal's only when the commit is on the disk. */
final class SqliteTransaction implements JournalTransaction {
    private static final int ACCESS_FORM = 1;

    private final Statements statements;
    private final Tables tables;
    private final Parts parts;
    private final Instant at;
    private final Map<String, Ledger> moved = new HashMap<>();
    private final Set<String> numbered = new HashSet<>();
    private final Set<String> untold = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private boolean ended;

    /** What a transaction takes from its journal. */
    record Parts(Function<String, Ledger> ledgers, Numbers numbers, DeskTime time, CrashPoint crash) {}

    /** An error of the store inside the work, on its way to the one who began the transaction. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SQLException error;

        Failed(SQLException error) {
            super(error);
            this.error = error;
        }

        SQLException error() {
            return error;
        }
    }

    @FunctionalInterface
    private interface Step<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    SqliteTransaction(Statements statements, Tables tables, Parts parts, Instant at) {
        this.statements = statements;
        this.tables = tables;
        this.parts = parts;
        this.at = at;
    }

    @Override
    public DocumentNumber nextNumber(SeriesKey key, LocalDate accountingDay) {
        DocumentNumber number = run(() -> tables.series().next(statements, key, accountingDay));
        numbered.add(number.printed());
        parts.crash().passed(CrashPoint.Step.NUMBERED);
        return number;
    }

    @Override
    public List<PostedEntry> appendLedger(String tillId, List<LedgerDraft> drafts) {
        if (told.contains(tillId)) {
            throw new IllegalStateException("an operation already told the lines of " + tillId);
        }
        List<PostedEntry> posted = new ArrayList<>();
        Ledger ledger = ledger(tillId);
        for (LedgerDraft draft : drafts) {
            LedgerEntry entry =
                    new LedgerEntry(ledger.nextSequence(), draft.kind(), draft.amounts(), draft.documentNumber(), at);
            ledger = ledger.append(entry);
            PostedEntry one = new PostedEntry(entry, ledger.runningTotal());
            run(() -> {
                tables.ledger().append(statements, tillId, one);
                return one;
            });
            posted.add(one);
        }
        moved.put(tillId, ledger);
        untold.add(tillId);
        parts.crash().passed(CrashPoint.Step.LEDGER_WRITTEN);
        return List.copyOf(posted);
    }

    @Override
    public UUID enqueue(OperationDraft draft) {
        UUID id = parts.numbers().id();
        Lane lane = draft.lane();
        run(() -> {
            if (lane.kind().isChained()) {
                chain(id, draft);
            } else {
                Operation operation = operation(id, draft, Optional.empty());
                tables.outbox().insert(statements, operation, draft.type().isFact(), bytes(operation), null);
            }
            tables.facts().note(statements, id, draft.payload());
            return id;
        });
        if (lane.kind() == LaneKind.TILL) {
            // One that tells no lines, as the squaring of the cards, may stand before them.
            if (untold.remove(lane.id())) {
                told.add(lane.id());
            }
        }
        parts.crash().passed(CrashPoint.Step.OPERATION_CHAINED);
        return id;
    }

    private void chain(UUID id, OperationDraft draft) throws SQLException {
        String lane = draft.lane().name();
        LaneTable.Stand before = tables.lanes()
                .stand(statements, lane)
                .orElseGet(() -> new LaneTable.Stand(
                        lane,
                        draft.author().epoch(),
                        0,
                        Chain.genesis(lane, draft.author().epoch())));
        long sequence = Math.addExact(before.count(), 1);
        Operation operation = operation(id, draft, Optional.of(sequence));
        byte[] body = bytes(operation);
        long total = draft.lane().kind() == LaneKind.TILL
                ? ledger(draft.lane().id()).runningTotal().cents()
                : 0;
        LinkTriple triple = new LinkTriple(before.head(), Chain.link(before.head(), body, total), total);
        tables.outbox().insert(statements, operation, draft.type().isFact(), body, triple);
        tables.lanes().store(statements, new LaneTable.Stand(lane, before.epoch(), sequence, triple.link()));
    }

    private Operation operation(UUID id, OperationDraft draft, Optional<Long> sequence) {
        Author author = draft.author();
        return new Operation(
                id,
                draft.type().wireName(),
                draft.version(),
                draft.lane().name(),
                sequence,
                author.deskId(),
                author.installationId(),
                author.operatorId(),
                author.sessionId(),
                at,
                parts.time().monotonicMillis(),
                draft.madeOffline(),
                parts.numbers().salt(),
                Json.strict().valueToTree(draft.payload()));
    }

    private static byte[] bytes(Operation operation) {
        byte[] body = Json.strict().writeValueAsBytes(operation);
        if (body.length > Json.MAX_BODY_BYTES) {
            throw new StoreFault(StoreFault.Code.TOO_LARGE, operation.type() + " of " + body.length + " bytes");
        }
        return body;
    }

    @Override
    public UUID logAccess(Author author, boolean madeOffline, Accesses.Viewed viewed) {
        UUID id = enqueue(new OperationDraft(
                OperationType.ACCESS_VIEWED, ACCESS_FORM, Lane.access(author.deskId()), viewed, author, madeOffline));
        parts.crash().passed(CrashPoint.Step.ACCESS_LOGGED);
        return id;
    }

    @Override
    public void putDocument(String key, String form, UUID tillSessionId, Object record) {
        run(() -> {
            tables.documents().put(statements, key, form, tillSessionId, record, at);
            return key;
        });
        numbered.remove(key);
        parts.crash().passed(CrashPoint.Step.DOCUMENT_STORED);
    }

    @Override
    public PrintJob queuePrint(String documentKey) {
        PrintJob job =
                run(() -> tables.prints().queue(statements, parts.numbers().id(), documentKey, at));
        parts.crash().passed(CrashPoint.Step.PRINT_QUEUED);
        return job;
    }

    @Override
    public PrintJob settlePrint(UUID jobId, PrintJob.State outcome, Optional<String> reason) {
        parts.crash().passed(CrashPoint.Step.PRINT_SENT);
        return run(() -> {
            tables.prints().move(statements, jobId, outcome, reason.orElse(null), at);
            return tables.prints().find(statements, jobId).orElseThrow();
        });
    }

    @Override
    public void putTillSession(TillSessionState state) {
        run(() -> {
            tables.sessions().put(statements, state, at);
            return state;
        });
    }

    @Override
    public void putCardAttempt(CardAttemptState state) {
        run(() -> {
            tables.attempts().put(statements, state, at);
            return state;
        });
        parts.crash().passed(CrashPoint.Step.ATTEMPT_STORED);
    }

    @Override
    public void putNotes(NoteRecord record) {
        run(() -> {
            tables.notes().put(statements, record, at);
            return record;
        });
        parts.crash().passed(CrashPoint.Step.NOTES_STORED);
    }

    @Override
    public void putDraft(String key, Object record) {
        keep(KeptTable.Kind.DRAFT, key, record);
    }

    @Override
    public void putSetting(String key, Object record) {
        keep(KeptTable.Kind.SETTING, key, record);
    }

    private void keep(KeptTable.Kind kind, String key, Object record) {
        run(() -> {
            tables.kept().put(statements, kind, key, record);
            return key;
        });
    }

    @Override
    public void removeDraft(String key) {
        run(() -> {
            tables.kept().remove(statements, KeptTable.Kind.DRAFT, key);
            return key;
        });
    }

    @Override
    public void closeTask(UUID taskId, String decision, String operatorId) {
        run(() -> {
            OperatorTask task = tables.tasks()
                    .find(statements, taskId)
                    .orElseThrow(() -> new IllegalStateException("no task " + taskId));
            tables.tasks().close(statements, taskId, decision, operatorId, at);
            tables.outbox().release(statements, task.operationId());
            return task;
        });
    }

    @Override
    public Instant at() {
        return at;
    }

    /** The ledgers after this transaction, once it may be committed. */
    Map<String, Ledger> complete() {
        ended = true;
        if (!numbered.isEmpty()) {
            throw new IllegalStateException("numbers without a document: " + numbered);
        }
        if (!untold.isEmpty()) {
            throw new IllegalStateException("ledger lines that no operation tells the server: " + untold);
        }
        return moved;
    }

    private Ledger ledger(String tillId) {
        Ledger own = moved.get(tillId);
        return own != null ? own : parts.ledgers().apply(tillId);
    }

    private <T extends @Nullable Object> T run(Step<T> step) {
        if (ended) {
            throw new IllegalStateException("this transaction has ended");
        }
        try {
            return step.run();
        } catch (SQLException failed) {
            throw new Failed(failed);
        }
    }
}
