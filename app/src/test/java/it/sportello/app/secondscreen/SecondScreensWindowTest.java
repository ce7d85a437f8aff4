package it.sportello.app.secondscreen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Queues;
import it.sportello.app.frame.CitizenLanguage;
import it.sportello.app.frame.CitizenMessage;
import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.SecondScreenUse;
import it.sportello.app.frame.Theme;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Layout;
import it.sportello.domain.money.Money;
import it.sportello.offlinecache.remote.Answer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second window, really open: chosen in the preferences, filled by the desk, legible at every size. */
@Timeout(120)
class SecondScreensWindowTest {
    private static final String LONG_SITE = "Presidio Ospedaliero dell'Angelo, Poliambulatorio di Mestre e Terraferma";

    /** Height of a capital of Noto Sans in its size. */
    private static final double CAPITAL = 0.714;

    private final ObjectProperty<CitizenMessage> told = new SimpleObjectProperty<>(new CitizenMessage.Waiting());
    private final AtomicBoolean away = new AtomicBoolean();
    private final List<Queues.Entry> calls = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @SuppressWarnings("NullAway.Init")
    private SecondScreens screens;

    private final class Home implements Screen {
        private final VBox root = new VBox(new Label("Scrivania"));

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
        public ObservableValue<CitizenMessage> forCitizen() {
            return told;
        }
    }

    @BeforeEach
    void open() {
        desk = Desk.open(1366, 768);
        Instant now = Desk.CLOCK.instant();
        for (int i = 5; i >= 1; i--) {
            calls.add(new Queues.Entry(
                    "t" + i,
                    "AB".charAt(i % 2) + "0" + (40 + i),
                    "A",
                    "CALLED",
                    now.minusSeconds(900),
                    Optional.of(now.minusSeconds(100L - i)),
                    Optional.of(i * 3),
                    i));
        }
        Desk.run(() -> {
            screens = new SecondScreens(
                    desk.parts,
                    new BoardViewModel.Surroundings(this::state, () -> true, () -> true, desk.background, Desk.CLOCK),
                    desk.frame.words());
            desk.parts.navigator().register(ScreenKeys.HOME, (work, nothing) -> new Home());
            desk.parts.navigator().restart(ScreenKeys.HOME);
            desk.parts.state().placeProperty().set(Optional.of(new DeskState.Place("Azienda", LONG_SITE, 12)));
            desk.parts
                    .state()
                    .operatorProperty()
                    .set(Optional.of(new DeskState.Person("Gianfrancesco Maria", "40017")));
            screens.follow();
        });
    }

    private Answer<Queues.QueueState> state() {
        if (away.get()) {
            throw new IllegalStateException("the server is away");
        }
        return new Answer.Done<>(new Queues.QueueState("site", List.of(), List.copyOf(calls), Desk.CLOCK.instant()));
    }

    @AfterEach
    void close() {
        Desk.run(screens::close);
        desk.close();
    }

    private Scene show(SecondScreenUse use, Theme theme, int width, int height) {
        return show(use, theme, width, height, Look.SMALLEST_TEXT);
    }

    private Scene show(SecondScreenUse use, Theme theme, int width, int height, int percent) {
        Desk.run(() -> {
            wish(use, theme, percent);
            Stage stage = screens.stage().orElseThrow();
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        return screens.stage().orElseThrow().getScene();
    }

    private void wish(SecondScreenUse use, Theme theme, int percent) {
        Look look = desk.parts.appearance().look();
        desk.parts
                .appearance()
                .lookProperty()
                .set(look.withTheme(theme)
                        .withTextPercent(percent)
                        .withReducedMotion(true)
                        .withSecondScreen(use));
    }

    private static List<String> texts(Parent root) {
        List<String> found = new ArrayList<>();
        for (Node child : root.getChildrenUnmodifiable()) {
            if (child instanceof Labeled labeled
                    && labeled.isVisible()
                    && !labeled.getText().isBlank()) {
                found.add(labeled.getText());
            }
            if (child instanceof Parent parent && child.isVisible()) {
                found.addAll(texts(parent));
            }
        }
        return found;
    }

    private static void assertLegible(Scene scene, String picture) {
        Desk.picture(scene, picture);
        assertEquals(List.of(), Desk.onFx(() -> Layout.cutTexts(scene.getRoot())), picture);
        assertEquals(List.of(), Desk.onFx(() -> Layout.outside(scene.getRoot())), picture);
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT,1366,768,100",
        "LIGHT,1920,1080,100",
        "DARK,1920,1080,100",
        "CONTRAST,1920,1080,200",
        "DARK,1366,768,200",
        "LIGHT,1080,1920,100",
        "CONTRAST,1080,1920,200"
    })
    @Tag("R-A11-4")
    void theBoardReadsFromFarAway(Theme theme, int width, int height, int percent) {
        Scene scene = show(SecondScreenUse.BOARD, theme, width, height, percent);
        assertLegible(scene, "board-" + theme + "-" + width + "-" + percent);
        List<String> texts = Desk.onFx(() -> texts(scene.getRoot()));
        assertTrue(
                texts.containsAll(List.of("B045", "Sportello 15", "A044", "12", "B043", "9", "A042", "B041")),
                texts.toString());
        // Capitals seen under 16 minutes of arc are read: 23 mm at 5 m, a thirteenth of the height of a 24 inch
        // monitor.
        double shorter = Math.min(width, height);
        for (String number : List.of("B045", "Sportello 15", "A044", "12")) {
            double size =
                    Desk.onFx(() -> label(scene.getRoot(), number).getFont().getSize());
            assertTrue(size * CAPITAL > shorter / 13, number + " " + size);
        }
    }

    private static Label label(Parent root, String text) {
        for (Node child : root.getChildrenUnmodifiable()) {
            if (child instanceof Label label && label.getText().equals(text)) {
                return label;
            }
            if (child instanceof Parent parent && texts(parent).contains(text)) {
                return label(parent, text);
            }
        }
        throw new AssertionError("no " + text);
    }

    @Test
    void aNewCallCatchesTheEyeAndTheLineMayBreak() {
        Scene scene = show(SecondScreenUse.BOARD, Theme.LIGHT, 1366, 768);
        Desk.run(() -> screens.called("A046", 12));
        assertLegible(scene, "board-new");
        assertTrue(Desk.onFx(() -> texts(scene.getRoot())).contains("Nuova chiamata"));
        away.set(true);
        Desk.run(() -> {
            desk.parts
                    .appearance()
                    .lookProperty()
                    .set(desk.parts.appearance().look().withSecondScreen(SecondScreenUse.NONE));
            desk.parts
                    .appearance()
                    .lookProperty()
                    .set(desk.parts.appearance().look().withSecondScreen(SecondScreenUse.BOARD));
        });
        Scene again = screens.stage().orElseThrow().getScene();
        Desk.run(() -> {
            screens.stage().orElseThrow().setWidth(1366);
            screens.stage().orElseThrow().setHeight(768);
        });
        assertLegible(again, "board-away");
        List<String> texts = Desk.onFx(() -> texts(again.getRoot()));
        assertTrue(texts.contains("A046") && texts.contains("B045"), texts.toString());
        assertTrue(texts.stream().anyMatch(text -> text.startsWith("Senza collegamento dalle 9:20")), texts.toString());
    }

    @Test
    void theBoardOfADeskAtWhichNobodyWorks() {
        show(SecondScreenUse.BOARD, Theme.LIGHT, 1920, 1080);
        Desk.run(() -> desk.parts.state().operatorProperty().set(Optional.empty()));
        Desk.run(() -> wish(SecondScreenUse.NONE, Theme.LIGHT, Look.SMALLEST_TEXT));
        Scene scene = show(SecondScreenUse.BOARD, Theme.LIGHT, 1920, 1080);
        assertLegible(scene, "board-resting");
        List<String> texts = Desk.onFx(() -> texts(scene.getRoot()));
        assertTrue(texts.contains("B045"), texts.toString());
        assertTrue(texts.stream().anyMatch(text -> text.startsWith("Numeri non aggiornati")), texts.toString());
    }

    @Test
    void theBoardBeforeTheFirstCall() {
        calls.clear();
        Scene scene = show(SecondScreenUse.BOARD, Theme.LIGHT, 1366, 768);
        assertLegible(scene, "board-empty");
        List<String> texts = Desk.onFx(() -> texts(scene.getRoot()));
        assertTrue(texts.contains("In attesa della prima chiamata"), texts.toString());
    }

    private static CitizenMessage visits(int count, CitizenLanguage language) {
        List<CitizenMessage.Visit> visits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            visits.add(new CitizenMessage.Visit(
                    LocalDateTime.of(2026, 3, 3 + i, 9, 20),
                    new CitizenMessage.Place(LONG_SITE),
                    new CitizenMessage.Place("Via Paccagnella 11, 30174 Venezia Mestre"),
                    new CitizenMessage.Place("Piano 2, stanza 214"),
                    new CitizenMessage.BookingNumber("CUP-2026-00004" + i)));
        }
        return new CitizenMessage.Appointments(visits, true, language);
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT,1366,768,100,ZH",
        "DARK,1366,768,100,RU",
        "LIGHT,1366,768,200,EN",
        "CONTRAST,1366,768,100,FR",
        "LIGHT,1366,768,100,RO",
        "LIGHT,1366,768,100,IT",
        "LIGHT,1366,768,100,ES",
        "LIGHT,1920,1080,100,RU",
        "DARK,1920,1080,200,EN",
        "CONTRAST,1920,1080,100,ZH",
        "LIGHT,1080,1920,100,RO",
        "CONTRAST,1080,1920,200,RU"
    })
    @Tag("R-A11-4")
    @Tag("R-I18-4")
    void theCitizenReadsEveryPage(Theme theme, int width, int height, int percent, CitizenLanguage language) {
        Scene scene = show(SecondScreenUse.CITIZEN, theme, width, height, percent);
        String name = "citizen-" + theme + "-" + width + "-" + percent + "-" + language + "-";
        List<CitizenMessage> pages = List.of(
                new CitizenMessage.Waiting(),
                new CitizenMessage.ToPay(Money.ofCents(123_615)),
                new CitizenMessage.Paid(Money.ofCents(123_615), Money.ofCents(125_000), Money.ofCents(1_385)),
                new CitizenMessage.PaidByCard(Money.ofCents(123_615)),
                visits(1, language),
                visits(3, language),
                new CitizenMessage.Consent(CitizenMessage.ConsentKind.EMAIL, yes -> {}));
        for (int i = 0; i < pages.size(); i++) {
            CitizenMessage page = pages.get(i);
            Desk.run(() -> {
                told.set(page);
                button(scene.getRoot(), language.ownName()).fire();
            });
            assertLegible(scene, name + i);
            assertEquals(List.of(), Desk.onFx(() -> Layout.nameless(scene.getRoot())), name + i);
            boolean several = page instanceof CitizenMessage.Appointments told
                    && told.visits().size() > 1;
            assertTrue(several || Desk.onFx(() -> isWhole(scene.getRoot())), name + i + " has to be scrolled");
        }
        List<String> texts = Desk.onFx(() -> texts(scene.getRoot()));
        assertTrue(texts.contains("Sportello 12") && texts.contains("Operatore 40017"), texts.toString());
    }

    /** Whether nothing is below the edge of the page. */
    private static boolean isWhole(Parent root) {
        return root.lookupAll(".citizen-scroll").stream()
                .map(ScrollPane.class::cast)
                .allMatch(scroll -> scroll.getContent().getLayoutBounds().getHeight()
                        <= scroll.getViewportBounds().getHeight() + 1);
    }

    private static Button button(Parent root, String name) {
        return (Button) root.lookupAll(".button").stream()
                .filter(node -> name.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("R-A11-1")
    void aConsentIsGivenByKeys() {
        Scene scene = show(SecondScreenUse.CITIZEN, Theme.LIGHT, 1366, 768);
        List<Boolean> heard = new ArrayList<>();
        Desk.run(() -> told.set(new CitizenMessage.Consent(CitizenMessage.ConsentKind.SMS, heard::add)));
        Desk.run(() -> {
            scene.getWindow().requestFocus();
            assertEquals(
                    "Non acconsento", scene.getFocusOwner().getAccessibleText(), "refusing is what Enter does first");
            press(scene, KeyCode.TAB);
            assertEquals("Acconsento", scene.getFocusOwner().getAccessibleText());
            press(scene, KeyCode.SPACE);
        });
        assertEquals(List.of(true), heard);
        assertFalse(Desk.onFx(() -> texts(scene.getRoot())).contains("Acconsento"));
    }

    private static void press(Scene scene, KeyCode code) {
        Node focus = scene.getFocusOwner();
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(focus, new KeyEvent(type, "", "", code, false, false, false, false));
        }
    }

    @Test
    @Tag("R-SEC-7")
    @Tag("R-SEC-2")
    void whatWasToldGoesWithTheLockTheWorkAndTheOperator() {
        Scene scene = show(SecondScreenUse.CITIZEN, Theme.LIGHT, 1366, 768);
        Desk.run(() -> told.set(new CitizenMessage.ToPay(Money.ofCents(4650))));
        assertTrue(Desk.onFx(() -> texts(scene.getRoot())).contains("46,50\u00a0€"));
        Desk.run(screens::locked);
        assertFalse(Desk.onFx(() -> texts(scene.getRoot())).contains("46,50\u00a0€"));
        Desk.picture(scene, "citizen-locked");
        Desk.run(screens::unlocked);
        assertTrue(Desk.onFx(() -> texts(scene.getRoot())).contains("46,50\u00a0€"));
        Desk.run(() -> desk.parts.navigator().beginWork());
        assertFalse(Desk.onFx(() -> texts(scene.getRoot())).contains("46,50\u00a0€"));
        Desk.run(() -> desk.parts.navigator().home());
        assertTrue(Desk.onFx(() -> texts(scene.getRoot())).contains("46,50\u00a0€"));
        Desk.run(() -> desk.parts.state().operatorProperty().set(Optional.empty()));
        List<String> closed = Desk.onFx(() -> texts(scene.getRoot()));
        Desk.picture(scene, "citizen-closed");
        assertTrue(closed.contains("Sportello chiuso") && !closed.contains("46,50\u00a0€"), closed.toString());
        assertEquals(
                "Schermo cittadino",
                Desk.onFx(() -> screens.stage().orElseThrow().getTitle()));
    }

    @Test
    void whoClosesTheWindowHasChosenNone() {
        show(SecondScreenUse.CITIZEN, Theme.LIGHT, 800, 600);
        Desk.run(() -> {
            Stage stage = screens.stage().orElseThrow();
            Event.fireEvent(stage, new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
        });
        assertEquals(
                SecondScreenUse.NONE,
                Desk.onFx(() -> desk.parts.appearance().look().secondScreen()));
        assertEquals(Optional.empty(), Desk.onFx(() -> screens.stage()));
    }
}
