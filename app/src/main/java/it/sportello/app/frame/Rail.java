package it.sportello.app.frame;

import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The open works as numbered cards, Ctrl+1 to Ctrl+9; folds to the numbers alone when the window is narrow. */
final class Rail {
    private static final double INSIDE_CARD = 0.74;

    private final Navigator navigator;
    private final Texts texts;
    private final VBox node = new VBox();
    private final Label title;
    private final Label empty;
    private Subscription names = Subscription.EMPTY;
    private boolean folded;

    Rail(Navigator navigator, Texts texts) {
        this.navigator = navigator;
        this.texts = texts;
        title = new Label(texts.get("rail.title"));
        title.getStyleClass().add("rail-title");
        empty = new Label(texts.get("rail.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().addAll("text-quiet", "text-small");
        node.getStyleClass().add("rail");
        navigator.works().addListener((ListChangeListener<Work>) change -> show());
        navigator.currentWorkProperty().subscribe(this::show);
        navigator.currentProperty().subscribe(this::show);
        show();
    }

    Parent node() {
        return node;
    }

    void setFolded(boolean nowFolded) {
        if (folded != nowFolded) {
            folded = nowFolded;
            show();
        }
    }

    private void show() {
        names.unsubscribe();
        names = Subscription.EMPTY;
        node.getStyleClass().remove("folded");
        node.getChildren().clear();
        if (folded) {
            node.getStyleClass().add("folded");
        } else {
            node.getChildren().add(title);
            if (navigator.works().isEmpty()) {
                node.getChildren().add(empty);
            }
        }
        for (int i = 0; i < navigator.works().size(); i++) {
            Work work = navigator.works().get(i);
            node.getChildren().add(card(i + 1, work));
            names = names.and(work.citizen().citizenProperty().subscribe(this::show))
                    .and(work.citizen().calledProperty().subscribe(this::show));
        }
    }

    private Button card(int digit, Work work) {
        Label cap = new Label(Integer.toString(digit));
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        CardInside inside = new CardInside();
        inside.getChildren().add(cap);
        inside.getStyleClass().add("gap-8");
        String person = person(work);
        String step = work.top().map(Screen::title).orElse("");
        if (!folded) {
            VBox words = new VBox();
            if (!person.isEmpty()) {
                words.getChildren().add(Overlay.wrapped(person, "person"));
            }
            words.getChildren().add(Overlay.wrapped(step, "step"));
            HBox.setHgrow(words, Priority.ALWAYS);
            inside.getChildren().add(words);
            inside.prefWidthProperty().bind(node.widthProperty().multiply(INSIDE_CARD));
        }
        Button card = new Button("", inside);
        card.getStyleClass().add("work-card");
        card.setMaxWidth(Double.MAX_VALUE);
        card.setMinHeight(Region.USE_PREF_SIZE);
        boolean current = work.equals(navigator.currentWork());
        if (current) {
            card.getStyleClass().add("current");
        }
        card.setAccessibleText(texts.get(current ? "rail.card.current" : "rail.card", digit, person, step));
        card.setOnAction(event -> navigator.switchTo(digit));
        return card;
    }

    private String person(Work work) {
        return work.citizen()
                .citizen()
                .map(citizen -> texts.get("citizen.name", citizen.surname(), citizen.names()))
                .or(() ->
                        work.citizen().calledProperty().get().map(called -> texts.get("rail.number", called.number())))
                .orElse("");
    }

    /** As high as its words need in its width; a button would otherwise ask for the height of one-letter lines. */
    private static final class CardInside extends HBox {
        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }
}
