package it.sportello.app.till;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.FxDoor;
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
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
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

    /** Shows every print that is not delivered; tells whether there is none. */
    void followOpen(Background background, Consumer<Boolean> whetherNone) {
        background.run(prints::open).onSuccess(jobs -> {
            followed = List.copyOf(jobs);
            show();
            whetherNone.accept(jobs.isEmpty());
        });
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

    private void show() {
        node.getChildren().setAll(followed.stream().map(this::line).toList());
    }

    private Node line(PrintJob first) {
        PrintNews latest = news.getOrDefault(first.id(), new PrintNews(first, Optional.empty()));
        PrintJob job = latest.job();
        Label number = new Label(texts.get("print.document", job.documentKey()));
        number.getStyleClass().add("text-strong");
        Label state = new Label(sentence(latest));
        state.setWrapText(true);
        VBox box = new VBox(number, state);
        box.getStyleClass().addAll("notice", "gap-4", tone(latest));
        FlowPane verbs = new FlowPane();
        verbs.getStyleClass().add("gap-8");
        PrintJob.State decide = isDeliveredOtherwise(job) ? PrintJob.State.PRINTED : job.state();
        switch (decide) {
            case FAILED -> {
                verbs.getChildren().add(button("print.again", () -> prints.again(job.id())));
                verbs.getChildren().add(button("print.pdf", () -> prints.deliverAsPdf(job.id())));
            }
            case UNCERTAIN -> {
                verbs.getChildren().add(button("print.came", () -> prints.confirmPrinted(job.id())));
                verbs.getChildren().add(button("print.notCame", () -> prints.again(job.id())));
                verbs.getChildren().add(button("print.copy", () -> prints.reprint(job.documentKey())));
            }
            case SENDING ->
                latest.waitingFor()
                        .ifPresent(cause -> verbs.getChildren().add(button("print.stop", prints::stopWaiting)));
            case QUEUED, PRINTED, PDF -> verbs.setManaged(false);
        }
        if (!verbs.getChildren().isEmpty()) {
            box.getChildren().add(verbs);
        }
        return box;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
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
        return reason.map(code -> texts.get("print.because", what, refusals.cause(code, Map.of())))
                .orElse(what);
    }

    private static String tone(PrintNews latest) {
        return switch (latest.job().state()) {
            case PRINTED, PDF -> "tone-good";
            case FAILED, UNCERTAIN -> "tone-attention";
            case SENDING -> latest.waitingFor().isPresent() ? "tone-attention" : "tone-information";
            case QUEUED -> "tone-information";
        };
    }
}
