package it.sportello.app.window;

import it.sportello.app.frame.*;
import it.sportello.app.frame.Citizen.Tone;
import java.time.*;
import java.util.*;
import javafx.collections.*;
import javafx.scene.*;
import javafx.scene.control.*;
import javafx.scene.layout.*;
import org.junit.jupiter.api.Test;

class FramePictureTest {
    @Test
    void pictures() {
        try (Desk desk = Desk.open(1366, 768)) {
            Desk.run(() -> {
                desk.parts.state().placeProperty().set(Optional.of(new DeskState.Place("Azienda", "Poliambulatorio Santa Chiara", 5)));
                desk.parts.state().operatorProperty().set(Optional.of(new DeskState.Person("Caterina Orsini", "10423")));
                desk.parts.state().profileProperty().set(Optional.of(Profile.SSN));
                desk.parts.state().tillProperty().set(Optional.of(new DeskState.TillNotice(Tone.GOOD, "Cassa aperta dalle 7:52")));
                desk.parts.state().lineProperty().set(DeskState.Line.ONLINE);
                desk.parts.state().lamps().add(new Lamp("p", "Stampante", Tone.ATTENTION, "carta in esaurimento", "x"));
                desk.parts.state().lamps().add(new Lamp("c", "Lettore tessere", Tone.GOOD, "pronto", ""));
                desk.parts.state().longestWaitProperty().set(Optional.of(Duration.ofMinutes(8)));
                desk.parts.state().waitToneProperty().set(Tone.ATTENTION);
                desk.parts.state().versionProperty().set("0.1.0");
                desk.parts.actions().everywhere().add(KeyAction.always(Verb.CALL_NEXT, "Chiama", () -> {}));
                desk.parts.actions().everywhere().add(KeyAction.always(Verb.FIND_PERSON, "Assistito", () -> {}));
                desk.parts.actions().everywhere().add(KeyAction.when(Verb.COLLECT, "Incassa", new javafx.beans.property.SimpleBooleanProperty(false), "La cassa è chiusa: aprirla con Ctrl+K «apri cassa».", () -> {}));
                desk.parts.actions().everywhere().add(KeyAction.always(Verb.PALETTE, "Comandi", desk.window::openPalette));
                desk.parts.actions().everywhere().add(KeyAction.always(Verb.BACK, "Indietro", desk.window::back));
                desk.parts.navigator().register(ScreenKeys.HOME, (work, nothing) -> new Probe());
                desk.parts.navigator().register(ScreenKeys.CASH_IN, (work, nothing) -> new Probe());
                desk.parts.navigator().restart(ScreenKeys.HOME);
                desk.parts.navigator().open(ScreenKeys.CASH_IN);
                desk.parts.navigator().currentWork().citizen().calledProperty().set(Optional.of(new CitizenContext.Called(Optional.empty(), "A042", Desk.CLOCK.instant().minusSeconds(249))));
                desk.parts.navigator().currentWork().citizen().serve(new Citizen("p1", "DELL'ACQUA VISCONTI", "GIANFRANCESCO MARIA", "DLLGFR70A01H501X", LocalDate.of(1970, 1, 1), Optional.empty(), Optional.of("dott. Rossi"), List.of(new Citizen.Chip(Tone.INFORMATION, "Esenzione E01"), new Citizen.Chip(Tone.ATTENTION, "Manca il telefono"), new Citizen.Chip(Tone.NEUTRAL, "Dovuti 1.236,15 €"))));
                desk.parts.messages().good("Ricevuta SSN-R-T01A/2026/000123 stampata.");
            });
            for (Theme theme : Theme.values()) {
                Desk.run(() -> desk.parts.appearance().lookProperty().set(Look.standard().withTheme(theme)));
                desk.picture("frame-1366-" + theme);
            }
            Desk.run(() -> { desk.parts.appearance().lookProperty().set(Look.standard()); desk.window.openPalette(); });
            desk.picture("palette");
            Desk.run(() -> { desk.window.back(); desk.window.dialogs().confirm(new Confirmation(Tone.ATTENTION, "Incassare in contanti?", "1.236,15 €", List.of("DELL'ACQUA VISCONTI GIANFRANCESCO MARIA, 3 dovuti.", "La ricevuta parte subito; dopo si può solo annullare."), "_Incassa 1.236,15 €", "_Torna indietro"), () -> {}); });
            desk.picture("confirm");
            Desk.run(() -> { desk.window.back(); desk.parts.appearance().lookProperty().set(Look.standard().withTextPercent(200)); desk.resize(1920, 1080); });
            desk.picture("frame-1920-200");
            Desk.run(() -> { desk.parts.appearance().lookProperty().set(Look.standard()); });
            desk.picture("frame-1920-100");
        }
    }

    static final class Probe implements Screen {
        final VBox root = new VBox();
        Probe() {
            root.getStyleClass().addAll("screen", "gap-12");
            TextField field = new TextField("36,15");
            HelpText.set(field, "L'importo ricevuto in contanti. La virgola e il punto del tastierino valgono lo stesso.");
            Label l = new Label("Contante ricevuto"); l.getStyleClass().add("field-label");
            VBox card = new VBox(new Label("Dovuti aperti"), new CheckBox("Visita cardiologica 36,15 €"), l, field, new Button("_Aggiungi"), new ComboBox<>(FXCollections.observableArrayList("a")));
            card.getStyleClass().addAll("card", "gap-8");
            root.getChildren().add(card);
        }
        @Override public String id() { return "S21"; }
        @Override public String title() { return "Carrello e incasso"; }
        @Override public Parent root() { return root; }
        @Override public String help() { return "Spazio sceglie il dovuto, F12 conclude."; }
        @Override public Optional<KeyAction> primary() { return Optional.of(KeyAction.always(Verb.CONCLUDE, "_Incassa 36,15 €", () -> {})); }
    }
}
