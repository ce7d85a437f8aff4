package it.sportello.app.till;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.CitizenMessage;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKey;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Words;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Keys;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.terminal.PaymentTerminal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/** The screens of the till in a real window on a real journal, with a citizen who has the longest name. */
final class TillWindow implements AutoCloseable {
    static final String SURNAME = "DELL'ACQUA VISCONTI";

    final Desk desk = Desk.open(1366, 768);
    final Keys keys = new Keys(desk);
    final PrintDesk prints;
    final CardDesk cards;
    final NoteDesk notes;
    private final ExecutorService lane = Executors.newSingleThreadExecutor();

    TillWindow(TillDay day) {
        this(day, Optional.empty(), Optional.empty(), person -> new OpenDues.Result.Known(List.of(), Optional.empty()));
    }

    /** @param slow instead of work done at once */
    TillWindow(TillDay day, Optional<ReceiptPrinter> printer, Optional<Background> slow, OpenDues dues) {
        this(day, printer, slow, dues, Optional.empty());
    }

    TillWindow(
            TillDay day,
            Optional<ReceiptPrinter> printer,
            Optional<Background> slow,
            OpenDues dues,
            Optional<PaymentTerminal> terminal) {
        this(day, printer, slow, dues, terminal, day.notes(List.of(), List.of()));
    }

    TillWindow(
            TillDay day,
            Optional<ReceiptPrinter> printer,
            Optional<Background> slow,
            OpenDues dues,
            Optional<PaymentTerminal> terminal,
            NoteDesk notes) {
        this.notes = notes;
        ReceiptSource receipts = new ReceiptSource(day.journal(), day.book.desk(), new Words(), day.files());
        prints = new PrintDesk(
                day.journal(),
                printer,
                List.of(receipts, new TerminalSlipSource(day.journal())),
                day.book.desk(),
                lane);
        cards = CardDesk.of(day.book, day.clock, () -> terminal, prints, day.files(), lane);
        Frame frame = new Frame(
                desk.frame.navigator(),
                slow.orElse(desk.background),
                desk.frame.messages(),
                desk.frame.dialogs(),
                desk.frame.refusals(),
                desk.frame.words(),
                day.clock);
        Desk.run(() -> {
            TillScreens screens = new TillScreens(
                    new TillScreens.Needs(
                            day.journal(),
                            day.history,
                            day.book.desk(),
                            desk.parts.state(),
                            day.clock,
                            frame,
                            new FxDoor(),
                            prints,
                            dues,
                            day.files(),
                            cards,
                            notes),
                    day.home.resolve("cartelle"));
            screens.register(desk.parts.navigator());
            screens.announceNotes();
            desk.parts.navigator().register(ScreenKeys.HOME, (work, nothing) -> new Home());
            desk.parts.navigator().restart(ScreenKeys.HOME);
        });
        desk.settle();
    }

    void open(ScreenKey<ScreenKey.Nothing> key) {
        Desk.run(() -> desk.parts.navigator().open(key));
        desk.settle();
    }

    /** A work with a citizen, and what is open at the till for them. */
    void collect() {
        Desk.run(() -> {
            desk.parts.navigator().beginWork();
            desk.parts
                    .navigator()
                    .currentWork()
                    .citizen()
                    .serve(new Citizen(
                            "P1",
                            SURNAME,
                            "GIANFRANCESCO MARIA",
                            "DLLGFR50A01F205X",
                            LocalDate.of(1950, 1, 1),
                            Optional.empty(),
                            Optional.empty(),
                            List.of()));
            desk.parts.navigator().open(ScreenKeys.CASH_IN);
        });
        desk.settle();
    }

    String screen() {
        return current(Screen::id);
    }

    /** What the citizen reads on the second screen. */
    CitizenMessage told() {
        return current(screen -> screen.forCitizen().getValue());
    }

    <T> T current(Function<Screen, T> asked) {
        return Desk.onFx(() -> desk.parts.navigator().current().map(asked).orElseThrow());
    }

    String message() {
        return Desk.onFx(() -> desk.parts
                .messages()
                .latestProperty()
                .get()
                .map(message -> message.text())
                .orElse(""));
    }

    String focusId() {
        return Desk.onFx(() -> {
            Node owner = desk.window.scene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    /** What stands in the field with the focus. */
    String typed() {
        return Desk.onFx(() -> ((TextInputControl) desk.window.scene().getFocusOwner()).getText());
    }

    /** Whether a text that is seen holds this. */
    boolean shows(String part) {
        return shown().stream().anyMatch(text -> text.contains(part));
    }

    List<String> shown() {
        return Desk.onFx(() -> Stream.of(".label", ".button")
                .flatMap(each -> desk.window.scene().getRoot().lookupAll(each).stream())
                .filter(TillWindow::isSeen)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .map(text -> text.replace('\u00a0', ' '))
                .toList());
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node instanceof Labeled;
    }

    @Override
    public void close() {
        desk.close();
        prints.stopWaiting();
        lane.shutdown();
        awaitLane();
    }

    // A print still under way would meet a closed journal.
    private void awaitLane() {
        try {
            if (!lane.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new AssertionError("a print never ended");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Home implements Screen {
        private final VBox root = new VBox();

        @Override
        public String id() {
            return "S03";
        }

        @Override
        public String title() {
            return "Scrivania";
        }

        @Override
        public Parent root() {
            return root;
        }
    }
}
