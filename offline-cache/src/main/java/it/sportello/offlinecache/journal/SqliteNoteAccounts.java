package it.sportello.offlinecache.journal;

import it.sportello.offlinecache.database.Database;
import java.util.List;
import java.util.Optional;

/** What note validators told, read from the journal's file. */
final class SqliteNoteAccounts implements NoteAccounts {
    private final Database database;
    private final NoteTable table;

    SqliteNoteAccounts(Database database, NoteTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public Optional<String> place(String device) {
        return database.read(statements -> table.head(statements, device).map(NoteHead::place));
    }

    @Override
    public <T> List<Told<T>> after(long position, Class<T> form) {
        return database.read(statements -> table.after(statements, position, form));
    }
}
