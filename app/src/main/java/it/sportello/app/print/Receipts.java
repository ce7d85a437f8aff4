package it.sportello.app.print;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.devices.scanner.OwnCode;
import java.util.ArrayList;
import java.util.List;

/** The receipt D03 and the invoice D04, as A4 (specification §9). */
public final class Receipts {
    static final String TEMPLATE = "D03/1";

    private final Texts texts = Texts.of(Receipts.class);
    private final Words words;

    public Receipts(Words words) {
        this.words = words;
    }

    /**
     * The sheet of a receipt as the journal keeps it.
     *
     * @param copy 0 for the original
     */
    public Sheet sheet(Letterhead head, StoredReceipt receipt, int copy) {
        return sheet(head, receipt.data(copy, texts));
    }

    /** For the archive and for whoever wants it on A4. */
    public Sheet sheet(Letterhead head, ReceiptData receipt) {
        List<Block> blocks = new ArrayList<>();
        if (receipt.copy() > 0) {
            blocks.add(new Block.Heading(texts.get("copy", receipt.copy())));
        }
        blocks.add(new Block.Pairs(List.of(
                new Block.Pair(texts.get("receipt.number"), receipt.number()),
                new Block.Pair(texts.get("receipt.date"), moment(receipt)),
                new Block.Pair(texts.get("receipt.holder.label"), receipt.holder()),
                new Block.Pair(texts.get("receipt.code.label"), receipt.code()))));
        List<List<String>> rows = new ArrayList<>();
        receipt.lines().forEach(line -> rows.add(List.of(line.description(), words.money(line.amount()))));
        if (!receipt.stamp().isZero()) {
            rows.add(List.of(texts.get("receipt.stamp"), words.money(receipt.stamp())));
        }
        if (!receipt.rounding().isZero()) {
            rows.add(List.of(texts.get("receipt.rounding"), words.money(receipt.rounding())));
        }
        rows.add(List.of(texts.get("receipt.total"), words.money(receipt.payable())));
        blocks.add(new Block.Table(
                List.of(
                        new Block.Column(texts.get("receipt.line"), 5, false),
                        new Block.Column(texts.get("receipt.amount"), 1, true)),
                rows,
                true));
        List<Block.Pair> paid = new ArrayList<>();
        receipt.tenders().forEach(tender -> paid.add(new Block.Pair(tender.label(), words.money(tender.amount()))));
        receipt.received().ifPresent(received -> {
            paid.add(new Block.Pair(texts.get("receipt.received"), words.money(received)));
            paid.add(new Block.Pair(texts.get("receipt.change"), words.money(receipt.change())));
        });
        blocks.add(new Block.Pairs(paid));
        notes(receipt).forEach(note -> blocks.add(new Block.Paragraph(note)));
        blocks.add(new Block.Barcode(OwnCode.RECEIPT.encode(receipt.number())));
        return new Sheet(
                title(receipt),
                "it-IT",
                head.authority(),
                texts.get("origin", head.site(), head.desk()),
                texts.get("slip.footer", TEMPLATE, head.badge()),
                "",
                blocks);
    }

    String title(ReceiptData receipt) {
        return texts.get(receipt.invoice() ? "invoice.title" : "receipt.title");
    }

    String moment(ReceiptData receipt) {
        return texts.get("moment", words.date(receipt.issuedAt()), words.time(receipt.issuedAt()));
    }

    List<String> notes(ReceiptData receipt) {
        List<String> notes = new ArrayList<>();
        receipt.vatNote().ifPresent(notes::add);
        if (!receipt.stamp().isZero()) {
            notes.add(texts.get("receipt.stamp.note"));
        }
        if (receipt.opposed()) {
            notes.add(texts.get("receipt.opposed"));
        }
        if (receipt.offline()) {
            notes.add(texts.get("receipt.offline"));
        }
        return notes;
    }
}
