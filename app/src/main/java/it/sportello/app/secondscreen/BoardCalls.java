package it.sportello.app.secondscreen;

import it.sportello.api.Queues;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The calls of a site in the order in which they were made, newest first. The server's own sequence gives the order, also
 * when a number is called again; a call of this desk stands above those known when it was made, until the server has it.
 */
final class BoardCalls {
    /** The number in large and the last four. */
    static final int SHOWN = 5;

    /** Of the site's day (Europe/Rome), by which the server's sequence begins again. */
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    /**
     * A call as everybody may read it.
     *
     * @param sequence the server's; of a call made here the newest one known then
     * @param own made here, and not known to be the server's yet
     */
    record Call(String number, int desk, Instant at, long sequence, boolean own) {
        Call after(long known) {
            return new Call(number, desk, at, known, own);
        }

        boolean names(Call other) {
            return number.equals(other.number) && desk == other.desk;
        }

        /** Whether the server's call is this one, or came after it. */
        boolean isKnownAs(Call server) {
            return names(server) && server.sequence > sequence;
        }
    }

    private final List<Call> own = new ArrayList<>();
    private List<Call> ofServer = List.of();
    private String site = "";
    private LocalDate day = LocalDate.MIN;
    private Instant asOf = Instant.MIN;

    /** Takes the server's list; one that is older than the list known is left aside. */
    boolean take(Queues.QueueState state) {
        List<Call> next = state.lastCalls().stream()
                .filter(entry -> entry.callSequence() > 0 && entry.deskNumber().isPresent())
                .sorted(Comparator.comparingLong(Queues.Entry::callSequence).reversed())
                .map(entry -> new Call(
                        entry.number(),
                        entry.deskNumber().get(),
                        entry.calledAt().orElse(entry.issuedAt()),
                        entry.callSequence(),
                        false))
                .toList();
        LocalDate today = state.serverTime().atZone(ROME).toLocalDate();
        if (!site.equals(state.siteId()) || today.isAfter(day)) {
            begin(next);
        } else if (today.isBefore(day) || isOlder(next, state.serverTime())) {
            return false;
        }
        site = state.siteId();
        day = today;
        asOf = state.serverTime();
        ofServer = next;
        own.removeIf(call -> ofServer.stream().anyMatch(call::isKnownAs));
        return true;
    }

    /** A new day or site leaves nothing behind; what was called before the first answer finds its place by its time. */
    private void begin(List<Call> first) {
        if (site.isEmpty()) {
            own.replaceAll(call -> call.after(newestOf(first.stream()
                    .filter(known -> !known.at().isAfter(call.at()) && !known.names(call))
                    .toList())));
        } else {
            own.clear();
        }
    }

    // Several servers may answer, whose clocks differ by a little: the sequence decides, the clock only between equals.
    private boolean isOlder(List<Call> next, Instant at) {
        long before = newestOf(ofServer);
        long now = newestOf(next);
        return now < before || (now == before && at.isBefore(asOf));
    }

    /** Sequence of the server's newest call; 0 before the first of the day. */
    long newestSequence() {
        return newestOf(ofServer);
    }

    private static long newestOf(List<Call> calls) {
        return calls.stream().mapToLong(Call::sequence).max().orElse(0);
    }

    /** This desk calls, whether the server knows or not. */
    void call(String number, int desk, Instant now) {
        own.removeIf(call -> call.number().equals(number) && call.desk() == desk);
        own.addFirst(new Call(number, desk, now, newestSequence(), true));
        while (own.size() > SHOWN) {
            own.removeLast();
        }
    }

    /** The newest calls, one line for each number at a desk. */
    List<Call> newest() {
        List<Call> merged = new ArrayList<>(ofServer);
        for (Call call : own.reversed()) {
            int place = 0;
            while (place < merged.size() && merged.get(place).sequence() > call.sequence()) {
                place++;
            }
            merged.add(place, call);
        }
        List<Call> once = new ArrayList<>();
        for (Call call : merged) {
            if (once.size() < SHOWN && once.stream().noneMatch(call::names)) {
                once.add(call);
            }
        }
        return once;
    }
}
