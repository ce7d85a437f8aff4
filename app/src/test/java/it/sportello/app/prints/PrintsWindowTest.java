package it.sportello.app.prints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Documents;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Theme;
import it.sportello.app.service.DrawerBook;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.service.PrintLanes;
import it.sportello.app.service.PrintPlaces;
import it.sportello.app.service.SlipSource;
import it.sportello.app.service.StoredDrawerOpening;
import it.sportello.app.service.TestDesk;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Keys;
import it.sportello.app.window.Layout;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.printer.EscPosReceiptPrinter;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.printer.PrinterProfile;
import it.sportello.devices.printer.PrinterTimings;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.printer.PaperState;
import it.sportello.devices.twin.printer.VirtualPrinter;
import it.sportello.domain.document.DocumentKind;
import it.sportello.domain.document.DocumentNumber;
import it.sportello.domain.document.Regime;
import it.sportello.domain.document.SeriesKey;
import it.sportello.offlinecache.journal.PrintJob;
import java.awt.Font;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** S56 in a real window over two printers that speak their real protocol, driven by keys. */
@Timeout(120)
@SuppressWarnings("NullAway.Init")
class PrintsWindowTest {
    private static final PrinterTimings QUICK = new PrinterTimings(
            Duration.ofMillis(300),
            3,
            Duration.ofMillis(100),
            Duration.ofSeconds(3),
            Duration.ofSeconds(60),
            Duration.ofMillis(200));

    private final Desk desk = Desk.open(1366, 768);
    private final Keys keys = new Keys(desk);
    private final PrintLanes lanes = PrintLanes.threads();
    private TestDesk who;
    private VirtualPrinter first;
    private VirtualPrinter second;
    private ReceiptPrinter main;
    private ReceiptPrinter spare;
    private PrintDesk prints;
    private DrawerBook drawer;

    @TempDir
    Path home;

    @BeforeEach
    void open() throws Exception {
        who = new TestDesk(home);
        first = new VirtualPrinter(TwinPlug.tcp(0));
        second = new VirtualPrinter(TwinPlug.tcp(0));
        main = driver("cassa", first, PrinterProfile.EPSON_80.with("drawerSensor", "high_when_open"));
        spare = driver("riserva", second, PrinterProfile.EPSON_80.with("drawer", "none"));
        prints = new PrintDesk(
                who.store.journal(),
                () -> List.of(new PrintPlaces.Roll("cassa", main), new PrintPlaces.Roll("riserva", spare)),
                List.of(new Slips()),
                who,
                lanes);
        drawer = new DrawerBook(who.store.journal(), prints, who, lanes.decisions());
        main.addDrawerListener(drawer::moved);
        Frame frame = desk.frame;
        Desk.run(() -> {
            new PrintsScreens(new PrintsScreens.Needs(who.store.journal(), prints, drawer, new FxDoor()), frame)
                    .register(desk.parts.navigator());
        });
    }

    @AfterEach
    void leave() {
        prints.stopWaiting();
        desk.close();
        main.close();
        spare.close();
        lanes.close();
        first.close();
        second.close();
        who.close();
    }

    private static ReceiptPrinter driver(String id, VirtualPrinter twin, PrinterProfile profile) {
        LinkAddress place = LinkAddress.parse(twin.address());
        return new EscPosReceiptPrinter(
                id,
                place::newLink,
                profile,
                new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20))),
                QUICK,
                Clock.systemUTC());
    }

    /** Slips and files of anything. */
    private final class Slips implements SlipSource {
        @Override
        public Optional<ReceiptDocument> slip(String documentKey, int copy) {
            ReceiptDocument.Builder slip = ReceiptDocument.builder().text("DOCUMENTO " + documentKey);
            if (copy > 0) {
                slip.text("DUPLICATO N. " + copy);
            }
            return Optional.of(slip.feed(3).cut().build());
        }

        @Override
        public Optional<Path> writeFile(String documentKey) {
            try {
                return Optional.of(Files.writeString(home.resolve("documento.pdf"), documentKey));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private PrintJob receipt() {
        SeriesKey series = SeriesKey.of(Regime.SSN, DocumentKind.RECEIPT, "T01", "A", 2026);
        return who.store.journal().commit(transaction -> {
            DocumentNumber number = transaction.nextNumber(series, TestDesk.TODAY);
            transaction.putDocument(
                    number.printed(), "receipt", UUID.randomUUID(), new Documents.Printed(number.printed(), false, ""));
            return transaction.queuePrint(number.printed());
        });
    }

    private void show() {
        Desk.run(() -> desk.parts.navigator().restart(ScreenKeys.PRINTS));
        desk.settle();
    }

    private PrintJob.State state(PrintJob job) {
        return who.store.journal().prints().job(job.id()).orElseThrow().state();
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        desk.settle();
        assertTrue(condition.getAsBoolean(), () -> "did not happen; on screen: " + seen());
    }

    private List<String> seen() {
        return Desk.onFx(() -> Stream.of(".label", ".button", ".table-cell")
                .flatMap(each -> desk.window.scene().getRoot().lookupAll(each).stream())
                .filter(PrintsWindowTest::isSeen)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .toList());
    }

    private boolean sees(String part) {
        return seen().stream().anyMatch(text -> text.contains(part));
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node instanceof Labeled;
    }

    private <T extends Node> T node(String id, Class<T> kind) {
        return kind.cast(Desk.onFx(() -> desk.window.scene().lookup("#" + id)));
    }

    private boolean offered(String id) {
        Button button = node(id, Button.class);
        return Desk.onFx(() -> isSeen(button) && !button.isDisabled());
    }

    @Test
    @Tag("Q31")
    @Tag("Q34")
    @Tag("R-TIL-7")
    @Tag("R-KEY-4")
    void aReceiptWithoutPaperGoesToTheOtherPrinterAsTheOriginalItIs() throws Exception {
        first.setPaper(PaperState.END);
        PrintJob job = receipt();
        prints.print(job);
        await(() -> state(job) == PrintJob.State.FAILED);
        show();
        await(() -> sees("non stampato"));
        assertTrue(offered("again"));
        assertTrue(offered("file"));
        assertFalse(offered("came"));
        assertFalse(offered("elsewhere"), "no printer is chosen yet");
        desk.picture("S56-failed");
        ComboBox<?> other = node("other", ComboBox.class);
        Desk.run(other::requestFocus);
        keys.press("Down");
        keys.press("Down");
        await(() -> offered("elsewhere"));
        keys.alt('q');
        await(() -> state(job) == PrintJob.State.PRINTED);
        assertEquals(1, second.receipts().size());
        assertFalse(second.receipts().getFirst().text().contains("DUPLICATO"));
        assertEquals(0, first.receipts().size());
        await(() -> sees("Nessuna stampa in sospeso"));
    }

    @Test
    @Tag("Q34")
    @Tag("R-TIL-8")
    void aPrintInDoubtGoesElsewhereOnlyAsANumberedCopy() throws Exception {
        first.paperEndsAfter(1);
        PrintJob job = receipt();
        prints.print(job);
        show();
        await(() -> sees("la stampante aspetta"));
        assertTrue(offered("stop"));
        desk.picture("S56-held");
        keys.alt('m');
        await(() -> state(job) == PrintJob.State.UNCERTAIN);
        await(() -> offered("came"));
        assertFalse(offered("again"));
        ComboBox<?> other = node("other", ComboBox.class);
        Desk.run(() -> other.getSelectionModel().select(1));
        desk.picture("S56-doubt");
        keys.alt('q');
        await(() -> second.receipts().size() == 1);
        assertTrue(second.receipts().getFirst().text().contains("DUPLICATO N. 1"));
        await(() -> sees("Nessuna stampa in sospeso"));
    }

    @Test
    @Tag("Q32")
    @Tag("R-TIL-8")
    void aDocumentOfTodayIsPrintedAgainAsACopy() throws Exception {
        PrintJob job = receipt();
        prints.print(job);
        await(() -> state(job) == PrintJob.State.PRINTED);
        show();
        await(() -> sees(job.documentKey()));
        int operations = who.store.journal().outbox().pending().size();
        keys.press("F12");
        await(() -> first.receipts().size() == 2);
        assertTrue(first.receipts().getLast().text().contains("DUPLICATO N. 1"));
        await(() -> who.store.journal().prints().of(job.documentKey()).getLast().state() == PrintJob.State.PRINTED);
        assertEquals(operations + 1, who.store.journal().outbox().pending().size(), "only the paper is told");
        desk.picture("S56-copy");
    }

    @Test
    @Tag("R-TIL-1")
    void theDrawerOpensWithAReasonThatIsWrittenDownFirst() throws Exception {
        show();
        keys.alt('a');
        await(() -> sees("Il motivo manca"));
        assertEquals(
                "reason", Desk.onFx(() -> desk.window.scene().getFocusOwner().getId()));
        desk.picture("S56-drawer-refused");
        keys.type("cambio monete");
        keys.press("Enter");
        await(() -> first.drawerPulses() == 1);
        List<StoredDrawerOpening> openings = drawer.ofThisSession();
        assertEquals(1, openings.size());
        assertEquals("cambio monete", openings.getFirst().reason());
        assertEquals(StoredDrawerOpening.Cause.ASKED, openings.getFirst().cause());
        await(() -> sees("Una apertura senza incasso"));
    }

    @Test
    @Tag("R-TIL-1")
    void aKeyInTheDrawersLockIsWrittenDown() throws Exception {
        main.checkNow().get(30, TimeUnit.SECONDS);
        first.openDrawerWithKey();
        main.checkNow().get(30, TimeUnit.SECONDS);
        await(() -> drawer.ofThisSession().size() == 1);
        assertEquals(
                StoredDrawerOpening.Cause.BY_HAND,
                drawer.ofThisSession().getFirst().cause());
    }

    @Test
    @Tag("R-TIL-1")
    void aDrawerThatStaysShutIsTold() throws Exception {
        show();
        first.setPaper(PaperState.END);
        prints.openDrawer();
        await(() -> Desk.onFx(() -> desk.parts.messages().latestProperty().get())
                .map(message -> message.text().contains("cassetto"))
                .orElse(false));
        assertEquals(0, first.drawerPulses());
    }

    @Test
    @Tag("R-A11-2")
    @Tag("R-A11-4")
    @Tag("R-A11-5")
    @Tag("R-KEY-4")
    @Tag("R-I18-1")
    void theScreenHoldsInEverySize() throws Exception {
        show();
        await(() -> sees("non è stato ancora stampato nulla"));
        desk.picture("S56-empty");
        first.setPaper(PaperState.NEAR_END);
        main.checkNow().get(30, TimeUnit.SECONDS);
        spare.checkNow().get(30, TimeUnit.SECONDS);
        for (int i = 0; i < 4; i++) {
            PrintJob job = receipt();
            prints.print(job);
            await(() -> state(job) == PrintJob.State.PRINTED);
        }
        first.setPaper(PaperState.END);
        PrintJob failed = receipt();
        prints.print(failed);
        await(() -> state(failed) == PrintJob.State.FAILED);
        for (int size : new int[] {768, 1080}) {
            for (int percent : new int[] {100, 200}) {
                Desk.run(() -> {
                    desk.resize(size == 768 ? 1366 : 1920, size);
                    desk.parts.appearance().lookProperty().set(Look.standard().withTextPercent(percent));
                });
                show();
                desk.settle();
                Parent root = Desk.onFx(
                        () -> desk.parts.navigator().current().orElseThrow().root());
                desk.picture("S56-" + size + "-" + percent);
                // Text of 200 % is asked for on the large screen; the small one scrolls and shortens.
                if (percent == 100 || size == 1080) {
                    assertEquals(List.of(), Desk.onFx(() -> Layout.cutTexts(root)));
                }
                assertEquals(List.of(), Desk.onFx(() -> Layout.nameless(root)));
                assertEquals(List.of(), Desk.onFx(() -> Layout.withoutLetter(root)));
                assertEquals(List.of(), Desk.onFx(() -> Layout.byColourOnly(root)));
            }
        }
        Desk.run(
                () -> desk.parts.appearance().lookProperty().set(Look.standard().withTheme(Theme.DARK)));
        desk.picture("S56-dark");
        TableView<?> jobs = node("jobs", TableView.class);
        assertFalse(Desk.onFx(() -> jobs.getItems().isEmpty()));
    }
}
