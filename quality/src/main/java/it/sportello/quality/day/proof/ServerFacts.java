package it.sportello.quality.day.proof;

import it.sportello.quality.day.place.ServerProcess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in the server's tables at the end of the day.
 *
 * @param entries lines of the book by till
 * @param documents printed numbers with their series and progressive
 * @param tenders sum of what was tendered in cash by till, cents
 * @param cards sum of what was paid by card by till, cents
 * @param differences difference at the closing by till, cents
 * @param heads newest link of each lane
 * @param overCapacity places with more bookings than room, as the bookings themselves count
 * @param bookings how many appointments there are
 * @param views views of persons reported by the desks
 */
public record ServerFacts(
        Map<String, List<DeskFacts.Line>> entries,
        List<Document> documents,
        Map<String, Long> tenders,
        Map<String, Long> cards,
        Map<String, Long> differences,
        Map<String, DeskFacts.Head> heads,
        long overCapacity,
        long bookings,
        List<View> views) {

    /** A fiscal document. */
    public record Document(String tillId, String series, int progressive, String number, long totalCents) {}

    /** A view of a person on a desk. */
    public record View(String deskId, String personId, Instant at) {}

    static ServerFacts read(ServerProcess server) {
        return new ServerFacts(
                entries(server),
                documents(server),
                sums(server, """
                        select entry.till_id as key, sum(tender.amount_cents) as value from tender
                        join (select distinct till_id, operation_id from ledger_entry) entry
                            on entry.operation_id = tender.operation_id where tender.kind = 'CASH' group by 1"""),
                sums(server, """
                        select entry.till_id as key, sum(tender.amount_cents) as value from tender
                        join (select distinct till_id, operation_id from ledger_entry) entry
                            on entry.operation_id = tender.operation_id where tender.kind = 'CARD' group by 1"""),
                sums(server, "select till_id as key, difference_cents as value from till_session"),
                heads(server),
                server.number("""
                        select count(*) as value from slot where booked > capacity or capacity < (select count(*) from booking
                        where booking.slot_id = slot.id and booking.state in ('BOOKED', 'ACCEPTED'))"""),
                server.number("select count(*) as value from booking"),
                views(server));
    }

    private static Map<String, List<DeskFacts.Line>> entries(ServerProcess server) {
        Map<String, List<DeskFacts.Line>> entries = new LinkedHashMap<>();
        server.query("""
                        select till_id, sequence, kind, cash_cents, running_total_cents from ledger_entry
                        order by till_id, sequence""")
                .forEach(row -> entries.computeIfAbsent(row.text("till_id"), till -> new ArrayList<>())
                        .add(new DeskFacts.Line(
                                row.number("sequence"),
                                row.text("kind"),
                                row.number("cash_cents"),
                                row.number("running_total_cents"))));
        return entries;
    }

    private static List<Document> documents(ServerProcess server) {
        return server.query("""
                        select till_id, number, progressive, total_cents,
                        concat_ws('|', regime, kind, till_id, epoch, year) as series from fiscal_document
                        order by till_id, regime, kind, epoch, year, progressive""").stream()
                .map(row -> new Document(
                        row.text("till_id"),
                        row.text("series"),
                        row.integer("progressive"),
                        row.text("number"),
                        row.number("total_cents")))
                .toList();
    }

    private static Map<String, Long> sums(ServerProcess server, String sql) {
        Map<String, Long> sums = new LinkedHashMap<>();
        server.query(sql).forEach(row -> sums.put(row.text("key"), row.number("value")));
        return sums;
    }

    private static Map<String, DeskFacts.Head> heads(ServerProcess server) {
        Map<String, DeskFacts.Head> heads = new LinkedHashMap<>();
        server.query("select name, last_sequence, encode(chain_head, 'hex') as link from lane")
                .forEach(row ->
                        heads.put(row.text("name"), new DeskFacts.Head(row.number("last_sequence"), row.text("link"))));
        return heads;
    }

    private static List<View> views(ServerProcess server) {
        return server.query("""
                        select desk_id, person_ids[1] as person_id, to_char(occurred_at at time zone 'UTC',
                        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from access_row where kind = 'VIEW'""").stream()
                .map(row -> new View(row.text("desk_id"), row.text("person_id"), Instant.parse(row.text("at"))))
                .toList();
    }
}
