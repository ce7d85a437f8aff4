package it.sportello.offlinecache.journal;

import it.sportello.domain.document.Series;
import it.sportello.domain.document.SeriesKey;
import it.sportello.domain.ledger.ChainLink;
import it.sportello.domain.ledger.Ledger;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.database.Database;
import it.sportello.offlinecache.database.Durability;
import it.sportello.offlinecache.database.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The journal in its file. Opening verifies the whole of it and marks prints cut by a crash as uncertain. */
public final class SqliteJournal implements Journal {
    private final Database database;
    private final JournalOptions options;
    private final Tables tables;
    private final Numbers numbers;
    private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock committing = new ReentrantLock();

    private SqliteJournal(Database database, JournalOptions options) {
        this.database = database;
        this.options = options;
        this.tables = Tables.of(options.sealer());
        this.numbers = new Numbers(options.time(), options.random());
    }

    /**
     * Opens the journal of a profile, or makes it.
     *
     * @throws StoreFault when another process has it, the key is another's, or it does not agree with itself
     */
    public static SqliteJournal open(JournalOptions options) {
        Database database =
                Database.open(options.file(), Durability.FULL, JournalSchema.schema(), options.guard(), true);
        boolean opened = false;
        try {
            SqliteJournal journal = new SqliteJournal(database, options);
            journal.start();
            opened = true;
            return journal;
        } finally {
            if (!opened) {
                database.close();
            }
        }
    }

    private void start() {
        Map<String, Ledger> books = database.write(statements -> {
            KeyCheck.check(statements, options.sealer());
            Map<String, Ledger> found = new ChainVerifier(tables).verify(statements);
            tables.prints().interrupted(statements, TimeFloor.at(statements, options.time()));
            return found;
        });
        ledgers.putAll(books);
    }

    @Override
    public <T extends @Nullable Object> T commit(JournalWork<T> work) {
        AtomicReference<Map<String, Ledger>> moved = new AtomicReference<>(Map.of());
        T value;
        committing.lock();
        try {
            value = database.write(statements -> {
                SqliteTransaction transaction = transaction(statements);
                T made = unwrapped(work, transaction);
                moved.set(transaction.complete());
                options.crash().passed(CrashPoint.Step.BEFORE_COMMIT);
                return made;
            });
            ledgers.putAll(moved.get());
        } finally {
            committing.unlock();
        }
        options.crash().passed(CrashPoint.Step.COMMITTED);
        listeners.forEach(Runnable::run);
        return value;
    }

    private SqliteTransaction transaction(Statements statements) throws SQLException {
        Instant at = TimeFloor.at(statements, options.time());
        options.crash().passed(CrashPoint.Step.BEGUN);
        return new SqliteTransaction(
                statements,
                tables,
                new SqliteTransaction.Parts(this::known, numbers, options.time(), options.crash()),
                at);
    }

    private static <T extends @Nullable Object> T unwrapped(JournalWork<T> work, SqliteTransaction transaction)
            throws SQLException {
        try {
            return work.in(transaction);
        } catch (SqliteTransaction.Failed failed) {
            throw failed.error();
        }
    }

    private Ledger known(String till) {
        return ledgers.getOrDefault(till, Ledger.empty());
    }

    @Override
    public Recovery recovery() {
        return database.read(statements -> new Recovery(
                tables.sessions().allOpen(statements),
                tables.prints().uncertain(statements),
                tables.documents().neverDelivered(statements),
                tables.outbox().pending(statements),
                tables.tasks().open(statements),
                tables.kept().keys(statements, KeptTable.Kind.DRAFT)));
    }

    @Override
    public Ledger ledger(String tillId) {
        return known(tillId);
    }

    @Override
    public List<PostedEntry> entries(String tillId) {
        return database.read(statements -> tables.ledger().entries(statements, tillId));
    }

    @Override
    public int lastNumber(SeriesKey key) {
        return database.read(
                statements -> tables.series().series(statements, key).last());
    }

    @Override
    public List<SeriesStand> series(String tillId) {
        return database.read(statements -> tables.series().ofTill(statements, tillId).stream()
                .map((Series one) -> new SeriesStand(one.key(), one.last(), one.lastDay()))
                .toList());
    }

    @Override
    public Optional<ChainHead> chainHead(String lane) {
        return database.read(statements ->
                tables.lanes().stand(statements, lane).map(stand -> new ChainHead(lane, stand.count(), stand.head())));
    }

    @Override
    public Optional<String> epoch(String lane) {
        return database.read(
                statements -> tables.lanes().stand(statements, lane).map(LaneTable.Stand::epoch));
    }

    @Override
    public HeadCheck compare(ChainHead known) {
        if (known.count() == 0) {
            return HeadCheck.AGREES;
        }
        Optional<ChainLink> own = database.read(statements -> statements.one(
                "SELECT link FROM outbox WHERE lane=? AND lane_sequence=?",
                row -> ChainLink.of(row.getBytes(1)),
                known.lane(),
                known.count()));
        return own.map(link -> link.equals(known.link()) ? HeadCheck.AGREES : HeadCheck.DIFFERS)
                .orElse(HeadCheck.SHORTER);
    }

    @Override
    public <T> Optional<T> document(String key, Class<T> form) {
        return database.read(statements -> tables.documents().find(statements, key, form));
    }

    @Override
    public <T> List<T> documentsOf(UUID tillSessionId, String form, Class<T> type) {
        return database.read(statements -> tables.documents().ofSession(statements, tillSessionId, form, type));
    }

    @Override
    public List<String> documentKeys(UUID tillSessionId, String form) {
        return database.read(statements -> tables.documents().keysOfSession(statements, tillSessionId, form));
    }

    @Override
    public Optional<StoredTillSession> openTillSession(String tillId) {
        return database.read(statements -> tables.sessions().open(statements, tillId));
    }

    @Override
    public Optional<StoredTillSession> tillSession(UUID id) {
        return database.read(statements -> tables.sessions().find(statements, id));
    }

    @Override
    public Optional<StoredTillSession> lastTillSession(String tillId) {
        return database.read(statements -> tables.sessions().last(statements, tillId));
    }

    @Override
    public List<StoredTillSession> tillSessions(String tillId) {
        return database.read(statements -> tables.sessions().ofTill(statements, tillId));
    }

    @Override
    public <T> Optional<T> draft(String key, Class<T> form) {
        return database.read(statements -> tables.kept().find(statements, KeptTable.Kind.DRAFT, key, form));
    }

    @Override
    public <T> Optional<T> setting(String key, Class<T> form) {
        return database.read(statements -> tables.kept().find(statements, KeptTable.Kind.SETTING, key, form));
    }

    @Override
    public Outbox outbox() {
        return new SqliteOutbox(database, tables, numbers, options, this::committed);
    }

    @Override
    public PrintJobs prints() {
        return new SqlitePrintJobs(database, tables.prints(), options, this);
    }

    @Override
    public Tasks tasks() {
        return new SqliteTasks(database, tables.tasks(), this);
    }

    @Override
    public CardAttempts cardAttempts() {
        return new SqliteCardAttempts(database, tables.attempts());
    }

    @Override
    public NoteAccounts noteAccounts() {
        return new SqliteNoteAccounts(database, tables.notes());
    }

    @Override
    public LocalFacts localFacts() {
        return new SqliteLocalFacts(database, tables.facts());
    }

    @Override
    public Instant now() {
        return database.read(statements -> TimeFloor.now(statements, options.time()));
    }

    @Override
    public void onCommit(Runnable listener) {
        listeners.add(listener);
    }

    private void committed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void close() {
        database.close();
    }
}
