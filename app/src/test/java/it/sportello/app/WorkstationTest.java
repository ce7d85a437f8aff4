package it.sportello.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Look;
import it.sportello.app.frame.Theme;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Layout;
import it.sportello.app.wiring.DeviceAddresses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real workstation in a real window, driven by keys, against a server of the contract. */
class WorkstationTest {
    private static final Clock CLOCK = Desk.CLOCK;

    @TempDir
    Path home;

    private StubServer server;
    private Workstation workstation;

    @BeforeEach
    void begin() throws Exception {
        server = new StubServer(CLOCK);
        workstation = start(server.address());
    }

    @AfterEach
    void end() {
        workstation.close();
        server.close();
    }

    private Workstation start(URI backend) throws Exception {
        return Workstation.start(new WorkstationSettings(
                home,
                backend,
                "D05",
                "ENROL-5",
                DeviceAddresses.none(),
                CLOCK,
                Optional.of(new WorkstationSettings.WindowSize(1366, 768))));
    }

    private void signIn() {
        Bench.awaitScreen(workstation, "S01");
        Bench.await("the site is known", () -> server.asked.stream().anyMatch(line -> line.contains("enrolments")));
        Bench.type(workstation, "orsini");
        Bench.press(workstation, "Enter");
        Bench.type(workstation, StubServer.PASSWORD);
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S02");
    }

    private void openDesk() {
        signIn();
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S03");
    }

    @Test
    @Tag("R-A11-1")
    void signInAndOpenTheDeskByKeysOnly() {
        openDesk();
        assertEquals("Sportello", Desk.onFx(() -> workstation.stage().getTitle()));
        assertTrue(server.asked.stream().anyMatch(line -> line.contains("/opening") && line.contains("SSN")));
    }

    @Test
    void aCashierIsAskedToOpenTheClosedTill() {
        server.role = "CASHIER";
        signIn();
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S20");
    }

    @Test
    void aWrongPasswordIsExplainedAndTheNameStays() {
        Bench.awaitScreen(workstation, "S01");
        Bench.type(workstation, "orsini");
        Bench.press(workstation, "Enter");
        Bench.type(workstation, "sbagliata");
        Bench.press(workstation, "Enter");
        Bench.await("the refusal", () -> lookUp(".notice").stream().anyMatch(Node::isVisible));
        Bench.await("the focus in the password", () -> focus() instanceof PasswordField);
        assertEquals("", Desk.onFx(() -> ((PasswordField) focus()).getText()));
    }

    @Test
    @Tag("R-ACC-1")
    void aDeskInUseIsTakenOverWithAReason() {
        server.deskInUse = true;
        signIn();
        Bench.press(workstation, "Enter");
        Bench.await("the question", () -> lookUp(".dialog-card").size() == 1);
        Bench.type(workstation, "cambio turno");
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S03");
    }

    @Test
    @Tag("R-ACC-2")
    void afterAnOnlineSignInTheDeskOpensWithoutTheServer() throws Exception {
        openDesk();
        workstation.close();
        server.close();
        workstation = start(server.address());
        Bench.awaitScreen(workstation, "S01");
        Bench.type(workstation, "orsini");
        Bench.press(workstation, "Enter");
        Bench.type(workstation, StubServer.PASSWORD);
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S02");
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S03");
        assertTrue(workstation.services().session().operator().offline());
    }

    @Test
    @Tag("R-QUE-1")
    void oneKeyCallsTheNextNumberAndHoldingItCallsOnce() {
        openDesk();
        Desk.run(() -> {
            for (int i = 0; i < 20; i++) {
                Bench.down(Bench.scene(workstation), "F2");
            }
            Bench.up(Bench.scene(workstation), "F2");
        });
        Bench.awaitScreen(workstation, "S05");
        assertEquals(1, calls());
        assertEquals(1, Desk.onFx(() -> workstation.frame().navigator().works().size()));
        picture("S05");
    }

    @Test
    @Tag("R-QUE-4")
    void withoutTheQueueANumberIsTypedAndServed() {
        openDesk();
        server.close();
        Bench.press(workstation, "F2");
        Bench.await("the question", () -> lookUp(".dialog-card").size() == 1);
        Bench.type(workstation, "a7");
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S05");
        var called = Desk.onFx(() -> workstation
                .frame()
                .navigator()
                .currentWork()
                .citizen()
                .calledProperty()
                .get());
        assertEquals("A007", called.orElseThrow().number());
        assertTrue(called.orElseThrow().id().isEmpty());
        // The desk's clock runs on by itself between two words of the server, however little.
        Duration since = Duration.between(CLOCK.instant(), called.orElseThrow().calledAt());
        assertEquals(Duration.ZERO, since.truncatedTo(ChronoUnit.MINUTES), "called " + since + " after");
    }

    @Test
    @Tag("R-KEY-6")
    @Tag("Q23")
    void aHeldKeyFiresOnceAndAgainAfterItWasLetGo() {
        openDesk();
        assertTrue(panelIsOpen());
        hold("Ctrl+I", 4);
        assertFalse(panelIsOpen());
        hold("Ctrl+I", 1);
        assertTrue(panelIsOpen());
    }

    private void hold(String chord, int times) {
        Desk.run(() -> {
            for (int i = 0; i < times; i++) {
                Bench.down(Bench.scene(workstation), chord);
            }
            Bench.up(Bench.scene(workstation), chord);
        });
    }

    private boolean panelIsOpen() {
        return Desk.onFx(() -> root().lookup(".help-scroll").isVisible());
    }

    @Test
    void aGreyedKeySaysWhy() {
        openDesk();
        Bench.press(workstation, "Shift+F2");
        assertTrue(Desk.onFx(() -> workstation
                        .parts()
                        .messages()
                        .latestProperty()
                        .get()
                        .orElseThrow()
                        .text())
                .startsWith("Richiama: "));
    }

    private long calls() {
        return server.asked.stream()
                .filter(line -> line.startsWith("POST") && line.contains("queue") && line.contains("categories"))
                .count();
    }

    @Test
    @Tag("R-ACC-3")
    void theLockHidesAtOnceAndReturnsToTheSameKey() {
        openDesk();
        Node before = Desk.onFx(this::focus);
        Bench.press(workstation, "Ctrl+L");
        assertTrue(Desk.onFx(() -> focus() instanceof PasswordField), "the lock is in front");
        picture("S04");
        Bench.press(workstation, "F2");
        assertEquals(0, calls());
        Bench.type(workstation, StubServer.PASSWORD);
        Bench.press(workstation, "Enter");
        Bench.await("unlocked", () -> before.equals(focus()));
    }

    /** Paper in doubt after a crash has to be reachable without a payment on the screen. */
    @Test
    @Tag("Q31")
    void thePrintsInDoubtHaveTheirScreen() {
        openDesk();
        Bench.press(workstation, "Ctrl+P");
        Bench.awaitScreen(workstation, "S56");
        check("S56");
    }

    @Test
    void thePaletteFindsAScreenByItsItalianName() {
        openDesk();
        Bench.press(workstation, "Ctrl+K");
        Bench.type(workstation, "prefer");
        picture("S65");
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S62");
        check("S62");
    }

    @Test
    @Tag("R-A11-4")
    void nothingIsCutOrOutsideAtTheSizesPromised() {
        check("S01");
        signIn();
        check("S02");
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S03");
        Bench.await("the queue", () -> lookUp(".chip").size() > 0);
        check("S03");
        for (String chord : List.of("Ctrl+J", "Ctrl+U", "Ctrl+D")) {
            Bench.press(workstation, chord);
            check(chord);
            Bench.press(workstation, "Esc");
        }
        assertFalse(server.asked.isEmpty());
    }

    private void check(String screen) {
        for (int[] size : new int[][] {{1366, 768, 100}, {1366, 768, 125}, {1920, 1080, 100}, {1920, 1080, 200}}) {
            Desk.run(() -> {
                workstation.stage().setWidth(size[0]);
                workstation.stage().setHeight(size[1]);
                workstation
                        .parts()
                        .appearance()
                        .lookProperty()
                        .set(Look.standard().withTextPercent(size[2]));
            });
            String name = "%s-%d-%d".formatted(screen.replace("Ctrl+", "ctrl"), size[0], size[2]);
            picture(name);
            assertEquals(List.of(), Desk.onFx(() -> Layout.cutTexts(root())), name);
            assertEquals(List.of(), Desk.onFx(() -> Layout.outside(root())), name);
            assertEquals(List.of(), Desk.onFx(() -> Layout.nameless(root())), name);
        }
        for (Theme theme : Theme.values()) {
            Desk.run(() -> {
                workstation.stage().setWidth(1366);
                workstation.stage().setHeight(768);
                workstation
                        .parts()
                        .appearance()
                        .lookProperty()
                        .set(Look.standard().withTheme(theme));
            });
            picture(screen.replace("Ctrl+", "ctrl") + "-" + theme);
        }
        Desk.run(() -> workstation.parts().appearance().lookProperty().set(Look.standard()));
    }

    private javafx.scene.Parent root() {
        return Bench.scene(workstation).getRoot();
    }

    private List<Node> lookUp(String selector) {
        return List.copyOf(root().lookupAll(selector));
    }

    private Node focus() {
        return Bench.scene(workstation).getFocusOwner();
    }

    private void picture(String name) {
        Desk.picture(Bench.scene(workstation), name);
    }
}
