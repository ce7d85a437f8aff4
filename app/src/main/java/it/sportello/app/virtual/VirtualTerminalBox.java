package it.sportello.app.virtual;

import it.sportello.app.frame.Texts;
import it.sportello.devices.twin.terminal.TerminalScenario;
import it.sportello.devices.twin.terminal.TerminalScenario.Break;
import it.sportello.devices.twin.terminal.TerminalSetup;
import it.sportello.devices.twin.terminal.VirtualTerminal;
import java.time.Duration;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;

/** What a person can do at the card terminal's twin: say how the next payment ends, and pull its cable. */
final class VirtualTerminalBox {
    private static final Duration PAUSE = Duration.ofMillis(900);

    /** How the next payment ends; those behind it are approved. */
    enum Next {
        APPROVE,
        REFUSE,
        /** The card never comes. */
        WAIT,
        /** The line breaks before the bank was asked: nothing is charged. */
        DROP_BEFORE,
        /** The line breaks behind the approval: it is charged. */
        DROP_AFTER
    }

    private final VirtualTerminal terminal;
    private final Texts texts;
    private final ChoiceBox<Next> next = new ChoiceBox<>(FXCollections.observableArrayList(Next.values()));
    private final Label told = new Label();

    VirtualTerminalBox(VirtualTerminal terminal, Texts texts) {
        this.terminal = terminal;
        this.texts = texts;
    }

    List<Node> nodes() {
        Label title = new Label(texts.get("terminal"));
        title.getStyleClass().add("section-title");
        title.setLabelFor(next);
        next.setAccessibleText(texts.get("terminal.next"));
        next.setConverter(new StringConverter<>() {
            @Override
            public String toString(Next choice) {
                return choice == null ? "" : texts.get("terminal.next." + choice.name());
            }

            @Override
            public Next fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        next.getSelectionModel().selectFirst();
        Button arm = new Button(texts.get("terminal.arm"));
        arm.setMnemonicParsing(true);
        arm.setOnAction(event -> arm());
        CheckBox cable = new CheckBox(texts.get("terminal.unplugged"));
        cable.selectedProperty().subscribe(out -> {
            if (out) {
                terminal.unplug();
            } else {
                terminal.plugIn();
            }
        });
        CheckBox aligned = new CheckBox(texts.get("terminal.notAligned"));
        aligned.selectedProperty()
                .subscribe(wrong -> terminal.configure(wrong ? TerminalSetup.USUAL.inState('3') : TerminalSetup.USUAL));
        told.setText(texts.get("terminal.told.none"));
        told.setWrapText(true);
        FlowPane row = new FlowPane(next, arm, cable, aligned);
        row.getStyleClass().add("gap-8");
        return List.of(title, row, told);
    }

    private void arm() {
        Next chosen = next.getSelectionModel().getSelectedItem();
        terminal.script(scenario(chosen));
        told.setText(texts.get("terminal.told", texts.get("terminal.next." + chosen.name())));
    }

    static TerminalScenario scenario(Next chosen) {
        TerminalScenario payment =
                TerminalScenario.payment().shows(PAUSE, "INSERIRE CARTA", "DIGITARE PIN", "ATTENDERE");
        return switch (chosen) {
            case APPROVE -> payment;
            case REFUSE -> payment.refuses("FONDI INSUFFICIENTI");
            case WAIT -> payment.thenWaits();
            case DROP_BEFORE -> payment.breaks(Break.BEFORE_AUTHORISATION);
            case DROP_AFTER -> payment.breaks(Break.AFTER_AUTHORISATION);
        };
    }
}
