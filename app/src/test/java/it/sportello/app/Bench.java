package it.sportello.app;

import it.sportello.app.frame.KeyChord;
import it.sportello.app.window.Desk;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keys and waiting for tests of a whole workstation. */
final class Bench {
    private Bench() {}

    static void type(Workstation workstation, String text) {
        Desk.run(() -> {
            if (scene(workstation).getFocusOwner() instanceof TextInputControl field) {
                field.insertText(field.getCaretPosition(), text);
            } else {
                throw new AssertionError("no field has the focus");
            }
        });
    }

    /** Presses and releases a key where the focus is. */
    static void press(Workstation workstation, String chord) {
        Desk.run(() -> {
            Scene scene = scene(workstation);
            down(scene, chord);
            up(scene, chord);
        });
    }

    static void down(Scene scene, String chord) {
        fire(scene, KeyEvent.KEY_PRESSED, chord);
    }

    static void up(Scene scene, String chord) {
        fire(scene, KeyEvent.KEY_RELEASED, chord);
    }

    private static void fire(Scene scene, javafx.event.EventType<KeyEvent> type, String chord) {
        KeyChord keys = KeyChord.of(chord);
        KeyCode code = keys.key().equals("ESC")
                ? KeyCode.ESCAPE
                : keys.key().matches("\\d") ? KeyCode.valueOf("DIGIT" + keys.key()) : KeyCode.valueOf(keys.key());
        Node owner = scene.getFocusOwner();
        Event.fireEvent(
                owner == null ? scene : owner,
                new KeyEvent(type, "", "", code, keys.shift(), keys.control(), false, false));
    }

    static Scene scene(Workstation workstation) {
        return workstation.stage().getScene();
    }

    static void await(String what, BooleanSupplier reached) {
        for (int i = 0; i < 1200; i++) {
            if (Desk.onFx(reached::getAsBoolean)) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(25);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("never: " + what);
    }

    static void awaitScreen(Workstation workstation, String id) {
        await(
                "screen " + id,
                () -> workstation
                        .frame()
                        .navigator()
                        .current()
                        .filter(screen -> screen.id().equals(id))
                        .isPresent());
    }
}
