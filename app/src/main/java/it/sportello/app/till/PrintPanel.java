package it.sportello.app.till;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.service.PrintNews;
import it.sportello.devices.printer.PrinterCause;
import it.sportello.offlinecache.journal.PrintJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What becomes of the paper of a payment, told apart from the payment itself: nothing here moves money (Q26, Q31).
 */
public final class PrintPanel {
    private final PrintDesk prints;
    private final FxDoor door;
    private final Refusals refusals;
    private final Texts texts;
    private final VBox node = new VBox();
    private final Map<UUID, PrintNews> news = new HashMap<>();
    private List<PrintJob> followed = List.of();
    private Optional<Node> rest = Optional.empty();
    private boolean listening;
    private boolean stopped;

    public PrintPanel(PrintDesk prints, FxDoor door, Refusals refusals, Texts texts) {
        this.prints = prints;
        this.door = door;
        this.refusals = refusals;
        this.texts = texts;
        node.getStyleClass().add("gap-8");
    }

    Node node() {
        return node;
    }

    /** Hears of every job from now on; once. */
    void listen() {
        if (!listening) {
            listening = true;
            prints.onNews(each -> door.later(() -> heard(each)));
        }
    }

    void stop() {
        stopped = true;
    }

    /** Shows the prints of the payment just made. */
    void follow(CollectionViewModel model) {
        followed = List.copyOf(model.jobs());
        show();
    }

    private void heard(PrintNews fresh) {
        if (!stopped) {
            news.put(fresh.job().id(), fresh);
            if (isFurtherCopy(fresh.job())) {
                followed =
                        Stream.concat(followed.stream(), Stream.of(fresh.job())).toList();
            }
            show();
        }
    }

    private boolean isFurtherCopy(PrintJob job) {
        return followed.stream().noneMatch(one -> one.id().equals(job.id()))
                && followed.stream().anyMatch(one -> one.documentKey().equals(job.documentKey()));
    }

    /** A doubt is over once another print of the same document was delivered. */
    private boolean isDeliveredOtherwise(PrintJob job) {
        return news.values().stream()
                .map(PrintNews::job)
                .anyMatch(other -> !other.id().equals(job.id())
                        && other.documentKey().equals(job.documentKey())
                        && other.state().isDelivered());
    }

    /** Where the focus rests when the button it was on has done its work. */
    void setRest(Node whenButtonsGo) {
        rest = Optional.of(whenButtonsGo);
    }

    // The buttons are made anew: without this the focus would leave for whatever comes first in the window.
    private void show() {
        Optional<String> held =
                buttons().filter(Node::isFocused).map(Node::getId).findFirst();
        node.getChildren().setAll(followed.stream().map(this::line).toList());
        held.ifPresent(id -> buttons()
                .filter(button -> id.equals(button.getId()))
                .findFirst()
                .or(() -> rest)
                .or(() -> buttons().findFirst())
                .ifPresent(Node::requestFocus));
    }

    private Stream<Node> buttons() {
        return node.lookupAll(".button").stream();
    }

    private Node line(PrintJob first) {
        PrintNews latest = news.getOrDefault(first.id(), new PrintNews(first, Optional.empty()));
        PrintJob job = latest.job();
        Label number = new Label(name(job.documentKey(), texts));
        number.setGraphic(Icons.of(tone(latest)));
        number.getStyleClass().add("text-strong");
        Label state = new Label(sentence(latest));
        state.setWrapText(true);
        state.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(number, state);
        box.getStyleClass().addAll("notice", "gap-4", Icons.style(tone(latest)));
        FlowPane verbs = new FlowPane();
        verbs.getStyleClass().add("gap-8");
        PrintJob.State decide = isDeliveredOtherwise(job) ? PrintJob.State.PRINTED : job.state();
        switch (decide) {
            case FAILED -> {
                verbs.getChildren().add(button("print.again", job, () -> prints.again(job.id())));
                verbs.getChildren().add(button("print.pdf", job, () -> prints.deliverAsPdf(job.id())));
            }
            case UNCERTAIN -> {
                verbs.getChildren().add(button("print.came", job, () -> prints.confirmPrinted(job.id())));
                verbs.getChildren().add(button("print.notCame", job, () -> prints.again(job.id())));
                verbs.getChildren().add(button("print.copy", job, () -> prints.reprint(job.documentKey())));
            }
            case SENDING ->
                latest.waitingFor()
                        .ifPresent(cause -> verbs.getChildren().add(button("print.stop", job, prints::stopWaiting)));
            case PRINTED -> {
                if (job.state() == PrintJob.State.PRINTED && job.copy() == 0) {
                    verbs.getChildren().add(button("print.copy", job, () -> prints.reprint(job.documentKey())));
                }
            }
            case QUEUED, PDF -> verbs.setManaged(false);
        }
        if (!verbs.getChildren().isEmpty()) {
            box.getChildren().add(verbs);
        }
        return box;
    }

    /** A document in words; a terminal's slip is told by its copy, its key means nothing to a person. */
    static String name(String documentKey, Texts texts) {
        return StoredTerminalSlip.isKey(documentKey)
                ? texts.get("print.slip", documentKey.substring(documentKey.lastIndexOf('/') + 1))
                : texts.get("print.document", documentKey);
    }

    private Button button(String key, PrintJob job, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId(key + "-" + job.id());
        button.setMnemonicParsing(true);
        button.setOnAction(event -> action.run());
        return button;
    }

    private String sentence(PrintNews latest) {
        Optional<PrinterCause> cause = latest.waitingFor();
        if (latest.job().state() == PrintJob.State.SENDING && cause.isPresent()) {
            String code = cause.get().code();
            return texts.get("print.waiting", refusals.cause(code, Map.of()), refusals.next(code, Map.of()));
        }
        Optional<String> reason = latest.job().reason();
        String what = texts.get("print." + latest.job().state().name());
        return reason.map(code -> texts.get("print.because", what, because(code)))
                .orElse(what);
    }

    // What has to be done first, where the button alone would fail again.
    private String because(String code) {
        String cause = refusals.cause(code, Map.of());
        String first = "print.first." + code;
        return texts.has(first) ? texts.get("print.waiting", cause, texts.get(first)) : cause;
    }

    private static Tone tone(PrintNews latest) {
        return switch (latest.job().state()) {
            case PRINTED, PDF -> Tone.GOOD;
            case FAILED, UNCERTAIN -> Tone.ATTENTION;
            case SENDING -> latest.waitingFor().isPresent() ? Tone.ATTENTION : Tone.INFORMATION;
            case QUEUED -> Tone.INFORMATION;
        };
    }
}
