package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.PlayedPrinter;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.window.Desk;
import it.sportello.offlinecache.journal.PrintJob;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S21 after the commit: whatever is decided about the paper, Enter closes afterwards. */
class PrintPanelFocusTest {
    private final Texts texts = Texts.of(TillScreens.class);
    private final Deque<Runnable> lane = new ArrayDeque<>();
    private final OpenBaskets baskets = new OpenBaskets();
    private Desk desk;
    private TillDay day;

    @TempDir
    Path home;

    @BeforeEach
    void begin() {
        desk = Desk.open(1366, 768);
        day = new TillDay(home);
        day.opened();
    }

    @AfterEach
    void end() {
        desk.close();
        day.close();
    }

    @Test
    @Tag("Q31")
    void afterAnotherTryTheFocusIsWhereEnterCloses() {
        collected(Optional.empty());
        Button again = button("print.again");
        Desk.run(() -> {
            again.requestFocus();
            again.fire();
        });
        work();
        assertEquals("print.again", focusedVerb());
        Button file = button("print.pdf");
        Desk.run(() -> {
            file.requestFocus();
            file.fire();
        });
        work();
        assertEquals("change", Desk.onFx(() -> focused().getId()));
    }

    @Test
    @Tag("R-TIL-8")
    void aPrintedDocumentHasItsNumberedCopy() {
        collected(Optional.of(PlayedPrinter.doubtful(() -> {})));
        Button came = button("print.came");
        Desk.run(came::fire);
        work();
        Button copy = button("print.copy");
        Desk.run(copy::fire);
        work();
        List<PrintJob> jobs = day.journal().prints().of("SR-T01A/2026/000001");
        assertEquals(List.of(0, 1), jobs.stream().map(PrintJob::copy).toList());
        assertTrue(Desk.onFx(() -> texts("sum")).contains("36,15"));
        desk.picture("S21-printed");
    }

    private void collected(Optional<PlayedPrinter> printer) {
        ReceiptSource receipts = new ReceiptSource(day.journal(), day.book.desk(), new Words(), day.files());
        PrintDesk prints =
                new PrintDesk(day.journal(), printer.map(one -> one), List.of(receipts), day.book.desk(), lane::add);
        Desk.run(() -> {
            CollectionViewModel model = new CollectionViewModel(
                    day.collectDues(),
                    prints,
                    day.files(),
                    day.noCard(prints, desk.background, texts),
                    day.noNotes(texts),
                    desk.background,
                    texts,
                    new Words());
            PrintPanel panel = new PrintPanel(prints, new FxDoor(), new Refusals(), texts);
            desk.frame
                    .navigator()
                    .register(
                            ScreenKeys.CASH_IN,
                            (work, nothing) -> new CollectionView(
                                    model, baskets, panel, desk.frame, () -> {}, judged -> {}, texts));
            desk.frame.navigator().restart(ScreenKeys.CASH_IN);
            model.fill(
                    new CollectionViewModel.Payer("P1", "ROSSI MARIO", "RSSMRA80A01H501U"),
                    List.of(TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615)));
            desk.frame
                    .navigator()
                    .current()
                    .flatMap(Screen::primary)
                    .orElseThrow()
                    .fire();
        });
        work();
    }

    private void work() {
        while (!lane.isEmpty()) {
            lane.remove().run();
        }
        desk.settle();
    }

    private Button button(String key) {
        return Desk.onFx(() -> desk.window.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node.getId() != null && node.getId().startsWith(key + "-"))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow());
    }

    private String focusedVerb() {
        return Desk.onFx(() -> focused().getId().substring(0, focused().getId().indexOf('-')));
    }

    private String texts(String id) {
        return ((javafx.scene.control.Label) desk.window.scene().lookup("#" + id)).getText();
    }

    private Node focused() {
        return desk.window.scene().getFocusOwner();
    }
}
