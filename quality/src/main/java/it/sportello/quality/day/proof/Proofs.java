package it.sportello.quality.day.proof;

import it.sportello.quality.day.story.Served;
import it.sportello.quality.day.story.TillBalance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What must hold at the end of the day. Each proof is a plain function of the evidence, so that a test can change one
 * number and see it fail.
 */
public final class Proofs {
    private static final String CLOSING_DIFFERENCE = "CLOSING_DIFFERENCE";
    private static final int LEAST_PEOPLE = 25;

    private final Evidence evidence;

    public Proofs(Evidence evidence) {
        this.evidence = evidence;
    }

    /** All of them. */
    public List<Verdict> all() {
        List<Verdict> verdicts =
                new ArrayList<>(List.of(booksAgree(), tillBalances(), numbersGapless(), paperOnce(), chainsIntact()));
        verdicts.addAll(List.of(capacity(), viewsLogged(), outboxEmpty(), people()));
        return verdicts;
    }

    /** The book of the desk is the book of the server, line by line, and both add up to the same cent. */
    Verdict booksAgree() {
        Verdict.Search search = new Verdict.Search();
        long lines = 0;
        for (TillBalance till : evidence.reckoned()) {
            List<DeskFacts.Line> desk = desk(till.deskId()).entries();
            List<DeskFacts.Line> server = evidence.server().entries().getOrDefault(till.tillId(), List.of());
            search.require(desk.equals(server), "the lines of " + till.tillId() + " differ between desk and server");
            search.require(adds(desk), "the running totals of " + till.tillId() + " do not add up on the desk");
            search.require(adds(server), "the running totals of " + till.tillId() + " do not add up on the server");
            lines += desk.size();
        }
        return search.verdict("the journal is the server's ledger, to the cent", lines + " lines agree");
    }

    private static boolean adds(List<DeskFacts.Line> lines) {
        long total = 0;
        for (DeskFacts.Line line : lines) {
            total += line.cash();
            if (total != line.runningTotal()) {
                return false;
            }
        }
        return !lines.isEmpty();
    }

    /** What the day reckoned by itself is what the books say, before the count and in its difference. */
    Verdict tillBalances() {
        Verdict.Search search = new Verdict.Search();
        StringBuilder fine = new StringBuilder();
        for (TillBalance till : evidence.reckoned()) {
            List<DeskFacts.Line> lines = desk(till.deskId()).entries();
            long before = 0;
            long difference = 0;
            for (DeskFacts.Line line : lines) {
                if (line.kind().equals(CLOSING_DIFFERENCE)) {
                    difference = line.cash();
                    before = line.runningTotal() - line.cash();
                }
            }
            long tendered = evidence.server().tenders().getOrDefault(till.tillId(), 0L);
            search.require(
                    before == till.expectedCents(),
                    till.tillId() + ": the book had " + before + " cents before the count, the day reckoned "
                            + till.expectedCents());
            search.require(
                    difference == -till.missingCents(),
                    till.tillId() + ": difference booked " + difference + ", missing were " + till.missingCents());
            search.require(
                    evidence.server().differences().getOrDefault(till.tillId(), 0L) == -till.missingCents(),
                    till.tillId() + ": the server has another difference");
            search.require(
                    tendered == till.collectedCents(),
                    till.tillId() + ": tendered " + tendered + " cents, collected " + till.collectedCents());
            search.require(
                    evidence.server().cards().getOrDefault(till.tillId(), 0L) == till.cardCents(),
                    till.tillId() + ": the server has other card payments than " + till.cardCents() + " cents");
            fine.append(till.tillId())
                    .append(' ')
                    .append(before)
                    .append(" cents, short ")
                    .append(-difference)
                    .append(", by card ")
                    .append(till.cardCents());
        }
        return search.verdict("journal = till balance = what the day reckoned", fine.toString());
    }

    /** Numbers 1 to n in every series, on the server and on the desk. */
    Verdict numbersGapless() {
        Verdict.Search search = new Verdict.Search();
        Map<String, Integer> last = new TreeMap<>();
        for (ServerFacts.Document document : evidence.server().documents()) {
            int expected = last.merge(document.series(), 1, Integer::sum);
            search.require(
                    document.progressive() == expected,
                    document.series() + " has " + document.progressive() + " where " + expected + " should be");
        }
        int onDesks = evidence.desks().stream()
                .flatMap(desk -> desk.lastNumbers().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        search.require(
                onDesks == evidence.server().documents().size(),
                "the desks issued " + onDesks + ", the server holds "
                        + evidence.server().documents().size());
        return search.verdict("receipt numbers 1 to n", last.toString());
    }

    /** Every receipt is on paper: one original, or a copy that says so; never two originals. */
    Verdict paperOnce() {
        Verdict.Search search = new Verdict.Search();
        Map<String, Integer> originals = new HashMap<>();
        Map<String, Integer> copies = new HashMap<>();
        evidence.papers()
                .forEach(receipt -> (receipt.copy() ? copies : originals).merge(receipt.number(), 1, Integer::sum));
        for (ServerFacts.Document document : evidence.server().documents()) {
            int one = originals.getOrDefault(document.number(), 0);
            int more = copies.getOrDefault(document.number(), 0);
            search.require(one <= 1, document.number() + " came out as an original " + one + " times");
            search.require(one + more >= 1, document.number() + " never came out");
        }
        search.require(
                originals.size() + copies.size() >= 1
                        || evidence.server().documents().isEmpty(),
                "no receipt on paper");
        for (DeskFacts desk : evidence.desks()) {
            desk.prints()
                    .forEach((number, states) -> search.require(
                            states.stream().anyMatch(state -> state.endsWith("PRINTED")),
                            number + " counts as not printed: " + states));
        }
        return search.verdict(
                "every receipt printed once or shown as copy",
                originals.size() + " originals, " + copies.size() + " copies");
    }

    /** The newest links on the server are those of the desks; opening the desks' files has verified all the others. */
    Verdict chainsIntact() {
        Verdict.Search search = new Verdict.Search();
        int lanes = 0;
        for (DeskFacts desk : evidence.desks()) {
            for (Map.Entry<String, DeskFacts.Head> lane : desk.heads().entrySet()) {
                lanes++;
                search.require(
                        lane.getValue().equals(evidence.server().heads().get(lane.getKey())),
                        lane.getKey() + " ends otherwise on the server");
            }
        }
        search.require(lanes > 0, "no chain at all");
        return search.verdict("chain intact on desks and server", lanes + " chains end alike");
    }

    Verdict capacity() {
        Verdict.Search search = new Verdict.Search();
        search.require(
                evidence.server().overCapacity() == 0,
                evidence.server().overCapacity() + " places have more bookings than room");
        return search.verdict(
                "nothing over capacity", evidence.server().bookings() + " appointments, none over its place");
    }

    /** Every page shown had its row in the log of accesses before it was shown. */
    Verdict viewsLogged() {
        Verdict.Search search = new Verdict.Search();
        Map<String, Integer> pages = new HashMap<>();
        for (Served.Shown shown : evidence.shown()) {
            int wanted = pages.merge(shown.deskId() + " " + shown.personId(), 1, Integer::sum);
            long logged = evidence.server().views().stream()
                    .filter(view -> view.deskId().equals(shown.deskId())
                            && view.personId().equals(shown.personId())
                            && !view.at().isAfter(shown.at()))
                    .count();
            search.require(
                    logged >= wanted,
                    "a page of a person on " + shown.deskId() + " was shown " + wanted + " times, logged " + logged);
        }
        search.require(!evidence.shown().isEmpty(), "no page was shown");
        return search.verdict(
                "every view of a person logged before it",
                evidence.shown().size() + " pages shown, "
                        + evidence.server().views().size() + " views logged");
    }

    Verdict outboxEmpty() {
        Verdict.Search search = new Verdict.Search();
        evidence.desks().forEach(desk -> {
            search.require(desk.pending() == 0, desk.deskId() + " has " + desk.pending() + " operations unsent");
            search.require(desk.tasks().isEmpty(), desk.deskId() + " has open tasks " + desk.tasks());
        });
        return search.verdict(
                "nothing left to send or to decide", evidence.desks().size() + " desks");
    }

    Verdict people() {
        Verdict.Search search = new Verdict.Search();
        search.require(
                evidence.people() >= LEAST_PEOPLE, evidence.people() + " people served, at least " + LEAST_PEOPLE);
        return search.verdict("at least " + LEAST_PEOPLE + " citizens", evidence.people() + " people served");
    }

    private DeskFacts desk(String deskId) {
        return evidence.desks().stream()
                .filter(desk -> desk.deskId().equals(deskId))
                .findFirst()
                .orElseThrow();
    }
}
