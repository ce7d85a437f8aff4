package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.TillSheets;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S28 in a real window, in the states that stop it or say whose till it is. */
class TillClosingWindowTest {
    private static final String LONGEST = "DELL'ACQUA VISCONTI GIANFRANCESCO MARIA";

    private final Texts texts = Texts.of(TillScreens.class);
    private final OpenBaskets baskets = new OpenBaskets();
    private Desk desk;
    private TillDay day;
    private TillClosingViewModel model;

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
    @Tag("R-TIL-14")
    void documentsWithoutPaperAreListedWhereItAsks() {
        for (int i = 1; i <= 12; i++) {
            day.collectDues()
                    .collect(TillDay.payment(3_615, TillDay.due("D" + i, "SPECIALIST_COPAYMENT", "SSN", 3_615)));
        }
        show();
        assertShown("Documento SR-T01A/2026/000012");
        check("S28-papers");
    }

    @Test
    @Tag("Q02")
    void anOpenBasketIsNamed() {
        PrintDesk prints = new PrintDesk(day.journal(), Optional.empty(), List.of(), day.book.desk(), job -> {});
        CollectionViewModel basket = new CollectionViewModel(
                day.collectDues(),
                prints,
                day.files(),
                day.noCard(prints, desk.background, texts),
                day.noNotes(texts),
                desk.background,
                texts,
                new Words());
        baskets.add(basket);
        basket.fill(
                new CollectionViewModel.Payer("P1", LONGEST, "DLLGFR50A01F205X"),
                List.of(TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615)));
        show();
        assertShown("Carrello di " + LONGEST);
        check("S28-basket");
    }

    @Test
    @Tag("R-TIL-20")
    void theTillOfAnotherIsRefusedWithWhoCanUnblock() {
        day.operator = Optional.of("O2");
        show();
        assertShown("Può sbloccare: Chi l'ha aperta, il responsabile di cassa o il suo vice.");
        check("S28-other");
    }

    @Test
    @Tag("R-TIL-20")
    void thePersonResponsibleReadsForWhomItIsClosed() {
        day.operator = Optional.of("O9");
        day.roles = Set.of("CASH_RESPONSIBLE");
        show();
        assertShown("Si chiude al posto di chi ha aperto la cassa, matricola 1042.");
        check("S28-for-other");
    }

    @Test
    void aMistakeInARowIsSaidUntilItIsMendedAndMovesNothing() {
        show();
        double before =
                Desk.onFx(() -> root().lookup(".count-grid").getLayoutBounds().getWidth());
        Desk.run(() -> {
            model.count().rows().get(8).piecesProperty().set("x");
            conclude();
        });
        desk.settle();
        assertShown(texts.get("count.unreadable"));
        assertShown("1,00\u00a0€: Scrivere un numero intero");
        desk.picture("S28-mistake");
        assertEquals(
                before,
                Desk.onFx(() -> root().lookup(".count-grid").getLayoutBounds().getWidth()));
        Desk.run(() -> model.count().rows().get(8).piecesProperty().set("2"));
        assertTrue(Desk.onFx(() -> desk.parts.messages().latestProperty().get().isEmpty()));
    }

    @Test
    void aShortageIsANoticeAndTheDepositFollowsTheFloat() {
        show();
        Desk.run(() -> {
            model.count().rows().get(3).piecesProperty().set("2");
            conclude();
        });
        desk.settle();
        assertShown("Ammanco");
        assertTrue(Desk.onFx(() -> root().lookup(".notice.tone-danger .text-title .ikonli-font-icon") != null));
        Desk.run(() -> model.floatLeftProperty().set("60"));
        desk.settle();
        assertShown("40,00\u00a0€");
        check("S28-short");
    }

    private void conclude() {
        desk.frame.navigator().current().flatMap(Screen::primary).orElseThrow().fire();
    }

    @Test
    void whatIsBookedLeadsHome() {
        show();
        Desk.run(() -> {
            model.count().rows().stream()
                    .filter(row -> row.denomination().cents() == 5_000)
                    .forEach(row -> row.piecesProperty().set("3"));
            desk.frame
                    .navigator()
                    .current()
                    .flatMap(Screen::primary)
                    .orElseThrow()
                    .fire();
            desk.frame
                    .navigator()
                    .current()
                    .flatMap(Screen::primary)
                    .orElseThrow()
                    .fire();
        });
        desk.settle();
        assertShown("Verifiche e giornale di cassa in");
        check("S28-closed");
    }

    private void show() {
        Desk.run(() -> {
            model = new TillClosingViewModel(
                    day.closeTill(),
                    new DayFolder(day.book, new TillSheets(new Words()), new PdfSheets(day.clock), home.resolve("f")),
                    baskets,
                    Optional::empty,
                    desk.background,
                    new Refusals(),
                    texts,
                    new Words());
            TillClosingViewModel closing = model;
            TillNotices notices = new TillNotices(new DeskState(), texts, new Words());
            desk.frame
                    .navigator()
                    .register(
                            ScreenKeys.TILL_CLOSING,
                            (work, nothing) ->
                                    new TillClosingView(closing, desk.frame, notices, Optional.of("T01"), texts));
            desk.frame.navigator().restart(ScreenKeys.TILL_CLOSING);
        });
        desk.settle();
    }

    private void assertShown(String part) {
        List<String> shown = Desk.onFx(() -> root().lookupAll(".label").stream()
                .filter(node -> node.isVisible() && node instanceof Labeled)
                .map(node -> ((Labeled) node).getText())
                .toList());
        assertTrue(shown.stream().anyMatch(text -> text.contains(part)), shown.toString());
        assertEquals(List.of(), desk.background.unexpected());
    }

    private void check(String name) {
        for (int[] size : new int[][] {{1366, 768}, {1920, 1080}}) {
            resize(size[0], size[1]);
            desk.picture(name + "-" + size[0]);
            assertEquals(List.of(), Desk.onFx(() -> Layout.cutTexts(root())), name);
            assertEquals(List.of(), Desk.onFx(() -> Layout.outside(root())), name);
        }
    }

    /** The display answers a new size in its own time. */
    private void resize(int width, int height) {
        CompletableFuture<Boolean> reached = new CompletableFuture<>();
        Subscription following =
                Desk.onFx(() -> desk.window.scene().widthProperty().subscribe(now -> {
                    if (Math.round(now.doubleValue()) == width) {
                        reached.complete(true);
                    }
                }));
        Desk.run(() -> desk.resize(width, height));
        reached.orTimeout(30, TimeUnit.SECONDS).join();
        Desk.run(following::unsubscribe);
    }

    private Parent root() {
        return desk.window.scene().getRoot();
    }
}
