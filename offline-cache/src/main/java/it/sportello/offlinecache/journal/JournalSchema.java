package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.database.Schema;
import java.util.List;

/**
 * The tables of the journal. Whatever is personal stands in a column named {@code body}, {@code answer} or
 * {@code problem}, sealed; the other columns hold numbers, states, times, amounts and opaque identifiers.
 */
final class JournalSchema {
    private static final int APPLICATION = 0x53504A31;

    private static final String SERIES = """
            CREATE TABLE series(
              regime TEXT NOT NULL, kind TEXT NOT NULL, till TEXT NOT NULL, epoch TEXT NOT NULL, year INTEGER NOT NULL,
              last INTEGER NOT NULL CHECK(last >= 1), last_day TEXT NOT NULL,
              PRIMARY KEY(regime, kind, till, epoch, year)) STRICT
            """;
    private static final String LEDGER = """
            CREATE TABLE ledger(
              till TEXT NOT NULL, sequence INTEGER NOT NULL CHECK(sequence >= 1), kind TEXT NOT NULL,
              amounts TEXT NOT NULL, running_total INTEGER NOT NULL CHECK(running_total >= 0), document TEXT,
              at TEXT NOT NULL, mark BLOB NOT NULL CHECK(length(mark) = 32),
              PRIMARY KEY(till, sequence)) STRICT
            """;
    private static final String LANE = """
            CREATE TABLE lane(
              name TEXT PRIMARY KEY, epoch TEXT NOT NULL, count INTEGER NOT NULL CHECK(count >= 1),
              head BLOB NOT NULL CHECK(length(head) = 32)) STRICT
            """;
    private static final String OUTBOX = """
            CREATE TABLE outbox(
              position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, lane TEXT NOT NULL,
              lane_sequence INTEGER, type TEXT NOT NULL, fact INTEGER NOT NULL CHECK(fact IN (0, 1)),
              body BLOB NOT NULL, previous BLOB, link BLOB, running_total INTEGER,
              state TEXT NOT NULL
                CHECK(state IN ('WAITING','UNCONFIRMED','CONFIRMED','REFUSED','CONFLICT','HELD')),
              attempts INTEGER NOT NULL DEFAULT 0 CHECK(attempts >= 0), created_at TEXT NOT NULL,
              answer BLOB, flags TEXT NOT NULL DEFAULT '',
              UNIQUE(lane, lane_sequence)) STRICT
            """;
    private static final String OUTBOX_OPEN =
            "CREATE INDEX outbox_open ON outbox(lane, position) WHERE state IN ('WAITING','UNCONFIRMED','HELD')";
    private static final String DOCUMENT = """
            CREATE TABLE document(
              position INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, form TEXT NOT NULL,
              till_session TEXT NOT NULL, version INTEGER NOT NULL CHECK(version >= 1), stored_at TEXT NOT NULL,
              body BLOB NOT NULL) STRICT
            """;
    private static final String PRINT_JOB = """
            CREATE TABLE print_job(
              position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
              document TEXT NOT NULL REFERENCES document(key), copy INTEGER NOT NULL CHECK(copy >= 0),
              state TEXT NOT NULL CHECK(state IN ('QUEUED','SENDING','PRINTED','UNCERTAIN','FAILED','PDF')),
              reason TEXT, queued_at TEXT NOT NULL, changed_at TEXT NOT NULL,
              UNIQUE(document, copy)) STRICT
            """;
    private static final String TILL_SESSION = """
            CREATE TABLE till_session(
              position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, till TEXT NOT NULL,
              day TEXT NOT NULL, open INTEGER NOT NULL CHECK(open IN (0, 1)),
              version INTEGER NOT NULL CHECK(version >= 1), updated_at TEXT NOT NULL, body BLOB NOT NULL) STRICT
            """;
    private static final String ONE_OPEN_SESSION =
            "CREATE UNIQUE INDEX till_session_open ON till_session(till) WHERE open = 1";
    private static final String KEPT = """
            CREATE TABLE kept(
              kind TEXT NOT NULL CHECK(kind IN ('DRAFT','SETTING')), key TEXT NOT NULL,
              version INTEGER NOT NULL CHECK(version >= 1), body BLOB NOT NULL,
              PRIMARY KEY(kind, key)) STRICT
            """;
    private static final String TASK = """
            CREATE TABLE task(
              position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
              operation TEXT NOT NULL REFERENCES outbox(id), lane TEXT NOT NULL,
              kind TEXT NOT NULL CHECK(kind IN ('REFUSED','CONFLICT','PARKED')), operator TEXT NOT NULL,
              created_at TEXT NOT NULL, problem BLOB, open INTEGER NOT NULL CHECK(open IN (0, 1)),
              decision TEXT, decided_by TEXT, decided_at TEXT) STRICT
            """;
    /** The second version knows tasks that stop no lane. */
    private static final String FLAGGED_TASK =
            TASK.replace("CREATE TABLE task(", "CREATE TABLE task_next(").replace("'PARKED')", "'PARKED','FLAGGED')");

    private static final String TASK_OPEN = "CREATE INDEX task_open ON task(lane) WHERE open = 1";
    private static final String LOCAL_FACT = """
            CREATE TABLE local_fact(
              position INTEGER PRIMARY KEY AUTOINCREMENT,
              kind TEXT NOT NULL CHECK(kind IN ('DUE_SETTLED','BOOKING_ACCEPTED')), subject TEXT NOT NULL,
              operation TEXT NOT NULL REFERENCES outbox(id), document TEXT NOT NULL DEFAULT '',
              amount_cents INTEGER NOT NULL DEFAULT 0, seen_version INTEGER NOT NULL,
              undone INTEGER NOT NULL DEFAULT 0 CHECK(undone IN (0, 1))) STRICT
            """;
    /** The third version keeps attempts to be paid by card. */
    private static final String CARD_ATTEMPT = """
            CREATE TABLE card_attempt(
              position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, till TEXT NOT NULL,
              till_session TEXT NOT NULL, open INTEGER NOT NULL CHECK(open IN (0, 1)),
              version INTEGER NOT NULL CHECK(version >= 1), created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
              body BLOB NOT NULL) STRICT
            """;

    private static final String CARD_ATTEMPT_OPEN =
            "CREATE INDEX card_attempt_open ON card_attempt(till) WHERE open = 1";
    /** The fourth version keeps what note validators told. */
    private static final String NOTE_DEVICE = """
            CREATE TABLE note_device(
              device TEXT PRIMARY KEY, version INTEGER NOT NULL CHECK(version >= 1), updated_at TEXT NOT NULL,
              body BLOB NOT NULL) STRICT
            """;

    private static final String NOTE_EVENT = """
            CREATE TABLE note_event(
              position INTEGER PRIMARY KEY AUTOINCREMENT, device TEXT NOT NULL,
              sequence INTEGER NOT NULL CHECK(sequence >= 1), at TEXT NOT NULL, body BLOB NOT NULL,
              UNIQUE(device, sequence)) STRICT
            """;
    private static final String LOCAL_FACT_SUBJECT = "CREATE INDEX local_fact_subject ON local_fact(kind, subject)";

    private JournalSchema() {}

    static Schema schema() {
        List<String> first = List.of(
                SERIES,
                LEDGER,
                LANE,
                OUTBOX,
                OUTBOX_OPEN,
                DOCUMENT,
                PRINT_JOB,
                TILL_SESSION,
                ONE_OPEN_SESSION,
                KEPT,
                TASK,
                TASK_OPEN,
                LOCAL_FACT,
                LOCAL_FACT_SUBJECT);
        List<String> second = List.of(
                FLAGGED_TASK,
                "INSERT INTO task_next SELECT * FROM task",
                "DROP TABLE task",
                "ALTER TABLE task_next RENAME TO task",
                TASK_OPEN);
        List<String> third = List.of(CARD_ATTEMPT, CARD_ATTEMPT_OPEN);
        List<String> fourth = List.of(NOTE_DEVICE, NOTE_EVENT);
        return new Schema(APPLICATION, List.of(first, second, third, fourth));
    }
}
