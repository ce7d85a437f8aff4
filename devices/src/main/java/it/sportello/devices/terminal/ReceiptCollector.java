package it.sportello.devices.terminal;

import it.sportello.devices.printer.ReceiptDocument;
import java.util.ArrayList;
import java.util.List;

/** Gathers the packets of one or more copies of a receipt. */
final class ReceiptCollector {

    /** Far more than any receipt; beyond it a terminal is talking nonsense and the rest is let go. */
    static final int LONGEST = 16_384;

    private final List<ReceiptDocument> copies = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int taken;

    void accept(byte[] content) {
        String part = Ecr17Answers.receiptPart(content);
        taken += part.length();
        if (taken > LONGEST) {
            return;
        }
        int from = 0;
        for (int end = part.indexOf(ReceiptLines.END); end >= 0; end = part.indexOf(ReceiptLines.END, from)) {
            open.append(part, from, end);
            copies.add(ReceiptLines.document(open.toString()));
            open.setLength(0);
            from = end + 1;
        }
        open.append(part, from, part.length());
    }

    /** Whether a copy has just come to its end. */
    boolean isBetweenCopies() {
        return !copies.isEmpty() && open.isEmpty();
    }

    /** A copy without its end is not handed out: half a receipt proves nothing. */
    TerminalReceipts receipts() {
        return new TerminalReceipts(copies, !copies.isEmpty() && open.isEmpty() && taken <= LONGEST);
    }
}
