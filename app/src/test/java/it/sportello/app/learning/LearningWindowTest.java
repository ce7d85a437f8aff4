package it.sportello.app.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Keys;
import it.sportello.app.window.Promised;
import it.sportello.app.wiring.DeskDevices;
import it.sportello.app.wiring.DeviceAddresses;
import it.sportello.app.wiring.DeviceFile;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.detector.DetectorEvent;
import it.sportello.devices.detector.LineMeaning;
import it.sportello.devices.detector.NoteVerdict;
import it.sportello.devices.detector.ValidatorMemory;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.DriverCatalogue;
import it.sportello.devices.setup.MakerParts;
import it.sportello.devices.setup.SettingProblem;
import it.sportello.devices.trace.DeviceTraces;
import it.sportello.devices.twin.PseudoTerminal;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.detector.VirtualLineDetector;
import it.sportello.domain.till.Denomination;
import java.awt.Font;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The rules of a detector are written while the lines of its twin are seen, by keys alone, on a serial line. */
@Tag("R-TIL-19")
@Tag("R-A11-1")
@Tag("R-A11-2")
@Tag("R-A11-4")
@Tag("R-KEY-2")
@Tag("R-KEY-4")
@Tag("R-I18-1")
@Timeout(180)
class LearningWindowTest {
    private static final String NAME = "rilevatore";
    private static final String RULE = "NOTE ^EUR +(?<value>[0-9]+) (?<verdict>[A-Z]+)";

    @TempDir
    Path home;

    private final Desk desk = Desk.open(1366, 768);
    private final Keys keys = new Keys(desk);
    private final DeviceTraces traces = new DeviceTraces(Clock.systemUTC());
    private final DeskDevices devices = new DeskDevices(
            DriverCatalogue.shipped(),
            new MakerParts(
                    Clock.systemUTC(),
                    ThreadGuard.ANY_THREAD,
                    new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20))),
                    ValidatorMemory.NOWHERE,
                    traces),
            traces);
    private final BlockingQueue<LineMeaning> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<DeviceStatus> states = new LinkedBlockingQueue<>();
    private final BlockingQueue<DetectorEvent> judged = new LinkedBlockingQueue<>();
    private DeviceFile file;
    private VirtualLineDetector twin;
    private String address;

    @BeforeEach
    void begin() throws Exception {
        file = new DeviceFile(home);
        if (PseudoTerminal.isSupported()) {
            Path line = home.resolve("tty-rilevatore");
            twin = new VirtualLineDetector(TwinPlug.line(line), VirtualLineDetector.Port.LINES);
            address = "serial:" + line;
        } else {
            twin = new VirtualLineDetector(TwinPlug.tcp(0), VirtualLineDetector.Port.LINES);
            address = twin.address();
        }
        devices.onStatus(states::add);
        devices.onDetected(judged::add);
        devices.start();
    }

    @AfterEach
    void end() {
        devices.close();
        twin.close();
        desk.close();
    }

    private void screens(DeviceAddresses given) {
        LearningScreens screens = new LearningScreens(
                new LearningScreens.Needs(devices, file, given, next -> store(given, next)), desk.frame, new FxDoor());
        Desk.run(() -> screens.register(desk.parts.navigator()));
        devices.onLine((line, meaning) -> heard.add(meaning));
    }

    private List<SettingProblem> store(DeviceAddresses given, DeviceSettings next) {
        List<SettingProblem> problems = given.over(next).problems(DriverCatalogue.shipped());
        if (problems.isEmpty()) {
            file.write(next);
            devices.use(given.over(next));
        }
        return problems;
    }

    private void connected() throws InterruptedException {
        screens(DeviceAddresses.none());
        DeviceSettings settings =
                new DeviceSettings("", List.of(DeviceEntry.of(NAME, DeviceKind.NOTE_DETECTOR, "lines", address)));
        file.write(settings);
        devices.use(settings);
        awaitReady();
    }

    /** The line is open: what the twin writes from now on arrives. */
    private void awaitReady() throws InterruptedException {
        DeviceStatus now = devices.all().getFirst().device().status();
        while (now.state() != DeviceState.READY) {
            now = present(states.poll(60, TimeUnit.SECONDS), "the line never opened");
        }
    }

    private static <T> T present(T value, String what) {
        assertNotNull(value, what);
        return value;
    }

    private void open() {
        Desk.run(() -> desk.parts.navigator().restart(ScreenKeys.DETECTOR_RULES));
        desk.settle();
    }

    private LineMeaning says(String line) throws InterruptedException {
        twin.say(line);
        LineMeaning meaning = present(heard.poll(60, TimeUnit.SECONDS), "no line came");
        desk.settle();
        return meaning;
    }

    private void shows(Denomination note, boolean genuine) throws InterruptedException {
        twin.showNote(note, genuine, "SA0000000001");
        assertNotNull(heard.poll(60, TimeUnit.SECONDS), "no line came");
        desk.settle();
    }

    private boolean sees(String part) {
        return seen().stream().anyMatch(text -> text.contains(part));
    }

    private List<String> seen() {
        return Desk.onFx(() -> Stream.of(".label", ".cell-text")
                .flatMap(each -> desk.window.scene().getRoot().lookupAll(each).stream())
                .filter(LearningWindowTest::isSeen)
                .map(node -> node instanceof Text text ? text.getText() : ((Labeled) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .map(text -> text.replace('\u00a0', ' '))
                .toList());
    }

    /** Of every line, also of those that the table has to be scrolled to. */
    private List<String> meanings() {
        return Desk.onFx(() -> ((TableView<?>) desk.window.scene().getRoot().lookup("#table"))
                .getItems().stream()
                        .map(row -> ((LearningViewModel.Row) row).meaning().replace('\u00a0', ' '))
                        .toList());
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private String focusId() {
        return Desk.onFx(() -> {
            Node owner = desk.window.scene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    private String message() {
        return Desk.onFx(() -> desk.parts
                .messages()
                .latestProperty()
                .get()
                .map(message -> message.text())
                .orElse(""));
    }

    private Optional<String> storedRules() {
        return file.read() instanceof DeviceFile.Content.Read read
                ? read.settings().device(NAME).map(entry -> entry.options().get("rules"))
                : Optional.empty();
    }

    @Test
    @Tag("R-A11-7")
    void theRuleBeingWrittenReadsTheLastLinesAnewAndTheDriverUsesIt() throws Exception {
        connected();
        open();
        assertEquals("rules", focusId());
        assertTrue(sees("Nessuna riga finora"), seen().toString());
        Promised.check(desk, "S55-R-empty");
        shows(Denomination.NOTE_50, true);
        shows(Denomination.NOTE_20, false);
        assertTrue(sees("Righe arrivate 2, non comprese 2"), seen().toString());
        keys.type("IGNORE ^ready");
        keys.press("Enter");
        keys.type(RULE.substring(0, RULE.length() - 1));
        assertTrue(sees("Riga 2, carattere"), seen().toString());
        keys.press("F12");
        assertTrue(message().startsWith("Riga 2, carattere"), message());
        assertEquals("rules", focusId());
        assertEquals(14, Desk.onFx(this::caret), "the caret is at the wrong rule");
        Promised.check(desk, "S55-R-wrong");
        assertEquals(Optional.empty(), storedRules());
        keys.press("End");
        keys.type(")");
        assertTrue(sees("tutte comprese"), seen().toString());
        assertEquals("", message(), "what was said about the rule is over");
        assertTrue(sees("Banconota 50,00 €: Buona"), seen().toString());
        assertTrue(sees("Banconota 20,00 €: Sospetta"), seen().toString());
        Promised.check(desk, "S55-R-read");
        assertTrue(Desk.onFx(() -> current().draft().get()), "what is written would be lost");
        assertTrue(judged.isEmpty(), "nothing is used before it is stored");
        states.clear();
        keys.press("F12");
        assertEquals("Regole salvate: il rilevatore le usa da ora.", message());
        assertEquals(Optional.of("IGNORE ^ready\n" + RULE), storedRules());
        assertFalse(Desk.onFx(() -> current().draft().get()));
        awaitReady();
        shows(Denomination.NOTE_10, true);
        DetectorEvent.NoteRead read = assertInstanceOf(DetectorEvent.NoteRead.class, judged.poll(60, TimeUnit.SECONDS));
        assertEquals(NoteVerdict.GENUINE, read.reading().verdict());
        assertEquals(Optional.of(Denomination.NOTE_10), read.reading().note());
        assertTrue(sees("Righe arrivate 3, tutte comprese"), seen().toString());
    }

    private int caret() {
        return ((javafx.scene.control.TextArea) desk.window.scene().getFocusOwner()).getCaretPosition();
    }

    private Screen current() {
        return desk.parts.navigator().current().orElseThrow();
    }

    @Test
    void theTableIsOneStopOfTheTabulatorAndARuleHoldsNone() throws Exception {
        connected();
        open();
        shows(Denomination.NOTE_50, true);
        keys.type("IGNORE ^x");
        keys.press("Tab");
        assertEquals("table", focusId());
        keys.press("Shift+Tab");
        assertEquals("rules", focusId());
        keys.press("Tab");
        keys.press("Down");
        assertEquals("table", focusId());
        keys.press("Tab");
        assertNotEquals("table", focusId());
        assertTrue(sees("non comprese 1"), seen().toString());
    }

    @Test
    void everyKindOfLineIsReadInWordsAndSeenWhole() throws Exception {
        connected();
        open();
        keys.type("REPORT_START ^[*]+ COUNT REPORT");
        keys.press("Enter");
        keys.type("TOTAL ^EUR +(?<value>[0-9]+) x +(?<count>[0-9]+) = (?<total>[0-9.,]+)$");
        keys.press("Enter");
        keys.type("TOTAL ^TOTAL EUR (?<total>[0-9.,]+)$");
        keys.press("Enter");
        keys.type("REPORT_END ^[*]+ END");
        keys.press("Enter");
        keys.type("IGNORE ^(?<error>ERR.*)$");
        keys.press("Enter");
        keys.type("IGNORE ^ready");
        keys.press("Enter");
        keys.type(RULE + "(?: (?<serial>[A-Z0-9]+))?");
        twin.count(Map.of(Denomination.NOTE_50, 12));
        for (int line = 0; line < 4; line++) {
            assertNotNull(heard.poll(60, TimeUnit.SECONDS), "no line came");
        }
        shows(Denomination.NOTE_500, true);
        says("EUR  20 SMUDGED SA0000000002");
        says("ready");
        says("ERR JAM");
        says("x".repeat(90) + " " + "y".repeat(90) + " the end");
        for (String reading : List.of(
                "Inizio del rapporto",
                "Somma dei 50,00 €: pezzi 12, importo 600,00 €",
                "Somma: pezzi non detto, importo 600,00 €",
                "Fine del rapporto",
                "Banconota 500,00 €: Buona, serie SA0000000001",
                "Riga senza interesse",
                "L'apparecchio segnala: ERR JAM")) {
            assertTrue(meanings().contains(reading), reading + " in " + meanings());
        }
        assertTrue(sees("Righe arrivate 9, non comprese 1"), seen().toString());
        Promised.check(desk, "S55-R-all");
    }

    /** What the check lets pass may still be slow on one line: it costs neither the window nor the device's lane. */
    @Test
    void aCatastrophicExpressionIsRefusedOrGivenUp() throws Exception {
        connected();
        open();
        says("x".repeat(180));
        keys.type("NOTE ^(x+)+(?<verdict>OK)$");
        assertTrue(sees("l'espressione può durare troppo"), seen().toString());
        Promised.check(desk, "S55-R-slow");
        clear();
        keys.type("NOTE ^.*(?:x?|y?)(?:x?|y?)(?:x?|y?)(?<verdict>OK)$");
        assertTrue(sees("l'espressione può durare troppo"), seen().toString());
        clear();
        keys.type("NOTE .*.*.*.*.*.*=(?<verdict>OK)");
        assertTrue(sees("Righe arrivate 1, non comprese 1"), seen().toString());
        assertTrue(sees("troppo"), seen().toString());
        states.clear();
        keys.press("F12");
        assertEquals("Regole salvate: il rilevatore le usa da ora.", message());
        awaitReady();
        assertEquals(new LineMeaning.NotUnderstood(LineMeaning.Why.TOO_SLOW), says("x".repeat(180)));
        says("=OK");
        assertInstanceOf(DetectorEvent.NoteRead.class, judged.poll(60, TimeUnit.SECONDS));
    }

    private void clear() {
        keys.press("Ctrl+A");
        keys.press("Delete");
    }

    @Test
    void theRulesOfADetectorOfTheCommandLineHoldUntilTheEnd() throws Exception {
        DeviceAddresses given = DeviceAddresses.none().with("detector=" + address);
        screens(given);
        devices.use(given.over(DeviceSettings.NONE));
        awaitReady();
        open();
        keys.type(RULE);
        keys.press("F12");
        assertTrue(message().contains("fino alla chiusura del programma"), message());
        assertInstanceOf(DeviceFile.Content.Missing.class, file.read());
        shows(Denomination.NOTE_50, true);
        assertInstanceOf(DetectorEvent.NoteRead.class, judged.poll(60, TimeUnit.SECONDS));
        open();
        assertTrue(sees("tutte comprese"), "the rules in use are shown again: " + seen());
    }

    @Test
    @Tag("R-A11-7")
    void settingsThatCannotBeReadAreNotWrittenOver() throws Exception {
        connected();
        open();
        keys.type(RULE);
        Path stored = home.resolve("devices.json");
        Files.writeString(stored, "{");
        keys.press("F12");
        assertTrue(message().contains("non sono state toccate"), message());
        assertEquals("{", Files.readString(stored));
        assertTrue(Desk.onFx(() -> current().draft().get()), "what was written is kept");
    }

    @Test
    @Tag("R-A11-7")
    @Tag("R-SEC-2")
    void aDeskWithoutSuchADetectorIsToldWhatToDo() {
        screens(DeviceAddresses.none());
        open();
        assertTrue(sees("Nessun rilevatore a righe di testo"), seen().toString());
        assertTrue(sees("Dispositivi (Ctrl+D)"), seen().toString());
        assertFalse(sees("Salva le regole"), seen().toString());
        assertEquals("Impara le righe del rilevatore", Desk.onFx(() -> current().title()));
        Promised.check(desk, "S55-R-nothing");
    }
}
