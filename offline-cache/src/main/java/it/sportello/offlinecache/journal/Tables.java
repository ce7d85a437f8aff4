package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.seal.SealedRecords;
import it.sportello.offlinecache.seal.Sealer;

/** The tables of one journal. */
record Tables(
        SeriesTable series,
        LedgerTable ledger,
        LaneTable lanes,
        OutboxTable outbox,
        DocumentTable documents,
        PrintTable prints,
        SessionTable sessions,
        KeptAndTasks other) {

    /** The two that hold neither money nor documents, what is noted of payloads, attempts, and notes. */
    record KeptAndTasks(KeptTable kept, TaskTable tasks, FactTable facts, CardAttemptTable attempts, NoteTable notes) {}

    static Tables of(Sealer sealer) {
        SealedRecords sealed = new SealedRecords(sealer);
        return new Tables(
                new SeriesTable(),
                new LedgerTable(sealer),
                new LaneTable(),
                new OutboxTable(sealer),
                new DocumentTable(sealed),
                new PrintTable(),
                new SessionTable(sealed),
                new KeptAndTasks(
                        new KeptTable(sealed),
                        new TaskTable(sealed),
                        new FactTable(),
                        new CardAttemptTable(sealed),
                        new NoteTable(sealed)));
    }

    KeptTable kept() {
        return other.kept();
    }

    TaskTable tasks() {
        return other.tasks();
    }

    FactTable facts() {
        return other.facts();
    }

    NoteTable notes() {
        return other.notes();
    }

    CardAttemptTable attempts() {
        return other.attempts();
    }
}
