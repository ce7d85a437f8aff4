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
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Stage;
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

    private Page page;
    private final List<String> read = new ArrayList<>();
    private final List<String> fired = new ArrayList<>();
    private Desk desk;
    private Keys keys;
    private long nanos;

    @BeforeEach
    void open() {
        desk = Desk.open(1366, 768);
        keys = new Keys(desk);
        page = Desk.onFx(Page::new);
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
            WedgeFilter.Ears ears = new WedgeFilter.Ears() {
                @Override
                public void read(Reading reading) {
                    router.route(reading);
                }

                @Override
                public void discarded() {
                    fired.add("discarded");
                }
            };
            new WedgeFilter(desk.window.scene().getWindow(), settings, ears, () -> nanos).start();
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
        pass(2000);
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
    void anAnnouncedBurstInASecretFieldIsThrownAwayWhole() {
        listen(PREFIXED);
        focus(page.secret);
        keys.type("ab");
        prefixed(TestDesk.ROSSI, () -> keys.key(KeyCode.J, true));
        pass(200);
        keys.type("c");
        assertEquals("abc", text(page.secret), "nothing more, and nothing less");
        assertEquals(List.of(), read);
        assertEquals(List.of("discarded"), fired);
    }

    @Test
    void ofABadgeEvenASecretFieldIsNoObstacle() {
        listen(PREFIXED);
        focus(page.secret);
        prefixed("SP1O:4711-0815", () -> {});
        assertEquals("", text(page.secret));
        assertEquals(List.of("4711-0815"), read);
    }

    @Test
    void bySpeedACodeBeyondDoubtDoesNotStayInASecretField() {
        listen(WedgeSettings.BY_SPEED);
        focus(page.secret);
        Desk.run(() -> {
            pass(200);
            keys.character('x');
            pass(200);
        });
        scan(TestDesk.ROSSI, () -> {});
        assertEquals("x", text(page.secret));
        assertEquals(List.of(), read);
        assertEquals(List.of("discarded"), fired);
        pass(200);
        scan("482915", () -> {});
        assertEquals("x482915", text(page.secret), "a PIN is digits too");
    }

    @Test
    void theSameCodeTwiceInARowCountsOnce() {
        listen(PREFIXED);
        prefixed(TestDesk.ROSSI, () -> {});
        prefixed(TestDesk.ROSSI, () -> {});
        pass(2000);
        prefixed(TestDesk.ROSSI, () -> {});
        assertEquals(List.of(TestDesk.ROSSI, TestDesk.ROSSI), read);
    }

    @Test
    void bothTracksOfACardAreOnePerson() {
        listen(PREFIXED);
        focus(page.field);
        prefixed("%B" + TestDesk.ROSSI + "ROSSI  MARIO&_", () -> {});
        prefixed("\u00F280380000900000000174_", () -> {});
        assertEquals(List.of(TestDesk.ROSSI), read);
        assertEquals("", text(page.field));
    }

    @Test
    @Tag("Q52")
    void everyWindowIsHeard() {
        listen(PREFIXED);
        TextField inDialog = Desk.onFx(TextField::new);
        TextField inPopup = Desk.onFx(TextField::new);
        Stage dialog = Desk.onFx(() -> {
            Stage stage = new Stage();
            stage.initOwner(desk.window.scene().getWindow());
            stage.setScene(new Scene(new VBox(inDialog)));
            stage.show();
            return stage;
        });
        Popup popup = Desk.onFx(() -> {
            Popup shown = new Popup();
            shown.getContent().add(inPopup);
            shown.show(dialog);
            return shown;
        });
        Desk.run(() -> {
            burstInto(inDialog, TestDesk.ROSSI);
            pass(2000);
            burstInto(inPopup, "050A12345678901");
        });
        assertEquals(List.of(TestDesk.ROSSI, "050A12345678901"), read);
        assertEquals("", text(inDialog));
        assertEquals("", text(inPopup));
        Desk.run(() -> {
            popup.hide();
            dialog.close();
        });
    }

    @Test
    @Tag("Q52")
    void theWindowsOfAnotherWorkstationAreLeftAlone() {
        listen(PREFIXED);
        try (Desk other = Desk.open(800, 600)) {
            TextField field = Desk.onFx(TextField::new);
            Stage foreign = Desk.onFx(() -> {
                new WedgeFilter(other.window.scene(), PREFIXED, reading -> {}, () -> nanos).start();
                Stage stage = new Stage();
                stage.initOwner(other.window.scene().getWindow());
                stage.setScene(new Scene(new VBox(field)));
                stage.show();
                burstInto(field, TestDesk.ROSSI);
                return stage;
            });
            Desk.run(foreign::close);
        }
        assertEquals(List.of(), read);
    }

    private void burstInto(TextField field, String text) {
        press(field, KeyCode.F13, "");
        text.chars().forEach(c -> {
            pass(5);
            press(field, KeyCode.UNDEFINED, String.valueOf((char) c));
        });
        pass(5);
        press(field, KeyCode.ENTER, "\r");
    }

    private static void press(TextField field, KeyCode code, String typed) {
        Event.fireEvent(field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        if (!typed.isEmpty()) {
            Event.fireEvent(
                    field,
                    new KeyEvent(KeyEvent.KEY_TYPED, typed, typed, KeyCode.UNDEFINED, false, false, false, false));
        }
        Event.fireEvent(field, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
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
