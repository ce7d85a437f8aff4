package it.sportello.offlinecache.journal;

import it.sportello.domain.ledger.EntryKind;
import it.sportello.domain.ledger.LedgerEntry;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.database.Statements;
import it.sportello.offlinecache.seal.Sealer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The books of the tills. Rows are only added; each bears a keyed mark over its columns. */
final class LedgerTable {
    private static final String TABLE = "ledger";
    private static final String COLUMNS = "till, sequence, kind, amounts, running_total, document, at, mark";

    private final Sealer sealer;

    LedgerTable(Sealer sealer) {
        this.sealer = sealer;
    }

    void append(Statements statements, String till, PostedEntry posted) throws SQLException {
        LedgerEntry entry = posted.entry();
        String amounts = amountsText(entry.amounts());
        statements.update(
                "INSERT INTO ledger(" + COLUMNS + ") VALUES(?,?,?,?,?,?,?,?)",
                till,
                entry.sequence(),
                entry.kind().name(),
                amounts,
                posted.runningTotal().cents(),
                entry.documentNumber(),
                entry.at().toString(),
                sealer.mark(TABLE, columns(till, posted, amounts)));
    }

    List<String> tills(Statements statements) throws SQLException {
        return statements.list("SELECT DISTINCT till FROM ledger", row -> row.getString(1));
    }

    /** @throws StoreFault when a row does not bear its mark */
    List<PostedEntry> entries(Statements statements, String till) throws SQLException {
        return statements.list("SELECT " + COLUMNS + " FROM ledger WHERE till=? ORDER BY sequence", this::entry, till);
    }

    private PostedEntry entry(ResultSet row) throws SQLException {
        String till = row.getString(1);
        String amounts = row.getString(4);
        PostedEntry posted;
        try {
            LedgerEntry entry = new LedgerEntry(
                    row.getLong(2),
                    EntryKind.valueOf(row.getString(3)),
                    amounts(amounts),
                    row.getString(6),
                    Instant.parse(row.getString(7)));
            posted = new PostedEntry(entry, Money.ofCents(row.getLong(5)));
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            throw new StoreFault(StoreFault.Code.TAMPERED, "a ledger row of " + till + " cannot be read", unreadable);
        }
        if (!sealer.isMarked(row.getBytes(8), TABLE, columns(till, posted, amounts))) {
            throw new StoreFault(
                    StoreFault.Code.TAMPERED,
                    "ledger row " + posted.entry().sequence() + " of " + till + " was changed");
        }
        return posted;
    }

    private static String[] columns(String till, PostedEntry posted, String amounts) {
        LedgerEntry entry = posted.entry();
        @Nullable String document = entry.documentNumber();
        return new String[] {
            till,
            String.valueOf(entry.sequence()),
            entry.kind().name(),
            amounts,
            String.valueOf(posted.runningTotal().cents()),
            document == null ? "" : document,
            entry.at().toString()
        };
    }

    private static String amountsText(Map<TenderKind, Money> amounts) {
        return new EnumMap<>(amounts.isEmpty() ? Map.of(TenderKind.CASH, Money.ZERO) : amounts)
                .entrySet().stream()
                        .map(one -> one.getKey().name() + "=" + one.getValue().cents())
                        .collect(Collectors.joining(";"));
    }

    private static Map<TenderKind, Money> amounts(String text) {
        Map<TenderKind, Money> amounts = new EnumMap<>(TenderKind.class);
        for (String one : text.split(";", -1)) {
            int sign = one.indexOf('=');
            if (sign < 0) {
                throw new IllegalArgumentException("amount without a sign");
            }
            amounts.put(
                    TenderKind.valueOf(one.substring(0, sign)), Money.ofCents(Long.parseLong(one.substring(sign + 1))));
        }
        return amounts;
    }
}
