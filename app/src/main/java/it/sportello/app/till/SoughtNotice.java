package it.sportello.app.till;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.devices.scanner.Scan;
import it.sportello.domain.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What a pagoPA notice that was read comes to in the basket of a person: the due that carries it, or a sentence that says
 * what the code is, why nothing is collected for it and what to do. It never brings money of its own: what a due comes to
 * is told by its creditor, not by the paper (S21, C5).
 */
final class SoughtNotice {
    /** What becomes of it. */
    sealed interface Outcome {
        /** What the operator is told, in Italian. */
        String sentence();
    }

    /** Its due may be collected. */
    record Collectable(DueChoice due, String sentence) implements Outcome {}

    /** Its due may be collected, but the paper says another amount. */
    record OtherAmount(DueChoice due, String sentence) implements Outcome {}

    /** Its due is on the list and may not be collected now. */
    record NotNow(DueChoice due, String sentence) implements Outcome {}

    /** No due on the list has anything to do with it, or nobody can tell. */
    record Nowhere(String sentence) implements Outcome {}

    private final Texts texts;
    private final Words words;

    SoughtNotice(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    /**
     * Looks for it among open dues.
     *
     * @param collectable whether dues with a notice may be collected now (Q28)
     */
    Outcome among(List<DueChoice> dues, Scan.NoticeQr scan, boolean collectable) {
        Optional<DueChoice> carrying = carrying(dues, scan);
        if (carrying.isEmpty()) {
            String why = collectable ? "collect.notice.none" : "collect.notice.none.offline";
            String sentence = say(why, scan);
            return new Nowhere(scan.checked() ? sentence : sentence + " " + texts.get("collect.notice.misread"));
        }
        DueChoice due = carrying.get();
        if (due.isFrozen()) {
            return new NotNow(due, say("collect.notice.frozen", scan));
        }
        if (!collectable) {
            return new NotNow(due, say("collect.notice.offline", scan));
        }
        Money owed = Money.ofCents(due.amountCents());
        return owed.equals(scan.notice().amount())
                ? new Collectable(due, say("collect.notice.found", scan))
                : new OtherAmount(due, texts.get("collect.notice.amount", what(scan), words.money(owed)));
    }

    /** While the citizen is at the terminal, or nobody knows how that ended. */
    Outcome duringCard(Scan.NoticeQr scan) {
        return new Nowhere(say("collect.notice.card", scan));
    }

    /** While nobody can tell the dues of the person. */
    Outcome unknownDues(Scan.NoticeQr scan) {
        return new Nowhere(say("collect.notice.unknown", scan));
    }

    /** After the basket was collected. */
    Outcome afterwards(List<DueChoice> dues, Scan.NoticeQr scan) {
        boolean paid =
                carrying(dues, scan).filter(due -> due.chosenProperty().get()).isPresent();
        return new Nowhere(say(paid ? "collect.notice.paid" : "collect.notice.over", scan));
    }

    private static Optional<DueChoice> carrying(List<DueChoice> dues, Scan.NoticeQr scan) {
        String number = scan.notice().notice().value();
        return dues.stream().filter(due -> due.notice().equals(number)).findFirst();
    }

    private String say(String key, Scan.NoticeQr scan) {
        return texts.get(key, what(scan));
    }

    private String what(Scan.NoticeQr scan) {
        return texts.get(
                "collect.notice.is",
                scan.notice().notice().value(),
                words.money(scan.notice().amount()));
    }
}
