package it.sportello.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("Q52")
class ScanRouterTest {
    private final List<String> took = new ArrayList<>();
    private final Navigator navigator = new Navigator(() -> {});
    private final ScanRouter router = new ScanRouter(navigator, () -> took.add("nobody"));
    private boolean screenTakes;

    @BeforeEach
    void aScreen() {
        navigator.register(ScreenKeys.HOME, (work, nothing) -> new Listening());
        navigator.restart(ScreenKeys.HOME);
        router.route(reading -> reading instanceof Reading.Card && took.add("route of cards"));
        router.route(
                reading -> reading instanceof Reading.Code code && code.text().length() == 16 && took.add("route"));
    }

    @Test
    void theScreenComesFirst() {
        screenTakes = true;
        router.route(new Reading.Code("RSSMRA80A01H501U"));
        assertEquals(List.of("screen"), took);
    }

    @Test
    void whatTheScreenLeavesGoesItsUsualWay() {
        router.route(new Reading.Code("RSSMRA80A01H501U"));
        assertEquals(List.of("route"), took);
    }

    @Test
    void aCodeForNobodyIsSaidAloudAndACardRemovedIsNot() {
        router.route(new Reading.Code("12"));
        router.route(new Reading.CardRemoved());
        assertEquals(List.of("nobody"), took);
    }

    @Test
    @Tag("R-ACC-3")
    void aLockedDeskHearsNothing() {
        router.setLocked(true);
        router.route(new Reading.Code("RSSMRA80A01H501U"));
        assertEquals(List.of(), took);
    }

    private final class Listening implements Screen {
        private final Parent root = new Group();

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
            return screenTakes && took.add("screen");
        }
    }
}
