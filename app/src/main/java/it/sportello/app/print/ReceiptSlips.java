package it.sportello.app.print;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.TextStyle;
import it.sportello.devices.scanner.OwnCode;

/** The receipt D03 on the roll of the receipt printer. */
public final class ReceiptSlips {
    private final Texts texts = Texts.of(ReceiptSlips.class);
    private final Words words;
    private final Receipts receipts;

    public ReceiptSlips(Words words) {
        this.words = words;
        this.receipts = new Receipts(words);
    }

    /**
     * The slip of a receipt as the journal keeps it.
     *
     * @param copy 0 for the original
     */
    public ReceiptDocument slip(Letterhead head, StoredReceipt receipt, int copy) {
        return slip(head, receipt.data(copy, texts));
    }

    /** The slip of a receipt, cut included. */
    public ReceiptDocument slip(Letterhead head, ReceiptData receipt) {
        ReceiptDocument.Builder slip = ReceiptDocument.builder()
                .centered(head.authority(), TextStyle.BOLD)
                .centered(texts.get("origin", head.site(), head.desk()), TextStyle.PLAIN)
                .feed(1)
                .centered(receipts.title(receipt), TextStyle.BOLD)
                .centered(receipt.number(), TextStyle.BOLD);
        if (receipt.copy() > 0) {
            slip.centered(texts.get("copy", receipt.copy()), TextStyle.BOLD);
        }
        slip.separator()
                .columns(texts.get("receipt.date"), receipts.moment(receipt))
                .text(texts.get("receipt.holder", receipt.holder()))
                .text(texts.get("receipt.code", receipt.code()))
                .separator();
        receipt.lines().forEach(line -> slip.columns(line.description(), words.money(line.amount())));
        if (!receipt.stamp().isZero()) {
            slip.columns(texts.get("receipt.stamp"), words.money(receipt.stamp()));
        }
        if (!receipt.rounding().isZero()) {
            slip.columns(texts.get("receipt.rounding"), words.money(receipt.rounding()));
        }
        slip.doubleSeparator()
                .columns(texts.get("receipt.total"), words.money(receipt.payable()), TextStyle.BOLD)
                .doubleSeparator();
        receipt.tenders().forEach(tender -> slip.columns(tender.label(), words.money(tender.amount())));
        receipt.received()
                .ifPresent(received -> slip.columns(texts.get("receipt.received"), words.money(received))
                        .columns(texts.get("receipt.change"), words.money(receipt.change())));
        slip.feed(1);
        receipts.notes(receipt).forEach(slip::text);
        return slip.feed(1)
                .barcode(OwnCode.RECEIPT.encode(receipt.number()))
                .centered(texts.get("slip.footer", Receipts.TEMPLATE, head.badge()), TextStyle.PLAIN)
                .cut()
                .build();
    }
}
