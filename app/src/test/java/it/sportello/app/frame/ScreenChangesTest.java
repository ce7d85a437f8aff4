package it.sportello.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.window.Desk;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the frame shows goes with the screen it belongs to. */
class ScreenChangesTest {
    private final BooleanProperty offered = new SimpleBooleanProperty();
    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(1366, 768);
        Desk.run(() -> {
            Navigator navigator = desk.parts.navigator();
            navigator.register(ScreenKeys.HOME, (work, nothing) -> new Plain());
            navigator.register(ScreenKeys.PRINTS, (work, nothing) -> new Plain());
            navigator.restart(ScreenKeys.HOME);
        });
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aWarningStaysBehindWithItsScreenAndNewsDoNot() {
        Desk.run(() -> {
            desk.parts.messages().attention("Codice letto, ma non serve.");
            desk.parts.navigator().open(ScreenKeys.PRINTS);
        });
        assertEquals(
                Optional.empty(),
                Desk.onFx(() -> desk.parts.messages().latestProperty().get()));
        Desk.run(() -> {
            desk.parts.messages().good("Fatto.");
            desk.parts.navigator().back();
        });
        assertTrue(Desk.onFx(() -> desk.parts.messages().latestProperty().get().isPresent()));
    }

    @Test
    void whatWasDoneForOnePersonIsNotToldOverTheNext() {
        Desk.run(() -> {
            desk.parts.messages().good("Incasso registrato.");
            desk.parts.navigator().beginWork();
        });
        assertEquals(
                Optional.empty(),
                Desk.onFx(() -> desk.parts.messages().latestProperty().get()));
        Desk.run(() -> {
            desk.parts.messages().waiting("Una stampa aspetta una decisione.");
            desk.parts.navigator().beginWork();
        });
        assertTrue(Desk.onFx(() -> desk.parts.messages().latestProperty().get().isPresent()));
    }

    @Test
    void aPrimaryActionIsShownWhileItIsOffered() {
        assertFalse(isPrimaryShown());
        Desk.run(() -> offered.set(true));
        assertTrue(isPrimaryShown());
        Desk.run(() -> offered.set(false));
        assertFalse(isPrimaryShown());
    }

    private boolean isPrimaryShown() {
        return Desk.onFx(
                () -> desk.window.scene().getRoot().lookup(".button.primary").isVisible());
    }

    private final class Plain implements Screen {
        private final VBox root = new VBox();

        @Override
        public String id() {
            return "S99";
        }

        @Override
        public String title() {
            return "Prova";
        }

        @Override
        public Parent root() {
            return root;
        }

        @Override
        public Optional<KeyAction> primary() {
            return Optional.of(KeyAction.always(Verb.COLLECT, "_Incassa", () -> {}));
        }

        @Override
        public Optional<ObservableBooleanValue> primaryOffered() {
            return Optional.of(offered);
        }
    }
}
