package it.sportello.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Accesses;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Layout;
import it.sportello.app.wiring.DeviceAddresses;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.PrintJob;
import it.sportello.offlinecache.journal.TillSessionState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody leaves a desk without hearing what stays behind, and nothing of it is lost. */
@Tag("R-ACC-5")
class LeavingTest {
    private static final Clock CLOCK = Desk.CLOCK;

    @TempDir
    Path home;

    private StubServer server;
    private Workstation workstation;
    private final AtomicInteger ended = new AtomicInteger();

    @BeforeEach
    void begin() throws Exception {
        server = new StubServer(CLOCK);
        workstation = Workstation.start(new WorkstationSettings(
                home,
                server.address(),
                "D05",
                "ENROL-5",
                DeviceAddresses.none(),
                CLOCK,
                Optional.of(new WorkstationSettings.WindowSize(1366, 768))));
        workstation.setWhenClosed(ended::incrementAndGet);
        Bench.awaitScreen(workstation, "S01");
        Bench.await("the site is known", () -> server.asked.stream().anyMatch(line -> line.contains("enrolments")));
        Bench.type(workstation, "orsini");
        Bench.press(workstation, "Enter");
        Bench.type(workstation, StubServer.PASSWORD);
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S02");
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S03");
        server.close();
    }

    @AfterEach
    void end() {
        workstation.close();
    }

    @Test
    void withNothingLeftBehindNothingIsAsked() {
        Bench.press(workstation, "Ctrl+L");
        leave();
        Bench.awaitScreen(workstation, "S01");
        requestClose();
        Bench.await("the end", () -> ended.get() == 1);
    }

    @Test
    @Tag("R-A11-1")
    void signingOutTellsWhatIsUnsentAndOneKeyGoesOn() {
        int unsent = leaveThingsBehind();
        Bench.press(workstation, "Ctrl+L");
        leave();
        awaitCard();
        assertTrue(shown("Restano da inviare 2 operazioni: Registro degli accessi 2."), texts().toString());
        assertTrue(shown("La cassa T01 è ancora aperta, giornata del 03/03/2026"), texts().toString());
        assertTrue(shown("Una stampa aspetta una decisione"), texts().toString());
        check("S04-leaving");
        Bench.press(workstation, "Esc");
        Bench.await("the lock again", () -> focus() instanceof PasswordField);
        assertTrue(workstation.services().session().isSignedIn());
        leave();
        awaitCard();
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S01");
        assertFalse(workstation.services().session().isSignedIn());
        assertEquals(unsent, journal().outbox().pending().size());
    }

    @Test
    void closingTheWindowTellsItToo() {
        leaveThingsBehind();
        Node before = Desk.onFx(this::focus);
        requestClose();
        awaitCard();
        assertTrue(shown("alla prossima accensione"), texts().toString());
        check("END-leaving");
        Bench.press(workstation, "Esc");
        Bench.await("the desk as it was", () -> before.equals(focus()));
        assertEquals(0, ended.get());
        requestClose();
        awaitCard();
        Bench.press(workstation, "Enter");
        assertEquals(1, ended.get());
    }

    /** Two unsent rows, a till left open, a print in doubt. */
    private int leaveThingsBehind() {
        UUID session = UUID.randomUUID();
        PrintJob job = journal().commit(transaction -> {
            for (int i = 0; i < 2; i++) {
                transaction.logAccess(
                        workstation.services().session().author(), true, Accesses.Viewed.page("P1", "S07", "CARE"));
            }
            transaction.putTillSession(
                    new TillSessionState(session, "T01", LocalDate.of(2026, 3, 3), true, Map.of("state", "OPEN")));
            transaction.putDocument("SR-T01A/2026/000001", "receipt", session, Map.of("number", 1));
            return transaction.queuePrint("SR-T01A/2026/000001");
        });
        journal().prints().sending(job.id());
        journal().prints().uncertain(job.id(), "INTERRUPTED");
        return journal().outbox().pending().size();
    }

    private Journal journal() {
        return workstation.services().journal();
    }

    private void leave() {
        Desk.run(() -> ((Button) root().lookup("#leave")).fire());
    }

    private void requestClose() {
        Desk.run(() ->
                workstation.stage().fireEvent(new WindowEvent(workstation.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void awaitCard() {
        Bench.await(
                "the card, its verb in focus",
                () -> focus() instanceof Button button && "leaveNow".equals(button.getId()));
    }

    private boolean shown(String part) {
        return texts().stream().anyMatch(text -> text.contains(part));
    }

    private List<String> texts() {
        return Desk.onFx(() -> root().lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .toList());
    }

    private void check(String name) {
        for (int[] size : new int[][] {{1366, 768}, {1920, 1080}}) {
            Desk.run(() -> {
                workstation.stage().setWidth(size[0]);
                workstation.stage().setHeight(size[1]);
            });
            Bench.await("the width", () -> Math.round(Bench.scene(workstation).getWidth()) == size[0]);
            Desk.picture(Bench.scene(workstation), name + "-" + size[0]);
            assertEquals(List.of(), Desk.onFx(() -> Layout.cutTexts(root())), name);
            assertEquals(List.of(), Desk.onFx(() -> Layout.outside(root())), name);
            assertEquals(List.of(), Desk.onFx(() -> Layout.nameless(root())), name);
        }
    }

    private Parent root() {
        return Bench.scene(workstation).getRoot();
    }

    private Node focus() {
        return Bench.scene(workstation).getFocusOwner();
    }
}
