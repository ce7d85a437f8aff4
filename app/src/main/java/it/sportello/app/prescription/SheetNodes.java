package it.sportello.app.prescription;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws a prescription: what it asks for first, then what was found about it, then the rest. */
final class SheetNodes {
    private SheetNodes() {}

    static List<Node> of(PrescriptionSheet sheet, Texts texts) {
        List<Node> nodes = new ArrayList<>();
        VBox card = new VBox(services(sheet, texts), rule(), facts(sheet));
        card.getStyleClass().addAll("card", "gap-12");
        // What forbids its use stands above all else, what is only to be known below what it asks for.
        sheet.findings().stream().filter(SheetNodes::forbids).forEach(finding -> nodes.add(finding(finding)));
        nodes.add(card);
        sheet.findings().stream().filter(finding -> !forbids(finding)).forEach(finding -> nodes.add(finding(finding)));
        if (sheet.findings().isEmpty()) {
            Label none = label(texts.get("findings.none"), "notice", "tone-good", "toned");
            none.setGraphic(Icons.of(Tone.GOOD));
            none.setMaxWidth(Double.MAX_VALUE);
            nodes.add(none);
        }
        return nodes;
    }

    private static boolean forbids(FindingWords.Line finding) {
        return finding.tone() == Tone.DANGER;
    }

    private static Node rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    private static Node services(PrescriptionSheet sheet, Texts texts) {
        VBox card = new VBox(label(texts.get("services.title"), "section-title"));
        card.getStyleClass().add("gap-8");
        for (PrescriptionSheet.Service service : sheet.services()) {
            FlowPane line = new FlowPane(
                    label(service.quantity(), "text-strong"),
                    label(service.description(), "text-large", "text-strong"),
                    label(service.code(), "text-quiet"));
            line.getStyleClass().add("gap-12");
            for (Node part : line.getChildren()) {
                ((Label) part).maxWidthProperty().bind(line.widthProperty());
            }
            line.setAccessibleRole(AccessibleRole.TEXT);
            line.setAccessibleText(
                    texts.get("service.spoken", service.quantity(), service.description(), service.code()));
            card.getChildren().add(line);
        }
        return card;
    }

    private static Node finding(FindingWords.Line finding) {
        Label title = label(finding.sentence(), "text-strong", "toned");
        FlowPane first = new FlowPane(Icons.chip(finding.tone(), finding.level()), title);
        first.getStyleClass().add("gap-8");
        title.maxWidthProperty().bind(first.widthProperty());
        VBox box = new VBox(first);
        if (!finding.next().isEmpty()) {
            box.getChildren().add(label(finding.next()));
        }
        box.getStyleClass().addAll("notice", "gap-4", Icons.style(finding.tone()));
        return box;
    }

    private static Node facts(PrescriptionSheet sheet) {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().addAll("gap-24", "facts");
        for (PrescriptionSheet.Fact fact : sheet.facts()) {
            VBox part = new VBox(label(fact.label(), "field-label", "text-quiet"), label(fact.value()));
            part.getStyleClass().add("gap-4");
            part.maxWidthProperty().bind(flow.widthProperty());
            flow.getChildren().add(part);
        }
        return flow;
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
