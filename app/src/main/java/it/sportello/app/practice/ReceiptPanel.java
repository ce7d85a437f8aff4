package it.sportello.app.practice;

import it.sportello.app.frame.Citizen.Tone;
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
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What becomes of the receipt on the roll, told apart from the registration: paper changes nothing of it (Q26, Q31). */
final class ReceiptPanel {
    private final PrintDesk prints;
    private final PrintNewsBoard board;
    private final Refusals refusals;
    private final Texts texts;
    private final VBox node = new VBox();
    private final Map<UUID, PrintNews> news = new HashMap<>();
    private List<PrintJob> followed = List.of();
    private Optional<Runnable> reading = Optional.empty();

    ReceiptPanel(PrintDesk prints, PrintNewsBoard board, Refusals refusals, Texts texts) {
        this.prints = prints;
        this.board = board;
        this.refusals = refusals;
        this.texts = texts;
        node.getStyleClass().add("gap-8");
    }

    Node node() {
        return node;
    }

    void listen() {
        if (reading.isEmpty()) {
            reading = Optional.of(board.read(this::heard));
        }
    }

    void stop() {
        reading.ifPresent(Runnable::run);
        reading = Optional.empty();
    }

    void follow(List<PrintJob> jobs) {
        followed = List.copyOf(jobs);
        show();
    }

    private void heard(PrintNews fresh) {
        news.put(fresh.job().id(), fresh);
        show();
    }

    private void show() {
        node.getChildren().setAll(followed.stream().map(this::line).toList());
    }

    private Node line(PrintJob first) {
        PrintNews latest = news.getOrDefault(first.id(), new PrintNews(first, Optional.empty()));
        Tone tone = tone(latest);
        Label state = new Label(sentence(latest), Icons.of(tone));
        state.setWrapText(true);
        VBox box = new VBox(state);
        box.getStyleClass().addAll("notice", "gap-4", Icons.style(tone));
        FlowPane verbs = verbs(latest);
        if (!verbs.getChildren().isEmpty()) {
            box.getChildren().add(verbs);
        }
        return box;
    }

    private FlowPane verbs(PrintNews latest) {
        PrintJob job = latest.job();
        FlowPane verbs = new FlowPane();
        verbs.getStyleClass().add("gap-8");
        switch (job.state()) {
            case FAILED -> verbs.getChildren().add(button("receipt.again", () -> prints.again(job.id())));
            case UNCERTAIN -> {
                verbs.getChildren().add(button("receipt.came", () -> prints.confirmPrinted(job.id())));
                verbs.getChildren().add(button("receipt.notCame", () -> prints.again(job.id())));
            }
            case SENDING ->
                latest.waitingFor()
                        .ifPresent(cause -> verbs.getChildren().add(button("receipt.stop", prints::stopWaiting)));
            case QUEUED, PRINTED, PDF -> verbs.setManaged(false);
        }
        return verbs;
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
            return texts.get("receipt.because", refusals.cause(code, Map.of()), refusals.next(code, Map.of()));
        }
        String what = texts.get("receipt." + latest.job().state().name());
        return latest.job()
                .reason()
                .map(code -> texts.get("receipt.because", what, refusals.cause(code, Map.of())))
                .orElse(what);
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
