package it.sportello.app.print;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opening check D09, closing check D10 and cash journal D11 (specification §9). */
public final class TillSheets {
    /** A session's opening: the fund carried on and what was counted. */
    public record Opening(
            String tillId,
            LocalDate day,
            Instant at,
            Map<Denomination, Integer> pieces,
            Money carried,
            Money counted,
            Optional<String> reason) {
        public Opening {
            pieces = Map.copyOf(pieces);
        }
    }

    /**
     * A session's closing.
     *
     * @param chainHead newest link of the till's chain, printed so that a later change shows
     */
    public record Closing(
            String tillId,
            LocalDate day,
            Instant at,
            Map<Denomination, Integer> pieces,
            Money openingFloat,
            Money collected,
            Money paidOut,
            Money expected,
            Money counted,
            int recounts,
            Money floatLeft,
            Money deposit,
            List<SeriesLine> series,
            String chainHead,
            boolean offline) {
        public Closing {
            pieces = Map.copyOf(pieces);
            series = List.copyOf(series);
        }

        /** Counted less expected: negative is a shortage. */
        public Money difference() {
            return counted.minus(expected);
        }
    }

    /**
     * What stands on a closing check beside its figures.
     *
     * @param forHolder badge of who opened the till, when somebody else closed it
     * @param carried documents without paper that were carried over to the next session
     * @param cards payments by card carried over without a known end
     * @param paid what was paid by card; empty when nothing was
     * @param container the validator's container, where there is one
     */
    public record ClosingNotes(
            Optional<String> forHolder,
            List<String> carried,
            List<CarriedCard> cards,
            Optional<Cards> paid,
            Optional<ContainerLine> container) {
        public ClosingNotes {
            carried = List.copyOf(carried);
            cards = List.copyOf(cards);
        }
    }

    /** A payment by card of which nobody knew at the closing whether money moved. */
    public record CarriedCard(Instant at, Money amount) {}

    /**
     * The notes a validator kept, counted beside the drawer; both are in the figures of the sheet.
     *
     * @param expected from what was stacked
     * @param uncertain whether notes may have been inside that nobody could attribute
     */
    public record ContainerLine(Money expected, Money counted, boolean uncertain) {}

    /**
     * The cards of a session.
     *
     * @param payments how many were approved
     * @param carried payments without a known end that were carried over
     * @param terminal what the terminal says it took since its own last closing; empty when it did not say
     */
    public record Cards(Money booked, long payments, long carried, Optional<Money> terminal) {}

    /** The numbers given out in a series. */
    public record SeriesLine(String series, String first, String last, int documents) {}

    /** One movement. */
    public record Movement(
            long sequence, Instant at, String description, Optional<String> document, Money cash, Money total) {}

    private final Texts texts = Texts.of(TillSheets.class);
    private final Words words;

    public TillSheets(Words words) {
        this.words = words;
    }

    public Sheet opening(Letterhead head, Opening opening) {
        return opening(head, opening, Optional.empty());
    }

    /** The same beside a validator's container. */
    public Sheet opening(Letterhead head, Opening opening, Optional<ContainerLine> container) {
        List<Block> blocks = new ArrayList<>();
        Money difference = opening.counted().minus(opening.carried());
        blocks.add(new Block.Pairs(List.of(
                pair("till.id", opening.tillId()),
                pair("till.day", words.dateInWords(opening.day())),
                pair("till.at", moment(opening.at())),
                pair("till.badge", head.badge()))));
        blocks.add(count(opening.pieces(), opening.counted()));
        List<Block.Pair> result = new ArrayList<>();
        result.add(pair("till.carried", words.money(opening.carried())));
        result.add(pair("till.counted", words.money(opening.counted())));
        result.add(pair("till.difference", words.money(difference)));
        opening.reason().ifPresent(reason -> result.add(pair("till.reason", reason)));
        blocks.add(new Block.Pairs(result));
        container.ifPresent(line -> blocks.addAll(container(line)));
        blocks.add(new Block.Signatures(List.of(texts.get("signature.cashier"), texts.get("signature.responsible"))));
        return sheet(head, texts.get("opening.title"), "D09/1", blocks);
    }

    public Sheet closing(Letterhead head, Closing closing, ClosingNotes notes) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prominent(verdict(closing), words.money(closing.difference())));
        List<Block.Pair> about = new ArrayList<>(List.of(
                pair("till.id", closing.tillId()),
                pair("till.day", words.dateInWords(closing.day())),
                pair("till.at", moment(closing.at())),
                pair("till.badge", head.badge())));
        notes.forHolder().ifPresent(holder -> about.add(pair("till.forHolder", holder)));
        blocks.add(new Block.Pairs(about));
        blocks.add(count(closing.pieces(), closing.counted()));
        blocks.add(new Block.Pairs(List.of(
                pair("till.openingFloat", words.money(closing.openingFloat())),
                pair("till.collected", words.money(closing.collected())),
                pair("till.paidOut", words.money(closing.paidOut())),
                pair("till.expected", words.money(closing.expected())),
                pair("till.counted", words.money(closing.counted())),
                pair("till.difference", words.money(closing.difference())),
                pair("till.recounts", Integer.toString(closing.recounts())),
                pair("till.floatLeft", words.money(closing.floatLeft())),
                pair("till.deposit", words.money(closing.deposit())))));
        notes.paid().ifPresent(cards -> blocks.add(new Block.Pairs(pairs(cards))));
        blocks.add(new Block.Table(
                List.of(
                        column("series", 3, false),
                        column("first", 3, false),
                        column("last", 3, false),
                        column("documents", 1, true)),
                closing.series().stream()
                        .map(line ->
                                List.of(line.series(), line.first(), line.last(), Integer.toString(line.documents())))
                        .toList(),
                false));
        notes.container().ifPresent(line -> blocks.addAll(container(line)));
        if (!notes.carried().isEmpty()) {
            blocks.add(new Block.Heading(texts.get("closing.carried")));
            blocks.add(new Block.Paragraph(texts.get(
                    "closing.carried.documents", notes.carried().size(), String.join(", ", notes.carried()))));
        }
        if (!notes.cards().isEmpty()) {
            blocks.add(new Block.Heading(texts.get("closing.cards.carried")));
            notes.cards()
                    .forEach(card -> blocks.add(new Block.Paragraph(
                            texts.get("closing.cards.carried.one", words.money(card.amount()), moment(card.at())))));
        }
        if (closing.offline()) {
            blocks.add(new Block.Paragraph(texts.get("closing.offline")));
        }
        blocks.add(new Block.Paragraph(texts.get("closing.chain", closing.chainHead()), true));
        blocks.add(new Block.Signatures(List.of(texts.get("signature.cashier"), texts.get("signature.responsible"))));
        return sheet(head, texts.get("closing.title"), "D10/1", blocks);
    }

    private List<Block> container(ContainerLine line) {
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Heading(texts.get("container.title")),
                new Block.Pairs(List.of(
                        pair("till.expected", words.money(line.expected())),
                        pair("till.counted", words.money(line.counted())),
                        pair("till.difference", words.money(line.counted().minus(line.expected())))))));
        if (line.uncertain()) {
            blocks.add(new Block.Paragraph(texts.get("container.uncertain")));
        }
        return blocks;
    }

    /**
     * The cash journal.
     *
     * @param cards what was paid by card, under the movements; empty when nothing was
     */
    public Sheet journal(
            Letterhead head,
            String tillId,
            LocalDate day,
            List<Movement> movements,
            Optional<Cards> cards,
            String chainHead) {
        List<List<String>> rows = new ArrayList<>();
        for (Movement movement : movements) {
            rows.add(List.of(
                    Long.toString(movement.sequence()),
                    words.time(movement.at()),
                    movement.description(),
                    movement.document().orElse(""),
                    words.money(movement.cash()),
                    words.money(movement.total())));
        }
        Money sum = movements.stream().map(Movement::cash).reduce(Money.ZERO, Money::plus);
        rows.add(List.of("", "", texts.get("journal.sum", movements.size()), "", words.money(sum), ""));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Pairs(List.of(
                pair("till.id", tillId), pair("till.day", words.dateInWords(day)), pair("till.badge", head.badge()))));
        blocks.add(new Block.Table(
                List.of(
                        column("sequence", 2, false),
                        column("time", 2, false),
                        column("movement", 6, false),
                        column("document", 7, false),
                        column("cash", 3, true),
                        column("balance", 3, true)),
                rows,
                true));
        cards.ifPresent(paid -> blocks.add(new Block.Pairs(pairs(paid))));
        blocks.add(new Block.Paragraph(texts.get("closing.chain", chainHead), true));
        return sheet(head, texts.get("journal.title"), "D11/1", blocks);
    }

    private List<Block.Pair> pairs(Cards cards) {
        List<Block.Pair> pairs = new ArrayList<>();
        pairs.add(pair("till.cards", words.money(cards.booked())));
        pairs.add(pair("till.cards.payments", Long.toString(cards.payments())));
        pairs.add(
                pair("till.cards.terminal", cards.terminal().map(words::money).orElse(texts.get("till.cards.silent"))));
        if (cards.carried() > 0) {
            pairs.add(pair("till.cards.carried", Long.toString(cards.carried())));
        }
        return pairs;
    }

    private String verdict(Closing closing) {
        Money difference = closing.difference();
        return texts.get(
                difference.isZero() ? "closing.balanced" : difference.isNegative() ? "closing.short" : "closing.over");
    }

    private Block count(Map<Denomination, Integer> pieces, Money total) {
        List<List<String>> rows = new ArrayList<>();
        for (Denomination denomination : Denomination.values()) {
            int number = pieces.getOrDefault(denomination, 0);
            rows.add(List.of(
                    words.money(denomination.value()),
                    Integer.toString(number),
                    words.money(denomination.value().times(number))));
        }
        rows.add(List.of(texts.get("count.total"), "", words.money(total)));
        return new Block.Table(
                List.of(column("denomination", 2, true), column("pieces", 2, true), column("value", 3, true)),
                rows,
                true);
    }

    private Sheet sheet(Letterhead head, String title, String template, List<Block> blocks) {
        return new Sheet(
                title,
                "it-IT",
                head.authority(),
                texts.get("origin", head.site(), head.desk()),
                texts.get("slip.footer", template, head.badge()),
                "",
                blocks);
    }

    private String moment(Instant at) {
        return texts.get("moment", words.date(at), words.time(at));
    }

    private Block.Pair pair(String key, String value) {
        return new Block.Pair(texts.get(key), value);
    }

    private Block.Column column(String key, int share, boolean right) {
        return new Block.Column(texts.get("column." + key), share, right);
    }
}
