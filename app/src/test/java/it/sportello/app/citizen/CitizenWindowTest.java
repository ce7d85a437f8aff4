package it.sportello.app.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Persons;
import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.ScanRouter;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Theme;
import it.sportello.app.prescription.PrescriptionPictures;
import it.sportello.app.prescription.PrescriptionScreens;
import it.sportello.app.service.TestDesk;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Promised;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.offlinecache.remote.BackendFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.Animation;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search, page and prescription in a real window, by keys and readings only. */
class CitizenWindowTest {
    private static final String LONG = "DELL'ACQUA VISCONTI";
    private static final String LONG_CODE = TestDesk.code(LONG, "GIANFRANCESCO MARIA", "H501");
    private static final String MARIA = TestDesk.code("ROSSI", "MARIA", "L736");
    private static final String NOT_HERE = TestDesk.code("BIANCHI", "LUCA", "H501");

    @TempDir
    Path home;

    private TestDesk desk;
    private Desk window;
    private ScanRouter scans;

    @BeforeEach
    void open() {
        desk = new TestDesk(home);
        put("P1", TestDesk.ROSSI, "ROSSI", "MARIO");
        put("P2", MARIA, "ROSSI", "MARIA");
        put("P3", LONG_CODE, LONG, "GIANFRANCESCO MARIA");
        PrescriptionPictures.put(desk.server);
        window = Desk.open(1366, 768);
        scans = Desk.onFx(() -> {
            ScanRouter router = new ScanRouter(window.parts.navigator(), () -> {});
            CitizenScreens citizens = new CitizenScreens(
                    desk.store.journal(), desk.server.backend(), desk.store.cache(), desk, window.frame);
            PrescriptionScreens prescriptions = new PrescriptionScreens(
                    desk.server.backend(),
                    desk.files,
                    desk,
                    window.parts.state(),
                    ExemptionCatalogue.shipped(),
                    window.frame);
            citizens.register(window.parts.navigator());
            prescriptions.register(window.parts.navigator());
            citizens.routes(router);
            window.parts.navigator().register(ScreenKeys.HOME, (work, nothing) -> new Home());
            window.parts.navigator().register(ScreenKeys.AVAILABILITY, (work, number) -> new Home());
            window.parts.navigator().restart(ScreenKeys.HOME);
            return router;
        });
    }

    private void put(String id, String code, String surname, String names) {
        Persons.PersonRecord person = TestDesk.person(id, code, surname, names);
        desk.server.files.put(id, TestDesk.file(person));
    }

    @AfterEach
    void close() {
        window.close();
        desk.close();
    }

    @Test
    @Tag("R-KEY-2")
    @Tag("R-A11-1")
    void surnameAndBirthDateThenTheDigitOfTheHomonym() {
        find("");
        type("rossi");
        press(KeyCode.ENTER);
        type("01011970");
        press(KeyCode.ENTER);
        window.settle();
        typed("2");
        assertEquals("S07", screen().id());
        assertEquals("P2", citizen().personId());
        assertTrue(screen().root().isVisible());
    }

    @Test
    @Tag("Q52")
    void aBarCodeOpensThePageFromAnyScreenAndSomebodyElseGetsAWorkOfTheirOwn() {
        read(new Reading.Code(TestDesk.ROSSI));
        assertEquals("S07", screen().id());
        assertEquals("P1", citizen().personId());
        read(new Reading.Code(MARIA));
        assertEquals("P2", citizen().personId());
        assertEquals(2, Desk.onFx(() -> window.parts.navigator().works().size()).intValue());
        read(new Reading.Code(TestDesk.ROSSI));
        assertEquals("P1", citizen().personId());
        assertEquals(2, Desk.onFx(() -> window.parts.navigator().works().size()).intValue());
    }

    @Test
    void aCardOpensThePageAndItsWarningIsSaid() {
        read(new Reading.Card(
                TestDesk.ROSSI,
                "ROSSI",
                "MARIO",
                Optional.of(java.time.LocalDate.of(1970, 1, 1)),
                List.of("Tessera scaduta il 01/01/2026: verificare l’assistenza in anagrafe.")));
        assertEquals("S07", screen().id());
        assertTrue(Desk.onFx(() -> window.parts.messages().latestProperty().get())
                .orElseThrow()
                .text()
                .startsWith("Tessera scaduta"));
    }

    @Test
    void aWrongTaxCodeScannedIsExplainedInPlace() {
        read(new Reading.Code("RSSMRA70A01H501A"));
        assertEquals("S06", screen().id());
        assertTrue(texts(screen().root()).stream().anyMatch(text -> text.contains("«S»")));
    }

    @Test
    void whyAKeyWasDeadIsForgottenOnTheNextScreen() {
        Desk.run(() -> window.parts.navigator().open(ScreenKeys.PRESCRIPTION, ""));
        press(KeyCode.F12);
        assertTrue(Desk.onFx(() -> window.parts.messages().latestProperty().get())
                .orElseThrow()
                .text()
                .contains("premere Invio"));
        read(new Reading.Code(TestDesk.ROSSI));
        assertTrue(
                Desk.onFx(() -> window.parts.messages().latestProperty().get()).isEmpty());
    }

    @Test
    void enterEndsTheTypingSoThatItsAnswerStays() {
        find("");
        PersonSearchView view = (PersonSearchView) screen();
        type("rssmra70a01h501a");
        assertEquals(Animation.Status.RUNNING, Desk.onFx(view.pause::getStatus));
        press(KeyCode.ENTER);
        typed("\r");
        assertEquals(Animation.Status.STOPPED, Desk.onFx(view.pause::getStatus));
        assertTrue(texts(screen().root()).stream().anyMatch(text -> text.contains("«S»")));
    }

    @Test
    void halvesOfAPrescriptionFindTheirScreenAndItsPerson() {
        read(new Reading.Code("2345678901"));
        assertEquals("S11", screen().id());
        read(new Reading.Code("050A1"));
        assertEquals("P1", citizen().personId());
        press(KeyCode.ENTER);
        assertEquals("HOME", screen().id());
    }

    @Test
    @Tag("R-KEY-2")
    void aDigitMovesToItsBlock() {
        read(new Reading.Code(TestDesk.ROSSI));
        window.settle();
        press(KeyCode.DIGIT3);
        Parent root = screen().root();
        assertEquals(Optional.of(3), Desk.onFx(() -> ((BlockColumns) root.lookup(".page-blocks")).focusedDigit()));
    }

    @Test
    @Tag("R-A11-2")
    void everyControlHasItsName() {
        for (String id : List.of("S06", "S07", "S11")) {
            show(id);
            window.settle();
            Parent root = screen().root();
            Desk.run(() -> controls(root)
                    .forEach(control -> assertFalse(
                            control.getAccessibleText() == null
                                    || control.getAccessibleText().isBlank(),
                            id + " " + control)));
        }
    }

    @Test
    @Tag("R-SEC-2")
    void titlesAreWithoutPersonalData() {
        for (String id : List.of("S06", "S07", "S11")) {
            show(id);
            assertFalse(screen().title().contains("ROSSI"));
        }
    }

    /** The pictures are also to be looked at. */
    @Test
    @Tag("R-A11-4")
    void everyStateIsWholeInEveryLook() {
        for (Theme theme : Theme.values()) {
            look(theme, 100, 1366, 768);
            find("");
            Promised.look(window, "s06-empty-" + theme);
            fill();
            Promised.look(window, "s06-homonyms-" + theme);
            scanned(LONG_CODE, "s07-" + theme);
            scanned("050A12345678901", "s11-" + theme);
            home();
        }
        look(Theme.LIGHT, 100, 1366, 768);
        read(new Reading.Code("RSSMRA70A01H501A"));
        Promised.look(window, "s06-wrong");
        PrescriptionPictures.taken(desk.server);
        scanned("050A12345678901", "s11-taken");
        home();
        desk.server.fault = Optional.of(BackendFault.Code.UNREACHABLE);
        scanned(NOT_HERE, "s06-offline");
        scanned("050A12345678901", "s11-offline");
        home();
        scanned(LONG_CODE, "s07-cached");
        desk.server.fault = Optional.empty();
        home();
        look(Theme.LIGHT, 200, 1920, 1080);
        find("");
        fill();
        Promised.look(window, "s06-200");
        scanned(LONG_CODE, "s07-200");
        scanned("050A12345678901", "s11-200");
        home();
        look(Theme.LIGHT, 100, 1920, 1080);
        scanned(LONG_CODE, "s07-1920");
    }

    private void scanned(String code, String name) {
        home();
        read(new Reading.Code(code));
        Promised.look(window, name);
    }

    private void fill() {
        PersonSearchView view = (PersonSearchView) screen();
        Desk.run(() -> view.text.setText("ROSSI 1/1/1970"));
        press(KeyCode.F12);
        window.settle();
    }

    private void look(Theme theme, int percent, int width, int height) {
        Promised.size(window, Look.standard().withTheme(theme).withTextPercent(percent), width, height);
    }

    private void home() {
        Desk.run(() -> {
            while (!window.parts.navigator().works().isEmpty()) {
                window.parts.navigator().switchTo(1);
                window.parts.navigator().conclude();
            }
            window.parts.navigator().home();
        });
    }

    private void show(String id) {
        home();
        switch (id) {
            case "S07" -> read(new Reading.Code(TestDesk.ROSSI));
            case "S11" -> read(new Reading.Code("050A12345678901"));
            default -> find("");
        }
        assertEquals(id, screen().id());
    }

    private void find(String typed) {
        Desk.run(() -> window.parts.navigator().open(ScreenKeys.FIND_PERSON, typed));
        window.settle();
    }

    private void read(Reading reading) {
        Desk.run(() -> scans.route(reading));
        window.settle();
    }

    private Screen screen() {
        return Desk.onFx(() -> window.parts.navigator().current().orElseThrow());
    }

    private Citizen citizen() {
        return Desk.onFx(
                () -> window.parts.navigator().currentWork().citizen().citizen().orElseThrow());
    }

    private void type(String text) {
        text.chars().forEach(c -> typed(Character.toString(c)));
    }

    private void typed(String character) {
        Desk.run(() -> fire(
                new KeyEvent(KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false)));
    }

    private void press(KeyCode code) {
        Desk.run(() -> {
            fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            fire(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
        });
        window.settle();
    }

    private void fire(KeyEvent event) {
        Node owner = window.window.scene().getFocusOwner();
        Event.fireEvent(owner == null ? window.window.scene().getRoot() : owner, event);
    }

    private static List<Control> controls(Parent parent) {
        List<Control> found = new ArrayList<>();
        for (Node node : parent.lookupAll("*")) {
            if (node instanceof Control control && control.isFocusTraversable() && !(control instanceof ScrollBar)) {
                found.add(control);
            }
        }
        return found;
    }

    private static Set<String> texts(Parent root) {
        return Desk.onFx(() -> {
            Set<String> all = new java.util.HashSet<>();
            root.lookupAll(".label").forEach(node -> {
                if (node instanceof Label label) {
                    all.add(label.getText());
                }
            });
            return all;
        });
    }

    private static final class Home implements Screen {
        private final VBox root = new VBox();

        @Override
        public String id() {
            return "HOME";
        }

        @Override
        public String title() {
            return "Scrivania";
        }

        @Override
        public Parent root() {
            return root;
        }
    }
}
