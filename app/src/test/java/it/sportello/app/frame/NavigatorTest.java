package it.sportello.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Group;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NavigatorTest {
    private final List<String> events = new ArrayList<>();
    private int full;
    private final Navigator navigator = new Navigator(() -> full++);

    @BeforeEach
    void someScreens() {
        navigator.register(ScreenKeys.HOME, (work, nothing) -> new Fake("S03"));
        navigator.register(ScreenKeys.FIND_PERSON, (work, text) -> new Fake("S06"));
        navigator.register(ScreenKeys.PRESCRIPTION, (work, text) -> new Fake("S11"));
        navigator.register(ScreenKeys.DEVICES, (work, nothing) -> new Fake("S55"));
        navigator.restart(ScreenKeys.HOME);
        events.clear();
    }

    @Test
    void aCitizensScreenFromTheHomeBeginsAWork() {
        navigator.open(ScreenKeys.FIND_PERSON, "");
        assertEquals(1, navigator.works().size());
        assertEquals("S06", shown());
        assertEquals(List.of("hidden S03", "shown S06"), events);
    }

    @Test
    void aDeskScreenStaysInTheHome() {
        navigator.open(ScreenKeys.DEVICES);
        assertEquals(0, navigator.works().size());
        navigator.back();
        assertEquals("S03", shown());
    }

    @Test
    @Tag("Q52")
    void aDraftComesBackAsItWasLeft() {
        navigator.open(ScreenKeys.FIND_PERSON, "");
        navigator.open(ScreenKeys.PRESCRIPTION, "080A0");
        Screen typed = navigator.current().orElseThrow();
        ((Fake) typed).draft.set(true);
        navigator.back();
        assertEquals("S06", shown());
        navigator.open(ScreenKeys.PRESCRIPTION, "080A0");
        assertSame(typed, navigator.current().orElseThrow());
    }

    @Test
    @Tag("M05")
    void escLeadsBackToTheDraftThatAReadingInterrupted() {
        navigator.open(ScreenKeys.FIND_PERSON, "");
        navigator.open(ScreenKeys.PRESCRIPTION, "080A0");
        Screen typed = navigator.current().orElseThrow();
        ((Fake) typed).draft.set(true);
        navigator.leadingBack(() -> navigator.open(ScreenKeys.FIND_PERSON, ""));
        assertEquals("S06", shown(), "the same work, below the draft");
        navigator.back();
        assertSame(typed, navigator.current().orElseThrow());
        navigator.back();
        navigator.back();
        assertEquals("S03", shown(), "once: then Esc goes home as ever");
    }

    @Test
    @Tag("M05")
    void escLeadsBackToTheDraftOfAnotherWork() {
        navigator.open(ScreenKeys.FIND_PERSON, "");
        Screen typed = navigator.current().orElseThrow();
        ((Fake) typed).draft.set(true);
        navigator.leadingBack(() -> {
            navigator.beginWork();
            navigator.open(ScreenKeys.FIND_PERSON, "RSSMRA80A01H501U");
        });
        navigator.back();
        assertSame(typed, navigator.current().orElseThrow());
    }

    @Test
    @Tag("M05")
    void aDraftThatIsOverIsNoPlaceToGoBackTo() {
        navigator.open(ScreenKeys.FIND_PERSON, "");
        ((Fake) navigator.current().orElseThrow()).draft.set(true);
        navigator.leadingBack(() -> {
            navigator.beginWork();
            navigator.open(ScreenKeys.PRESCRIPTION, "");
        });
        navigator.switchTo(1);
        navigator.conclude();
        navigator.open(ScreenKeys.PRESCRIPTION, "");
        navigator.back();
        assertEquals("S03", shown());
    }

    @Test
    void anotherArgumentIsAnotherScreen() {
        navigator.open(ScreenKeys.FIND_PERSON, "");
        navigator.open(ScreenKeys.PRESCRIPTION, "080A0");
        Screen first = navigator.current().orElseThrow();
        ((Fake) first).draft.set(true);
        navigator.open(ScreenKeys.PRESCRIPTION, "080A1");
        assertNotSame(first, navigator.current().orElseThrow());
    }

    @Test
    void aScreenWithoutDraftIsClosedForGood() {
        navigator.open(ScreenKeys.FIND_PERSON, "");
        navigator.open(ScreenKeys.PRESCRIPTION, "");
        navigator.back();
        assertTrue(events.contains("closed S11"));
    }

    @Test
    void aWorkWithANumberSurvivesGoingHome() {
        navigator.open(ScreenKeys.FIND_PERSON, "");
        navigator.currentWork().citizen().calledProperty().set(called());
        Screen left = navigator.current().orElseThrow();
        navigator.home();
        assertEquals("S03", shown());
        assertTrue(navigator.switchTo(1));
        assertSame(left, navigator.current().orElseThrow());
    }

    @Test
    void anEmptyWorkLeavesTheRail() {
        navigator.open(ScreenKeys.FIND_PERSON, "");
        navigator.back();
        assertEquals(0, navigator.works().size());
        assertFalse(navigator.switchTo(1));
    }

    @Test
    void theTenthWorkIsRefusedAloud() {
        for (int i = 0; i < Navigator.MOST_WORKS; i++) {
            assertTrue(navigator.beginWork());
            navigator.currentWork().citizen().calledProperty().set(called());
        }
        assertFalse(navigator.beginWork());
        assertEquals(1, full);
        assertEquals(Navigator.MOST_WORKS, navigator.works().size());
    }

    @Test
    void concludingTellsTheQueueAndGoesHome() {
        List<Work> concluded = new ArrayList<>();
        navigator.onConcluded(concluded::add);
        navigator.open(ScreenKeys.FIND_PERSON, "");
        Work work = navigator.currentWork();
        navigator.conclude();
        assertEquals(List.of(work), concluded);
        assertEquals("S03", shown());
    }

    @Test
    void replacingLeavesNoWayBack() {
        navigator.open(ScreenKeys.FIND_PERSON, "");
        navigator.open(ScreenKeys.PRESCRIPTION, "");
        navigator.replace(ScreenKeys.DEVICES, ScreenKey.Nothing.NOTHING);
        navigator.back();
        assertEquals("S06", shown());
    }

    @Test
    void anUnknownKeyIsABug() {
        assertThrows(IllegalStateException.class, () -> navigator.open(ScreenKeys.TILL_OPENING));
        assertThrows(
                IllegalStateException.class,
                () -> navigator.register(ScreenKeys.HOME, (work, nothing) -> new Fake("S03")));
    }

    private String shown() {
        return navigator.current().orElseThrow().id();
    }

    private static Optional<CitizenContext.Called> called() {
        return Optional.of(new CitizenContext.Called(Optional.empty(), "A042", Instant.EPOCH));
    }

    private final class Fake implements Screen {
        private final String id;
        private final SimpleBooleanProperty draft = new SimpleBooleanProperty();
        private final Parent root = new Group();

        Fake(String id) {
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

        @Override
        public SimpleBooleanProperty draft() {
            return draft;
        }

        @Override
        public void onShown() {
            events.add("shown " + id);
        }

        @Override
        public void onHidden() {
            events.add("hidden " + id);
        }

        @Override
        public void onClosed() {
            events.add("closed " + id);
        }
    }
}
