package it.sportello.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

class ActionsTest {
    private final Navigator navigator = new Navigator(() -> {});
    private final Actions actions = new Actions(navigator);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("_Incassa 46,50 €");

    @Test
    void thePaletteCallsThePrimaryActionAsItsButtonDoes() {
        navigator.register(ScreenKeys.HOME, (work, nothing) -> new Collecting());
        navigator.restart(ScreenKeys.HOME);
        assertEquals("Incassa 46,50 €", actions.nameOf(actions.now().getFirst()));
        said.set("_Prossimo cittadino");
        assertEquals(
                List.of("Prossimo cittadino", "Ristampa"),
                actions.now().stream().map(actions::nameOf).toList());
    }

    private final class Collecting implements Screen {
        private final KeyAction conclude = KeyAction.always(Verb.CONCLUDE, "_Incassa", () -> {});

        @Override
        public String id() {
            return "S21";
        }

        @Override
        public String title() {
            return "Carrello";
        }

        @Override
        public Parent root() {
            return new Group();
        }

        @Override
        public Optional<KeyAction> primary() {
            return Optional.of(conclude);
        }

        @Override
        public Optional<ObservableValue<String>> primaryText() {
            return Optional.of(said);
        }

        @Override
        public javafx.collections.ObservableList<KeyAction> actions() {
            return javafx.collections.FXCollections.observableArrayList(KeyAction.unbound("_Ristampa", () -> {}));
        }
    }
}
