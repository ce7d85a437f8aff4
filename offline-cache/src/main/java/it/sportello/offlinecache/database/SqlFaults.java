package it.sportello.offlinecache.database;

import it.sportello.offlinecache.StoreFault;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** Tells what an error of the engine means for us. */
final class SqlFaults {
    private static final int PRIMARY = 0xFF;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int INPUT_OUTPUT = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int PROTOCOL = 15;
    private static final int NOT_A_DATABASE = 26;

    private SqlFaults() {}

    /** Whether the file itself is in doubt, so that it has to be reopened and checked. */
    static boolean isOfTheFile(SQLException error) {
        return switch (primary(error)) {
            case READ_ONLY, INPUT_OUTPUT, CORRUPT, FULL, CANNOT_OPEN, PROTOCOL, NOT_A_DATABASE -> true;
            default -> false;
        };
    }

    static StoreFault fault(SQLException error) {
        // the engine's text may quote a value, so only its code is told
        int primary = primary(error);
        String detail = "SQLite result " + (error instanceof SQLiteException coded ? coded.getResultCode() : primary);
        return switch (primary) {
            case CORRUPT, NOT_A_DATABASE -> new StoreFault(StoreFault.Code.DAMAGED, detail, error);
            case FULL -> new StoreFault(StoreFault.Code.DISK_FULL, detail, error);
            case BUSY, LOCKED -> new StoreFault(StoreFault.Code.IN_USE, detail, error);
            case READ_ONLY, INPUT_OUTPUT, CANNOT_OPEN, PROTOCOL ->
                new StoreFault(StoreFault.Code.INPUT_OUTPUT, detail, error);
            default -> throw new IllegalStateException("a statement of ours was refused: " + detail, error);
        };
    }

    private static int primary(SQLException error) {
        return error instanceof SQLiteException coded
                ? coded.getResultCode().code & PRIMARY
                : error.getErrorCode() & PRIMARY;
    }
}
