package it.sportello.app.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Appearance;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.window.Desk;
import it.sportello.devices.twin.terminal.TerminalScenario;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The window of the virtual devices: every family, and faults on demand. */
@Timeout(120)
@SuppressWarnings("NullAway.Init")
class VirtualDevicesWindowTest {
    private VirtualDesk twins;
    private Stage stage;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        // Not a @TempDir: the daemon's socket wants a short path.
        Path folder = Files.createTempDirectory("twins");
        twins = VirtualDesk.start(folder);
        FxDoor door = new FxDoor();
        door.open();
        Desk.run(() -> {
            scene = new Scene(
                    new VirtualDevicesPane(twins, Optional.empty(), Optional.empty(), door).root(), 1040, 780);
            new Appearance().dress(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        Desk.run(stage::close);
        twins.close();
    }

    private TabPane families() {
        return (TabPane) scene.lookup("#families");
    }

    private <T extends Node> T find(Class<T> type, String id) {
        Node node = scene.getRoot().lookupAll("*").stream()
                .filter(one -> id.equals(one.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id));
        return type.cast(node);
    }

    private void select(int tab) {
        Desk.run(() -> families().getSelectionModel().select(tab));
        Desk.run(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
    }

    private void press(String id) {
        Desk.run(() -> find(Button.class, id).fire());
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static Socket connect(String address) throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
    }

    @Test
    @Tag("R-KEY-4")
    @Tag("R-A11-1")
    void everyFamilyIsThereAndReachedByKeyboard() {
        assertEquals(5, families().getTabs().size());
        for (int tab = 0; tab < 5; tab++) {
            select(tab);
            Desk.picture(scene, "virtual-devices-" + tab);
            for (Node node : scene.getRoot().lookupAll(".button, .check-box, .combo-box, .text-field, .spinner")) {
                boolean inside = node.getStyleClass().contains("text-field") && node.getParent() instanceof Control;
                assertTrue(inside || node.isFocusTraversable(), node.toString());
            }
        }
    }

    @Test
    void aFaultMeetsTheNextAnswerOfTheDeviceThatWasChosen() throws Exception {
        select(4);
        Desk.run(() -> find(ComboBox.class, "fault.device").getSelectionModel().select(5));
        press("fault.plan");
        assertEquals(1, twins.terminal().wire().pending());
        assertTrue(find(Label.class, "fault.told").getText().startsWith("Terminale POS: Silenzio"));
        try (Socket desk = connect(twins.terminal().address())) {
            byte[] status = HexFormat.of().parseHex("02313233343536373830730335");
            desk.getOutputStream().write(status);
            InputStream in = desk.getInputStream();
            assertEquals(0x02, in.read(), "the acknowledgement is the answer that was silenced");
        }
        assertEquals(0, twins.terminal().wire().pending());
        press("fault.plan");
        press("fault.heal");
        assertEquals(0, twins.terminal().wire().pending());
        press("line.unplug");
        await(() -> !twins.terminal().line().isPluggedIn());
        press("line.plug");
        await(() -> twins.terminal().line().isPluggedIn());
    }

    @Test
    void whatTheBankDecidedIsShown() throws Exception {
        select(3);
        twins.terminal().script(TerminalScenario.payment().refuses("CARTA SCADUTA"));
        try (Socket desk = connect(twins.terminal().address())) {
            String payment = "123456780P00000001" + "00000" + "00003675" + " ".repeat(128) + "00000000";
            desk.getOutputStream().write(2);
            desk.getOutputStream().write(payment.getBytes(StandardCharsets.US_ASCII));
            desk.getOutputStream().write(new byte[] {3, 0x20});
            await(() -> !twins.terminal().operations().isEmpty());
            assertFalse(twins.terminal().operations().getFirst().approved());
            await(() -> Desk.onFx(() -> find(Label.class, "pay.done").getText().contains("36,75\u00a0€: rifiutato")));
        }
    }

    @Test
    void theSecondDisplayShowsWhatItIsSent() throws Exception {
        select(1);
        try (Socket desk = connect(twins.secondDisplay().address())) {
            assertNotNull(desk);
            String frame = "\0\0\0\0\0\u0001Z00\u0002AA\u001b bA047\u0004";
            desk.getOutputStream().write(frame.getBytes(StandardCharsets.US_ASCII));
            await(() -> twins.secondDisplay().lines().toString().contains("A047"));
            await(() -> Desk.onFx(() -> scene.getRoot().lookupAll(".virtual-display").stream()
                    .anyMatch(node -> ((Label) node).getText().contains("A047"))));
        }
    }
}
