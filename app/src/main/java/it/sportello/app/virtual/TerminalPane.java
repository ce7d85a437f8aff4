package it.sportello.app.virtual;

import it.sportello.app.frame.Texts;
import it.sportello.devices.twin.terminal.CardOperation;
import it.sportello.devices.twin.terminal.VirtualTerminal;
import it.sportello.domain.money.Money;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The card terminal: how the next payment ends, and what the bank did so far. */
final class TerminalPane {
    private static final int LAST = 4;

    private final VirtualTerminal terminal;
    private final Texts texts;
    private final PaneParts parts;
    private final Label done;

    TerminalPane(VirtualTerminal terminal, Texts texts) {
        this.terminal = terminal;
        this.texts = texts;
        this.parts = new PaneParts(texts);
        this.done = parts.note("");
        done.setId("pay.done");
    }

    VBox root() {
        VBox box = PaneParts.column();
        box.getChildren().addAll(new VirtualTerminalBox(terminal, texts).nodes());
        box.getChildren().add(1, parts.note(texts.get("address", terminal.address())));
        box.getChildren().addAll(parts.heading("pay.operations"), done);
        look();
        return box;
    }

    /** Shows what happened; called from time to time. */
    void look() {
        List<CardOperation> all = terminal.operations();
        done.setText(
                all.isEmpty()
                        ? texts.get("pay.none")
                        : String.join(
                                "\n",
                                all.subList(Math.max(0, all.size() - LAST), all.size()).reversed().stream()
                                        .map(this::line)
                                        .toList()));
    }

    private String line(CardOperation one) {
        String what = texts.get(one.reversal() ? "pay.reversal" : "pay.payment");
        String end = texts.get(one.approved() ? "pay.approved" : "pay.refused");
        return texts.get("pay.line", what, Money.ofCents(one.cents()).display(), end, one.stan());
    }
}
