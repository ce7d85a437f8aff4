package it.sportello.app.frame;

import it.sportello.app.frame.Citizen.Tone;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The layer over the screen: one card at a time, the others wait; the focus stays inside and returns at the end. */
final class Overlay implements Dialogs, Overlaid {
    /**
     * A card with where the focus goes and what Enter does outside a button.
     *
     * @param gives what becomes of a reading while the card is on show
     */
    record Layer(Node card, Node initialFocus, Optional<Runnable> onEnter, Function<Reading, Answer> gives) {
        /** A card that holds a question, or something typed: readings wait for its end. */
        Layer(Node card, Node initialFocus, Optional<Runnable> onEnter) {
            this(card, initialFocus, onEnter, reading -> Answer.BUSY);
        }

        /** The same, but only to be read or to choose from: a reading sends it away. */
        Layer givingWay() {
            return new Layer(card, initialFocus, onEnter, reading -> Answer.CLEAR);
        }
    }

    private final Texts texts;
    private final FxDoor door;
    private final StackPane node = new StackPane();
    private final Deque<Layer> waiting = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private @Nullable Layer shown;

    Overlay(Texts texts, FxDoor door) {
        this.texts = texts;
        this.door = door;
        node.setVisible(false);
        node.setManaged(false);
    }

    StackPane node() {
        return node;
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    @Override
    public void confirm(Confirmation question, Runnable onConfirm) {
        DialogCard card = new DialogCard(question.tone(), question.title());
        card.addFigure(question.figure());
        question.lines().forEach(card::addLine);
        Layer[] self = new Layer[1];
        var cancel = card.addButton(question.cancel(), false, question.tone(), () -> close(self[0]));
        var verb = card.addButton(question.verb(), true, question.tone(), () -> {
            close(self[0]);
            onConfirm.run();
        });
        self[0] = new Layer(card.node(), question.tone() == Tone.DANGER ? cancel : verb, Optional.empty());
        add(self[0]);
    }

    @Override
    public void ask(Confirmation question, String fieldLabel, Consumer<String> onAnswer) {
        DialogCard card = new DialogCard(question.tone(), question.title());
        card.addFigure(question.figure());
        question.lines().forEach(card::addLine);
        TextField field = new TextField();
        card.addField(fieldLabel, field);
        Layer[] self = new Layer[1];
        Runnable answer = () -> {
            if (!field.getText().isBlank()) {
                close(self[0]);
                onAnswer.accept(field.getText().strip());
            }
        };
        card.addButton(question.cancel(), false, question.tone(), () -> close(self[0]));
        var verb = card.addButton(question.verb(), true, question.tone(), answer);
        verb.disableProperty().bind(field.textProperty().map(String::isBlank));
        self[0] = new Layer(card.node(), field, Optional.of(answer));
        add(self[0]);
    }

    @Override
    public void show(RefusalCard refusal) {
        DialogCard card = new DialogCard(Tone.ATTENTION, refusal.cause());
        card.addPart(texts.get("card.rule"), refusal.rule());
        card.addPart(texts.get("card.who"), refusal.who());
        card.addPart(texts.get("card.next"), refusal.next());
        card.addQuiet(
                refusal.supportCode().isEmpty()
                        ? texts.get("card.code", refusal.code())
                        : texts.get("card.code.support", refusal.code(), refusal.supportCode()));
        Layer[] self = new Layer[1];
        var close = card.addButton(texts.get("card.close"), true, Tone.NEUTRAL, () -> close(self[0]));
        self[0] = new Layer(card.node(), close, Optional.empty()).givingWay();
        add(self[0]);
    }

    @Override
    public Runnable show(String title, Node content, Node initialFocus, Predicate<Reading> wants) {
        DialogCard card = new DialogCard(Tone.NEUTRAL, title);
        card.addContent(content);
        Layer layer = new Layer(
                card.node(),
                initialFocus,
                Optional.empty(),
                reading -> wants.test(reading) ? Answer.TAKEN : Answer.BUSY);
        add(layer);
        return () -> close(layer);
    }

    @Override
    public Answer offer(Reading reading) {
        Answer answer = Answer.CLEAR;
        while (answer == Answer.CLEAR && shown != null) {
            answer = shown.gives().apply(reading);
            if (answer == Answer.CLEAR) {
                close(shown);
            }
        }
        return answer;
    }

    @Override
    public void whenClear(Runnable action) {
        // Later, because the answer runs only after its card is gone, and may bring the next card.
        open.addListener((property, before, now) -> {
            if (!now) {
                door.later(() -> {
                    if (shown == null) {
                        action.run();
                    }
                });
            }
        });
    }

    /** A card of the frame's own making. */
    void add(Layer layer) {
        if (shown == null) {
            present(layer);
        } else {
            waiting.add(layer);
        }
    }

    /** Esc: the card on show goes away, nothing else happens. */
    boolean closeShown() {
        if (shown == null) {
            return false;
        }
        close(shown);
        return true;
    }

    /** Enter outside a button. */
    void enter() {
        if (shown != null) {
            shown.onEnter().ifPresent(Runnable::run);
        }
    }

    /** The focus went under the card: bring it back. */
    void keepFocus(@Nullable Node owner) {
        if (shown != null && !isInside(owner)) {
            Layer now = shown;
            door.later(() -> {
                if (now.equals(shown)) {
                    now.initialFocus().requestFocus();
                }
            });
        }
    }

    void close(Layer layer) {
        if (waiting.remove(layer) || !layer.equals(shown)) {
            return;
        }
        shown = null;
        Layer next = waiting.poll();
        if (next != null) {
            present(next);
            return;
        }
        node.getChildren().clear();
        node.setVisible(false);
        node.setManaged(false);
        // Whoever listens gives the focus back to the screen, where it was.
        open.set(false);
    }

    private void present(Layer layer) {
        shown = layer;
        Region veil = new Region();
        veil.getStyleClass().add("veil");
        StackPane holder = new StackPane(layer.card());
        holder.setAlignment(Pos.CENTER);
        holder.getStyleClass().add("pad-24");
        ScrollPane scroll = new ScrollPane(holder);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("dialog-scroll");
        node.getChildren().setAll(veil, scroll);
        node.setManaged(true);
        node.setVisible(true);
        open.set(true);
        // The card joins the scene only with the skin of its scroll pane, and nothing outside the scene takes the
        // focus.
        node.applyCss();
        node.layout();
        layer.initialFocus().requestFocus();
    }

    private boolean isInside(@Nullable Node owner) {
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at.equals(node)) {
                return true;
            }
        }
        return false;
    }

    static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
