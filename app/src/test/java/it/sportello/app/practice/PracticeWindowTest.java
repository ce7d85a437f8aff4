package it.sportello.app.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues;
import it.sportello.api.ProblemCode;
import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.KeyChord;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.Profile;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Theme;
import it.sportello.app.frame.Verb;
import it.sportello.app.service.FakeBackend;
import it.sportello.app.service.TestDesk;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Layout;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.offlinecache.remote.BackendFault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S36 and S39 in a real window, by keys only (flows M3 and M4), and how they look. */
@Tag("R-KEY")
@Tag("R-A11-1")
class PracticeWindowTest {
    @TempDir
    Path home;

    private PracticeDesk practice;
    private Desk desk;
    private int keys;

    @BeforeEach
    void open() {
        practice = new PracticeDesk(home);
        practice.outcomes = List.of(
                new Dues.DueOutcome("D1", "Visita cardiologica di controllo", 3615, 0, true, "COVERED"),
                new Dues.DueOutcome(
                        "D2",
                        "Tomografia computerizzata del torace senza e con mezzo di contrasto",
                        123_615,
                        123_615,
                        false,
                        "NO_CODE_ON_PRESCRIPTION"),
                new Dues.DueOutcome("D3", "Emocromo", 1000, 1000, false, "BEGINS_LATER"));
        desk = Desk.open(1366, 768);
        Desk.run(this::furnish);
    }

    private void furnish() {
        PracticeScreens screens = new PracticeScreens(
                new PracticeScreens.Needs(
                        practice.journal(),
                        practice.sync(),
                        practice.desk.files,
                        practice.desk,
                        ExemptionCatalogue.shipped(),
                        practice.archive,
                        practice.prints,
                        new FxDoor()),
                desk.frame,
                practice.saved);
        screens.register(desk.parts.navigator());
        desk.parts.navigator().register(ScreenKeys.HOME, (work, nothing) -> new Page("S03"));
        desk.parts.navigator().register(ScreenKeys.PERSON, (work, nothing) -> new Page("S07"));
        desk.parts.state().profileProperty().set(Optional.of(Profile.MULTIFUNCTION));
        desk.parts
                .actions()
                .everywhere()
                .addAll(List.of(
                        KeyAction.always(
                                Verb.NEW_PRACTICE,
                                "Nuova pratica",
                                () -> desk.parts.navigator().open(ScreenKeys.PRACTICES)),
                        KeyAction.always(Verb.FIND_PERSON, "Assistito", () -> {}),
                        KeyAction.always(Verb.BACK, "Indietro", desk.window::back)));
        desk.parts.navigator().restart(ScreenKeys.HOME);
    }

    private void serve(String surname, String names) {
        practice.serve(TestDesk.person(PracticeDesk.PERSON, TestDesk.ROSSI, surname, names), LocalDate.of(1970, 1, 1));
        Desk.run(() -> {
            desk.parts.navigator().open(ScreenKeys.PERSON);
            desk.parts
                    .navigator()
                    .currentWork()
                    .citizen()
                    .serve(new Citizen(
                            PracticeDesk.PERSON,
                            surname,
                            names,
                            "RSSMRA70A01H501S",
                            LocalDate.of(1970, 1, 1),
                            Optional.empty(),
                            Optional.of("dott. Prova"),
                            List.of()));
        });
        desk.settle();
    }

    @AfterEach
    void close() {
        desk.close();
        practice.close();
        assertEquals(List.of(), desk.background.unexpected());
    }

    private void press(String chord) {
        keys++;
        Desk.run(() -> {
            fire(KeyEvent.KEY_PRESSED, chord);
            fire(KeyEvent.KEY_RELEASED, chord);
        });
        desk.settle();
    }

    private void fire(EventType<KeyEvent> type, String chord) {
        KeyChord pressed = KeyChord.of(chord);
        KeyCode code = pressed.key().matches("\\d")
                ? KeyCode.valueOf("DIGIT" + pressed.key())
                : pressed.key().equals("ESC") ? KeyCode.ESCAPE : KeyCode.valueOf(pressed.key());
        send(new KeyEvent(type, "", "", code, pressed.shift(), pressed.control(), false, false));
    }

    private void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            keys++;
            String typed = text.substring(i, i + 1);
            Desk.run(() ->
                    send(new KeyEvent(KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false)));
        }
        desk.settle();
    }

    private void send(KeyEvent event) {
        Node owner = desk.window.scene().getFocusOwner();
        Event.fireEvent(owner == null ? desk.window.scene() : owner, event);
    }

    private String shown() {
        return Desk.onFx(() -> desk.parts.navigator().current().orElseThrow().id());
    }

    private void looksWell(String name) {
        desk.picture("practice/" + name);
        Parent root = Desk.onFx(() -> desk.window.scene().getRoot());
        assertEquals(List.of(), Desk.onFx(() -> Layout.cutTexts(root)), name);
        assertEquals(List.of(), Desk.onFx(() -> Layout.outside(root)), name);
        assertEquals(List.of(), Desk.onFx(() -> Layout.nameless(root)), name);
    }

    @Test
    @Tag("B15")
    void anIncomeExemptionTakesTenKeysAtMost() {
        serve("ROSSI", "MARIO");
        press("F11");
        assertEquals("S36", shown());
        looksWell("s36");
        type("2");
        assertEquals("S39", shown());
        looksWell("s39-empty");
        type("E02");
        looksWell("s39-matches");
        press("ENTER");
        looksWell("s39-income");
        press("F12");
        assertEquals(1, practice.asked.size());
        assertTrue(keys <= 10, keys + " keys");
        looksWell("s39-registered");
        press("F12");
        assertEquals("S07", shown());
    }

    @Test
    void aDiseaseExemptionByKeysOnly() {
        serve("DELL'ACQUA VISCONTI", "GIANFRANCESCO MARIA");
        press("F11");
        type("2");
        type("neoplas");
        press("ENTER");
        looksWell("s39-disease");
        press("F12");
        looksWell("s39-disease-wrong");
        assertEquals(0, practice.asked.size());
        type("Azienda ospedaliera universitaria di prova");
        press("ENTER");
        type("01032026");
        press("ENTER");
        assertEquals(1, practice.asked.size());
        Desk.run(() -> desk.parts
                .navigator()
                .current()
                .orElseThrow()
                .actions()
                .getLast()
                .fire());
        desk.settle();
        looksWell("s39-saved");
    }

    @Test
    void anOverlapIsSeenBeforeItIsSent() {
        serve("ROSSI", "MARIO");
        press("F11");
        type("2");
        type("013");
        press("ENTER");
        looksWell("s39-overlap");
        type("Ospedale");
        press("F12");
        assertEquals(0, practice.asked.size());
        looksWell("s39-overlap-refused");
    }

    @Test
    void whoeverIsNotServedCannotHaveAPractice() {
        press("F11");
        looksWell("s36-nobody");
        type("2");
        assertEquals("S36", shown());
    }

    @Test
    void offLineAndThirdOutcomeAndRefusalHaveTheirOwnFaces() {
        serve("ROSSI", "MARIO");
        press("F11");
        type("2");
        type("E02");
        press("ENTER");
        practice.server = wish -> practice.refuse(FakeBackend.problem(ProblemCode.EXEMPTION_NOT_ASSIGNABLE));
        press("F12");
        looksWell("s39-refused");
        practice.server = wish -> practice.silent(BackendFault.Code.NOT_JSON);
        press("F12");
        looksWell("s39-not-confirmed");
        press("ESC");
        practice.desk.offline = true;
        press("F11");
        type("2");
        looksWell("s39-offline-waiting");
        type("E03");
        press("ENTER");
        press("F12");
        looksWell("s39-offline");
    }

    @Test
    @Tag("R-A11-4")
    void everySizeAndThemeShowsTheWholeScreen() {
        serve("DELL'ACQUA VISCONTI", "GIANFRANCESCO MARIA");
        press("F11");
        type("2");
        for (int percent : List.of(100, 125)) {
            look(Theme.LIGHT, percent, 1366, 768, "empty");
        }
        type("E02");
        press("ENTER");
        for (Theme theme : Theme.values()) {
            look(theme, 100, 1366, 768, "form");
        }
        look(Theme.LIGHT, 125, 1366, 768, "form");
        look(Theme.LIGHT, 100, 1920, 1080, "form");
        look(Theme.LIGHT, 200, 1920, 1080, "form");
        press("F12");
        for (Theme theme : Theme.values()) {
            look(theme, 100, 1366, 768, "result");
        }
        look(Theme.LIGHT, 125, 1366, 768, "result");
        look(Theme.LIGHT, 100, 1920, 1080, "result");
        look(Theme.LIGHT, 200, 1920, 1080, "result");
    }

    private void look(Theme theme, int percent, int width, int height, String what) {
        Desk.run(() -> {
            desk.resize(width, height);
            desk.parts
                    .appearance()
                    .lookProperty()
                    .set(Look.standard().withTheme(theme).withTextPercent(percent));
        });
        desk.settle();
        looksWell(String.join("-", "s39", what, Integer.toString(width), Integer.toString(percent), theme.name()));
    }

    /** A page of another group. */
    private static final class Page implements Screen {
        private final String id;
        private final VBox root = new VBox();

        Page(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String title() {
            return id;
        }

        @Override
        public Parent root() {
            return root;
        }
    }
}
