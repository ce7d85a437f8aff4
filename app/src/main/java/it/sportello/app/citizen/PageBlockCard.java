package it.sportello.app.citizen;

import it.sportello.app.frame.Texts;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One block of the page as a card that takes the focus. */
final class PageBlockCard extends VBox {
    private final PageBlock block;

    PageBlockCard(PageBlock block, Texts texts) {
        this.block = block;
        getStyleClass().addAll("card", "gap-8", "page-block");
        setFocusTraversable(true);
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(texts.get("block.spoken", block.digit(), block.title(), spoken(texts)));
        setOnMouseClicked(event -> requestFocus());
        getChildren().add(heading());
        if (!block.figure().isEmpty()) {
            getChildren().add(label(block.figure(), "text-hero"));
        }
        if (block.rows().isEmpty()) {
            getChildren().add(label(block.empty(), "text-quiet"));
        }
        block.rows().forEach(row -> getChildren().add(row(row)));
    }

    PageBlock block() {
        return block;
    }

    private String spoken(Texts texts) {
        return block.rows().isEmpty()
                ? block.empty()
                : block.rows().stream()
                        .map(row -> texts.get("block.row.spoken", row.label(), row.value(), row.aside()))
                        .collect(Collectors.joining(" "));
    }

    private Node heading() {
        Label digit = new Label(Integer.toString(block.digit()));
        digit.getStyleClass().add("key-cap");
        digit.setMinWidth(USE_PREF_SIZE);
        HBox heading = new HBox(digit, label(block.title(), "section-title"));
        heading.getStyleClass().add("gap-8");
        return heading;
    }

    private static Node row(PageBlock.Row row) {
        FlowPane line = new FlowPane(label(row.label(), "text-strong"), label(row.value()));
        line.getStyleClass().add("gap-8");
        line.setPrefWrapLength(1);
        line.setMinWidth(0);
        for (Node part : line.getChildren()) {
            ((Label) part).maxWidthProperty().bind(line.widthProperty());
        }
        if (row.aside().isEmpty()) {
            return line;
        }
        VBox both = new VBox(line, label(row.aside(), "text-quiet"));
        both.getStyleClass().add("gap-4");
        return both;
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
