package it.sportello.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.ScanRouter;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Verb;
import it.sportello.app.service.TestDesk;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Keys;
import it.sportello.devices.scanner.WedgeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reader that acts as a keyboard, in a real window. */
@Tag("Q51")
class WedgeFilterTest {
    private static final long MILLISECOND = 1_000_000;
    private static final WedgeSettings PREFIXED = WedgeSettings.withPrefix("F13");

    private final Page page = Desk.onFx(Page::new);
    private final List<String> read = new ArrayList<>();
    private final List<String> fired = new ArrayList<>();
    private Desk desk;
    private Keys keys;
    private long nanos;

    @BeforeEach
    void open() {
        desk = Desk.open(1366, 768);
        keys = new Keys(desk);
        Desk.run(() -> {
            desk.parts.navigator().register(ScreenKeys.HOME, (work, nothing) -> page);
            desk.parts.navigator().restart(ScreenKeys.HOME);
            desk.parts
                    .actions()
                    .everywhere()
                    .setAll(
                            KeyAction.always(Verb.CALL_NEXT, "Chiama il prossimo", () -> fired.add("F2")),
                            KeyAction.always(Verb.TASKS, "Attività", () -> fired.add("Ctrl+J")));
        });
        desk.settle();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void listen(WedgeSettings settings) {
        Desk.run(() -> {
            ScanRouter router = new ScanRouter(desk.parts.navigator(), () -> fired.add("nobody"));
            router.route(reading -> reading instanceof Reading.Code code && read.add(code.text()));
            new WedgeFilter(desk.window.scene(), settings, router::route, () -> nanos).start();
        });
    }

    private void focus(javafx.scene.Node node) {
        Desk.run(node::requestFocus);
    }

    /** A burst as a reader sends it: a character every five milliseconds, then Enter. */
    private void scan(String text, Runnable inside) {
        Desk.run(() -> {
            burst(text, inside);
        });
    }

    private void burst(String text, Runnable inside) {
        for (int i = 0; i < text.length(); i++) {
            pass(5);
            keys.character(text.charAt(i));
            if (i == 2) {
                inside.run();
            }
        }
        pass(5);
        keys.key(KeyCode.ENTER, false);
    }

    private void prefixed(String text, Runnable inside) {
        Desk.run(() -> {
            keys.key(KeyCode.F13, false);
            burst(text, inside);
        });
    }

    private void pass(long milliseconds) {
        nanos += milliseconds * MILLISECOND;
    }

    private String text(TextField field) {
        return Desk.onFx(field::getText);
    }

    @Test
    void anAnnouncedScanGoesToTheRouterAndNowhereElse() {
        listen(PREFIXED);
        focus(page.button);
        prefixed(TestDesk.ROSSI, () -> {});
        focus(page.field);
        prefixed(TestDesk.ROSSI, () -> {});
        assertEquals(List.of(TestDesk.ROSSI, TestDesk.ROSSI), read);
        assertEquals("", text(page.field));
        assertEquals(List.of(), page.pressed);
        assertEquals(List.of(), fired);
    }

    @Test
    void theScreenHearsAScanFirst() {
        listen(PREFIXED);
        page.takes = true;
        focus(page.field);
        prefixed("050A12345678901", () -> {});
        assertEquals(List.of("050A12345678901"), page.heard);
        assertEquals(List.of(), read);
    }

    @Test
    void aBoundChordInsideAScanDoesNothing() {
        listen(PREFIXED);
        focus(page.field);
        prefixed(TestDesk.ROSSI, () -> {
            keys.key(KeyCode.J, true);
            keys.key(KeyCode.F2, false);
        });
        assertEquals(List.of(TestDesk.ROSSI), read);
        assertEquals(List.of(), fired);
        pass(200);
        keys.press("F2");
        keys.press("Ctrl+J");
        assertEquals(List.of("F2", "Ctrl+J"), fired, "after the scan they live again");
    }

    @Test
    void inASecretFieldItIsOff() {
        listen(PREFIXED);
        focus(page.secret);
        prefixed("482915", () -> {});
        assertEquals("482915", text(page.secret));
        assertEquals(List.of(), read);
    }

    @Test
    void typingIsUntouchedWhereReadersAnnounceThemselves() {
        listen(PREFIXED);
        focus(page.field);
        scan("ROSSI MARIO", () -> {});
        assertEquals("ROSSI MARIO", text(page.field));
        assertEquals(List.of(), read);
    }

    @Test
    void bySpeedABurstIsAScanWithItsChord() {
        listen(WedgeSettings.BY_SPEED);
        focus(page.field);
        scan(TestDesk.ROSSI, () -> keys.key(KeyCode.J, true));
        assertEquals(List.of(TestDesk.ROSSI), read);
        assertEquals("", text(page.field));
        assertEquals(List.of(), fired);
    }

    @Test
    void bySpeedASecretFieldKeepsWhatIsTypedFast() {
        listen(WedgeSettings.BY_SPEED);
        focus(page.secret);
        scan("parola-segreta", () -> {});
        assertEquals("parola-segreta", text(page.secret));
        assertEquals(List.of(), read);
    }

    @Test
    void bySpeedWhatAPersonTypesArrivesInItsOrder() {
        listen(WedgeSettings.BY_SPEED);
        focus(page.field);
        CompletableFuture<Boolean> arrived = new CompletableFuture<>();
        Subscription following = Desk.onFx(() -> page.field.textProperty().subscribe(text -> {
            if (text.equals("rossi m")) {
                arrived.complete(true);
            }
        }));
        Desk.run(() -> {
            for (char c : "rossi m".toCharArray()) {
                pass(120);
                keys.character(c);
            }
            pass(120);
        });
        arrived.orTimeout(30, TimeUnit.SECONDS).join();
        Desk.run(following::unsubscribe);
        assertEquals(List.of(), read);
        keys.press("F2");
        assertEquals(List.of("F2"), fired);
        assertTrue(page.heard.isEmpty());
    }

    /** A button, a field and a secret. */
    private static final class Page implements Screen {
        private final List<String> heard = new ArrayList<>();
        private final List<String> pressed = new ArrayList<>();
        private final Button button = new Button("_Premi");
        private final TextField field = new TextField();
        private final PasswordField secret = new PasswordField();
        private final VBox root = new VBox(button, field, secret);
        private boolean takes;

        Page() {
            button.setOnAction(event -> pressed.add("button"));
        }

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

        @Override
        public boolean scanned(Reading reading) {
            return takes && reading instanceof Reading.Code code && heard.add(code.text());
        }
    }
}
