package it.sportello.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Look;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Layout;
import it.sportello.app.wiring.DeviceAddresses;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S05 in a real window: every act by key, every state of the screen at the sizes promised. */
@Tag("R-QUE-3")
@Tag("R-KEY-1")
class QueueWindowTest {
    @TempDir
    Path home;

    private StubServer server;
    private Workstation workstation;

    @BeforeEach
    void begin() throws Exception {
        server = new StubServer(Desk.CLOCK);
        workstation = Workstation.start(new WorkstationSettings(
                home,
                server.address(),
                "D05",
                "ENROL-5",
                DeviceAddresses.none(),
                Desk.CLOCK,
                Optional.of(new WorkstationSettings.WindowSize(1366, 768))));
        Bench.awaitScreen(workstation, "S01");
        Bench.await("the site is known", () -> server.asked.stream().anyMatch(line -> line.contains("enrolments")));
        Bench.type(workstation, "orsini");
        Bench.press(workstation, "Enter");
        Bench.type(workstation, StubServer.PASSWORD);
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S02");
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S03");
        Bench.press(workstation, "F2");
        Bench.awaitScreen(workstation, "S05");
        Bench.await("who waits", () -> texts().anyMatch(text -> text.contains("carrozzina")));
    }

    @AfterEach
    void end() {
        workstation.close();
        server.close();
    }

    private java.util.stream.Stream<String> texts() {
        return List.copyOf(Bench.scene(workstation).getRoot().lookupAll(".label")).stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .filter(text -> text != null)
                .toList()
                .stream()
                .flatMap(text -> java.util.stream.Stream.concat(java.util.stream.Stream.of(text), cells()));
    }

    private java.util.stream.Stream<String> cells() {
        return List.copyOf(Bench.scene(workstation).getRoot().lookupAll(".table-cell")).stream()
                .map(node -> ((javafx.scene.control.Labeled) node).getText())
                .filter(text -> text != null);
    }

    private boolean dialog() {
        return Bench.scene(workstation).getRoot().lookupAll(".dialog-card").size() == 1;
    }

    private boolean sent(String... words) {
        return server.asked.stream().anyMatch(line -> {
            boolean all = true;
            for (String word : words) {
                all &= line.contains(word);
            }
            return all;
        });
    }

    /** Alt with an underlined letter, or another chord. */
    private void press(String chord) {
        if (!chord.startsWith("Alt+")) {
            Bench.press(workstation, chord);
            return;
        }
        KeyCode letter = KeyCode.valueOf(chord.substring("Alt+".length()));
        Desk.run(() -> {
            send(KeyEvent.KEY_PRESSED, KeyCode.ALT, true);
            send(KeyEvent.KEY_PRESSED, letter, true);
            send(KeyEvent.KEY_RELEASED, letter, true);
            send(KeyEvent.KEY_RELEASED, KeyCode.ALT, false);
        });
    }

    private void send(EventType<KeyEvent> type, KeyCode code, boolean alt) {
        Node owner = Bench.scene(workstation).getFocusOwner();
        String text = code.isLetterKey() ? code.getName().toLowerCase(Locale.ROOT) : "";
        Event.fireEvent(owner, new KeyEvent(type, text, text, code, false, false, alt, false));
    }

    private void act(String chord, String typed) {
        press(chord);
        Bench.await("the question", this::dialog);
        picture("S05-" + chord.replace("+", "-"));
        Bench.type(workstation, typed);
        Bench.press(workstation, "Enter");
    }

    @Test
    void theNumberGoesBackAtAPosition() {
        act("Alt+R", "3");
        Bench.await("the requeue", () -> sent("/acts", "REQUEUE", "3"));
        Bench.awaitScreen(workstation, "S03");
    }

    @Test
    void theNumberGoesToAnotherQueueByItsLetter() {
        act("Alt+T", "b");
        Bench.await("the transfer", () -> sent("/acts", "TRANSFER", "\"B\""));
        Bench.awaitScreen(workstation, "S03");
    }

    @Test
    void theNumberGoesToAnotherDeskByItsNumber() {
        act("Alt+T", "6");
        Bench.await("the transfer", () -> sent("/acts", "TRANSFER", "\"D06\""));
    }

    @Test
    void aSecondNumberOfThePersonIsJoined() {
        act("Alt+U", "a43");
        Bench.await("the merge", () -> sent("/acts", "MERGE", "\"t2\""));
    }

    @Test
    void anAbsentPersonIsTakenBackAndAWrongNumberSaysWhatToWrite() {
        act("Alt+S", "zz");
        Bench.await("the advice", () -> message().contains("A042"));
        act("Alt+S", "a41");
        Bench.await("the requeue", () -> sent("/queue/t0/acts", "REQUEUE"));
    }

    @Test
    void aCallOutOfOrderAsksForItsReason() {
        Desk.run(() -> {
            javafx.scene.control.TableView<?> table = (javafx.scene.control.TableView<?>)
                    Bench.scene(workstation).getRoot().lookup(".queue-table");
            table.requestFocus();
            table.getSelectionModel().select(1);
        });
        act("Enter", "Sta male");
        Bench.await("the call", () -> sent("/queue/t2/acts", "CALL", "Sta male"));
    }

    private void read(String ticket) {
        Desk.run(() -> workstation.scans().route(new it.sportello.app.frame.Reading.Code("SP1Q:" + ticket)));
    }

    @Test
    @Tag("R-IDN-1")
    void aTicketReadFindsItsCallOrSaysWhyThereIsNone() {
        read("t1");
        Bench.await("the number served", () -> message().contains("A042: è già chiamato a questo sportello"));
        read("t0");
        Bench.await("the absent one", () -> message().contains("A041 è segnato assente"));
        read("0190f5f2-7c3e-7000-8000-000000000001");
        Bench.await("none of today", () -> message().contains("non è tra quelli aperti oggi"));
        read("t2");
        Bench.await("the question", this::dialog);
        Bench.type(workstation, "Sta male");
        assertFalse(sent("/queue/t2/acts"), "a reading alone calls nobody");
        Bench.press(workstation, "Enter");
        Bench.await("the call", () -> sent("/queue/t2/acts", "CALL", "Sta male"));
    }

    @Test
    @Tag("R-QUE-4")
    void withoutTheServerATicketIsReadByItsPrintedNumber() {
        server.close();
        read("t2");
        Bench.await("the advice", () -> message().contains("leggere il numero stampato"));
    }

    /** Also when every later answer is the same. */
    @Test
    void aNoteOfReceptionIsReadFromTheFirstAnswerThatHasIt() {
        server.note = "Con un cane guida";
        Bench.await("the new note", () -> texts().anyMatch(text -> text.contains("cane guida")));
    }

    private String message() {
        return workstation
                .parts()
                .messages()
                .latestProperty()
                .get()
                .map(it -> it.text())
                .orElse("");
    }

    @Test
    @Tag("R-A11-4")
    void nothingIsCutOrOutsideWhateverTheQueueSays() {
        check("S05-called");
        press("Alt+E");
        Bench.await("the form", this::dialog);
        check("S05-form");
        Bench.press(workstation, "Esc");
        server.close();
        Bench.await("by hand", () -> texts().anyMatch(text -> text.contains("a voce e si scrivono")));
        check("S05-manual");
        assertTrue(
                Bench.scene(workstation).getRoot().lookupAll(".notice").stream().anyMatch(Node::isVisible));
    }

    private void check(String screen) {
        for (int[] size : new int[][] {{1366, 768, 100}, {1920, 1080, 100}, {1920, 1080, 200}}) {
            Desk.run(() -> {
                workstation.stage().setWidth(size[0]);
                workstation.stage().setHeight(size[1]);
                workstation
                        .parts()
                        .appearance()
                        .lookProperty()
                        .set(Look.standard().withTextPercent(size[2]));
            });
            String name = "%s-%d-%d".formatted(screen, size[0], size[2]);
            picture(name);
            javafx.scene.Parent root = Bench.scene(workstation).getRoot();
            assertEquals(List.of(), Desk.onFx(() -> Layout.cutTexts(root)), name);
            assertEquals(List.of(), Desk.onFx(() -> Layout.outside(root)), name);
            assertEquals(List.of(), Desk.onFx(() -> Layout.nameless(root)), name);
        }
        Desk.run(() -> workstation.parts().appearance().lookProperty().set(Look.standard()));
    }

    private void picture(String name) {
        Desk.picture(Bench.scene(workstation), name);
    }
}
