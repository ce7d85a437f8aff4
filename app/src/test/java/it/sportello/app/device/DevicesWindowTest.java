package it.sportello.app.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Messages;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Keys;
import it.sportello.app.window.Promised;
import it.sportello.app.wiring.DeviceAddresses;
import it.sportello.app.wiring.DeviceFile;
import it.sportello.devices.DeviceState;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.setup.DeviceMaker;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.DriverCatalogue;
import it.sportello.devices.setup.PlaceFinder;
import it.sportello.devices.trace.TraceFile;
import it.sportello.devices.twin.printer.PaperState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** S55 in a real window, with devices on the real channel behind it. */
@Timeout(180)
class DevicesWindowTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Desk desk;
    private Keys keys;
    private DeviceBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new DeviceBench(folder.resolve("notes"), Desk.CLOCK);
        desk = Desk.open(1366, 768);
        keys = new Keys(desk);
        DeviceSetup setup = new DeviceSetup(
                bench.devices,
                new DeviceFile(folder),
                DeviceAddresses.none(),
                new PlaceFinder(ThreadGuard.ANY_THREAD),
                folder.resolve("notes"),
                Desk.CLOCK);
        Desk.run(() -> new DeviceScreens(desk.frame, bench.panel, setup, () -> true).register(desk.frame.navigator()));
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
        bench.close();
    }

    private void show() {
        Desk.run(() -> desk.frame.navigator().open(ScreenKeys.DEVICES));
        desk.settle();
    }

    private boolean says(String text) {
        return Desk.onFx(() -> desk.window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled label
                        && label.getText() != null
                        && label.getText().contains(text)));
    }

    private String trace() {
        return Desk.onFx(() -> ((TextArea) desk.window.scene().lookup("#trace")).getText());
    }

    private String message() {
        return Desk.onFx(() -> desk.frame
                .messages()
                .latestProperty()
                .get()
                .map(Messages.Message::text)
                .orElse(""));
    }

    private List<Path> notes() {
        try (Stream<Path> files = Files.list(folder.resolve("notes"))) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    @Tag("R-A11-2")
    @Tag("R-A11-4")
    @Tag("R-A11-5")
    @Tag("R-KEY-4")
    void everyDeviceIsShownWithItsStateAndItsLine() {
        bench.start();
        show();
        DeviceBench.await(() -> says("Stampante ricevute: funziona"));
        assertTrue(says("Display «display-sala»"));
        assertTrue(says("(simulatore)"));
        DeviceBench.await(() -> trace().contains("> 10 04 01"));
        Promised.check(desk, "S55-printer");
        keys.press("End");
        DeviceBench.await(() -> says("Display «display-sala»: non collegato"));
        assertTrue(trace().contains("refused NOT_FOUND"), this::trace);
        Promised.check(desk, "S55-gone");
    }

    @Test
    @Tag("R-A11-4")
    void aDeskWithoutDevicesSaysWhatToDo() {
        bench.devices.use(DeviceSettings.NONE);
        show();
        assertTrue(says("Nessun dispositivo su questa postazione"));
        Promised.check(desk, "S55-empty");
    }

    @Test
    @Tag("Q53")
    @Tag("R-KEY-3")
    void theOperatorTestsADeviceByKeyAndReadsWhatIsTheMatter() {
        bench.start();
        show();
        keys.press("F12");
        assertTrue(message().contains("ha risposto, funziona"), this::message);
        bench.printer.setPaper(PaperState.END);
        keys.press("F12");
        assertTrue(message().contains("da controllare"), this::message);
        DeviceBench.await(() -> says("Stampante ricevute: da controllare"));
        Promised.look(desk, "S55-paper-out");
        keys.press("Down");
        keys.press("F12");
        assertTrue(message().contains("parla soltanto"), this::message);
    }

    @Test
    @Tag("R-SEC-2")
    void theTraceNamesNobodyStandsStillAndIsExported() throws IOException {
        bench.start();
        show();
        keys.press("Down");
        DeviceBench.await(() -> {
            bench.scanner.scan("RSSMRA80A01H501U");
            return trace().contains("xxxxxx99x99x999x");
        });
        assertFalse(trace().contains("RSSMRA"), this::trace);
        keys.alt('a');
        String still = trace();
        bench.scanner.scan("SP1Q:A043");
        DeviceBench.await(
                () -> bench.panel.frames("scanner").size() > still.lines().count());
        keys.alt('e');
        Path file = notes().getFirst();
        assertEquals("scan-line", TraceFile.parse(Files.readString(file)).driver());
        assertEquals(still, trace());
        assertTrue(message().contains(file.toString()), this::message);
    }

    @Test
    void materialIsAskedForWithANote() throws IOException {
        bench.start();
        show();
        keys.alt('m');
        String note = Files.readString(notes().getFirst());
        assertTrue(note.contains("Materiale: rotoli di carta termica"), note);
        assertTrue(note.contains("Stampante ESC/POS"), note);
        assertEquals(DeviceState.READY, bench.state("printer"));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(folder.resolve("notes"), "in the way");
        bench.start();
        show();
        keys.alt('m');
        assertTrue(message().contains("non si può scrivere"), this::message);
    }

    @Test
    void everyDriverHasAName() {
        Texts texts = Texts.of(DevicesView.class);
        for (DeviceMaker maker : DriverCatalogue.shipped().makers()) {
            assertTrue(texts.has("driver." + maker.driver()), maker.driver());
            assertTrue(texts.has("supply." + maker.kind().name()), maker.kind().name());
        }
    }
}
