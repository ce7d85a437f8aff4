package it.sportello.app.practice;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.print.ExemptionSheets;
import it.sportello.app.print.Letterhead;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.TextStyle;

/**
 * The short receipt of a registration on the roll: number, moment and validity. It names no code and no disease; the
 * sheets do, on request.
 */
final class ExemptionSlips {
    private static final String TEMPLATE = "S39/1";

    private final Texts texts;
    private final Words words;

    ExemptionSlips(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    /** @param copy 0 for the original */
    ReceiptDocument slip(Letterhead head, ExemptionSheets.Registered facts, int copy) {
        ReceiptDocument.Builder slip = ReceiptDocument.builder()
                .centered(head.authority(), TextStyle.BOLD)
                .centered(texts.get("slip.origin", head.site(), Integer.toString(head.desk())), TextStyle.PLAIN)
                .feed(1)
                .centered(texts.get("slip.title"), TextStyle.BOLD);
        if (copy > 0) {
            slip.centered(texts.get("slip.copy", Integer.toString(copy)), TextStyle.BOLD);
        }
        slip.separator()
                .text(texts.get(facts.isProtocol() ? "slip.protocol" : "slip.provisional"))
                .centered(facts.reference(), TextStyle.BOLD)
                .separator()
                .text(texts.get("slip.person", facts.person()))
                .text(texts.get("slip.at", words.date(facts.at()), words.time(facts.at())))
                .text(texts.get("slip.from", words.date(facts.validFrom())))
                .text(facts.validTo()
                        .map(to -> texts.get("slip.to", words.date(to)))
                        .orElse(texts.get("slip.unlimited")));
        slip.feed(1).text(texts.get(facts.isProtocol() ? "slip.final" : "slip.notFinal"));
        return slip.feed(1)
                .centered(texts.get("slip.footer", TEMPLATE, head.badge()), TextStyle.PLAIN)
                .cut()
                .build();
    }
}
