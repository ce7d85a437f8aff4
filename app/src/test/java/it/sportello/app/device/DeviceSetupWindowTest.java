package it.sportello.app.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Messages;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Keys;
import it.sportello.app.window.Promised;
import it.sportello.app.wiring.DeviceAddresses;
import it.sportello.app.wiring.DeviceFile;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.PlaceFinder;
import it.sportello.devices.setup.SettingProblem;
import it.sportello.devices.twin.printer.PaperState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The set-up of the devices in a real window, with devices on the real channel behind it. */
@Timeout(240)
class DeviceSetupWindowTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private Desk desk;
    private Keys keys;
    private DeviceBench bench;
    private DeviceFile file;
    private boolean mayChange = true;

    @BeforeEach
    void open() throws IOException {
        bench = new DeviceBench(home.resolve("notes"), Desk.CLOCK);
        file = new DeviceFile(home);
        desk = Desk.open(1366, 768);
        keys = new Keys(desk);
        bench.devices.start();
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
        bench.close();
    }

    private void show(DeviceAddresses given) {
        DeviceSetup setup = new DeviceSetup(
                bench.devices,
                file,
                given,
                new PlaceFinder(ThreadGuard.ANY_THREAD),
                home.resolve("notes"),
                Desk.CLOCK,
                new DeviceTrial.Patience(10, 20));
        Desk.run(() -> {
            new DeviceScreens(desk.frame, bench.panel, setup, () -> mayChange).register(desk.frame.navigator());
            desk.frame.navigator().open(ScreenKeys.DEVICES);
        });
        desk.settle();
        keys.alt('o');
    }

    private boolean says(String text) {
        return Desk.onFx(() -> desk.window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled label
                        && node.isVisible()
                        && label.getText() != null
                        && label.getText().contains(text)));
    }

    private String message() {
        return Desk.onFx(() -> desk.frame
                .messages()
                .latestProperty()
                .get()
                .map(Messages.Message::text)
                .orElse(""));
    }

    private void typeInto(char letter, String text) {
        keys.alt(letter);
        Desk.run(() -> {
            switch (desk.window.scene().getFocusOwner()) {
                case TextInputControl field -> field.selectAll();
                case ComboBox<?> box -> box.getEditor().selectAll();
                default -> throw new AssertionError("no field has the focus");
            }
        });
        keys.type(text);
    }

    private DeviceSettings stored() {
        return file.read() instanceof DeviceFile.Content.Read read ? read.settings() : DeviceSettings.NONE;
    }

    @Test
    @Tag("Q36")
    @Tag("R-KEY-4")
    @Tag("R-A11-2")
    @Tag("R-A11-4")
    @Tag("R-A11-5")
    void aPrinterIsTypedTriedAndInUseWithoutRestart() throws IOException {
        show(DeviceAddresses.none());
        assertEquals(
                "S55-IMP",
                Desk.onFx(() -> desk.frame.navigator().current().orElseThrow().id()));
        Promised.check(desk, "S55-setup-empty");
        typeInto('i', bench.printer.address());
        keys.alt('p');
        assertTrue(says("Prova riuscita."));
        assertEquals(1, bench.printer.receipts().size());
        assertTrue(Files.readString(home.resolve("notes/collaudi.txt")).contains("\tescpos\t"));
        assertEquals(DeviceSettings.NONE, stored());
        Promised.check(desk, "S55-setup-tried");

        keys.press("F12");

        assertTrue(message().startsWith("Salvato: 1 dispositivo"), this::message);
        assertEquals(
                bench.printer.address(),
                stored().device("printer").orElseThrow().address());
        DeviceBench.await(() -> bench.state("printer") == DeviceState.READY);
    }

    @Test
    @Tag("R-A11-7")
    void whatIsWrongIsSaidAndNothingOfTheOldIsLost() {
        DeviceSettings before =
                new DeviceSettings("", List.of(bench.settings().devices().getFirst()));
        file.write(before);
        bench.devices.use(before);
        show(DeviceAddresses.none());
        typeInto('i', "lpt1");
        typeInto('n', "Stampante Sala");
        keys.press("F12");
        assertTrue(says("«Stampante Sala» non può essere un nome"));
        assertTrue(says("«lpt1» non è un indirizzo per questo driver"));
        assertEquals(before, stored());
        assertEquals(1, bench.devices.all().size());
        Promised.check(desk, "S55-setup-wrong");
    }

    @Test
    void aPrinterThatIsNotThereAndOneWithoutPaperSayWhy() {
        file.write(DeviceSettings.NONE);
        show(DeviceAddresses.none());
        typeInto('i', "tcp:127.0.0.1:1");
        keys.alt('p');
        assertTrue(says("Prova non riuscita."));
        bench.printer.setPaper(PaperState.END);
        typeInto('i', bench.printer.address());
        keys.alt('p');
        assertTrue(says("Prova non riuscita."));
        assertEquals(List.of(), bench.printer.receipts());
        Promised.look(desk, "S55-setup-failed");
    }

    @Test
    void theSiteFileOfOneDeskSetsUpAnother() throws IOException {
        file.write(bench.settings());
        bench.devices.use(bench.settings());
        show(DeviceAddresses.none().with("printer=" + bench.printer.address()));
        assertTrue(says("dato all'avvio"));
        keys.alt('e');
        Path site = home.resolve("notes/dispositivi-sede.json");
        assertEquals(new DeviceFile.Content.Read(bench.settings()), DeviceFile.parse(Files.readString(site)));

        file.write(DeviceSettings.NONE);
        keys.alt('m');
        assertEquals(DeviceSettings.NONE, stored());
        assertTrue(message().startsWith("Letti 3 dispositivi"), this::message);

        Files.writeString(site, "{}");
        keys.alt('m');
        assertTrue(says("Il file della sede non è leggibile"));
        Files.delete(site);
        keys.alt('m');
        assertTrue(says("Non c'è un file della sede"));
    }

    @Test
    void aPrintedCardSetsUpAnotherDesk() {
        file.write(bench.settings());
        bench.devices.use(bench.settings());
        DeviceBench.await(() -> bench.state("printer") == DeviceState.READY);
        show(DeviceAddresses.none());
        keys.alt('h');
        assertTrue(message().startsWith("Scheda stampata"), this::message);
        List<String> codes = SiteCard.codes(bench.settings());

        file.write(DeviceSettings.NONE);
        for (String code : codes) {
            Desk.run(() -> desk.frame.navigator().current().orElseThrow().scanned(new Reading.Code(code)));
        }
        assertTrue(message().startsWith("Letti 3 dispositivi"), this::message);
        Desk.run(() -> desk.frame.navigator().current().orElseThrow().scanned(new Reading.Code("RSSMRA80A01H501U")));
        assertTrue(message().contains("non è di una scheda"), this::message);
        keys.press("F12");
        assertEquals(3, stored().devices().size());
    }

    private void scan(DeviceSettings settings) {
        for (String code : SiteCard.codes(settings)) {
            Desk.run(() -> desk.frame.navigator().current().orElseThrow().scanned(new Reading.Code(code)));
        }
    }

    /** A card is paper: anybody may have left it there. */
    @Test
    @Tag("R-KEY-4")
    void whereACardWouldSendThingsIsSaidBeforeItCounts() {
        DeviceSettings stranger = new DeviceSettings(
                "",
                List.of(
                        DeviceEntry.of("printer", DeviceKind.RECEIPT_PRINTER, "escpos", "tcp:203.0.113.9:9100"),
                        DeviceEntry.of("scanner", DeviceKind.BARCODE_READER, "scan-line", "serial:/dev/ttyUSB0"),
                        DeviceEntry.of("display", DeviceKind.QUEUE_DISPLAY, "cd5220", "tcp:127.0.0.1:4001"),
                        DeviceEntry.of("terminal", DeviceKind.PAYMENT_TERMINAL, "ecr17", "tcp:pos.example:10000")));
        file.write(DeviceSettings.NONE);
        show(DeviceAddresses.none());
        scan(stranger);
        assertTrue(says("Dispositivi fuori da questo computer"));
        assertTrue(says("tcp:203.0.113.9:9100"));
        assertTrue(says("tcp:pos.example:10000"));
        assertFalse(says("/dev/ttyUSB0"));
        assertFalse(says("127.0.0.1:4001"));
        Promised.look(desk, "S55-setup-outside");
        keys.press("ESC");
        assertFalse(says("203.0.113.9"), "nothing of it is in the draft");
        assertEquals(DeviceSettings.NONE, stored());

        scan(stranger);
        keys.alt('u');
        assertTrue(message().startsWith("Letti 4 dispositivi"), this::message);
        assertTrue(says("tcp:203.0.113.9:9100"));
        assertEquals(DeviceSettings.NONE, stored());
    }

    @Test
    void whoOnlyInspectsReadsAndChangesNothing() throws IOException {
        file.write(DeviceSettings.NONE);
        mayChange = false;
        show(DeviceAddresses.none());
        scan(bench.settings());
        assertTrue(says("solo il ruolo di ispezione"));
        Path site = Files.createDirectories(home.resolve("notes")).resolve("dispositivi-sede.json");
        Files.writeString(site, DeviceFile.text(bench.settings()));
        keys.alt('m');
        typeInto('i', bench.printer.address());
        keys.alt('p');
        keys.press("F12");
        assertTrue(says("solo il ruolo di ispezione"));
        assertEquals(List.of(), bench.printer.receipts());
        assertEquals(DeviceSettings.NONE, stored());
        assertTrue(bench.devices.all().isEmpty());
    }

    @Test
    void twoDevicesOnOnePortAreRefused() {
        DeviceSetup setup = new DeviceSetup(
                bench.devices, file, DeviceAddresses.none(), new PlaceFinder(ThreadGuard.ANY_THREAD), home, Desk.CLOCK);
        DeviceSettings settings = new DeviceSettings(
                "",
                List.of(
                        DeviceEntry.of("scanner", DeviceKind.BARCODE_READER, "scan-line", "serial:/dev/ttyUSB0"),
                        DeviceEntry.of("display", DeviceKind.QUEUE_DISPLAY, "cd5220", "serial:/dev/ttyUSB0")));
        assertEquals(
                List.of(SettingProblem.Reason.PORT_TWICE),
                setup.save(settings).stream().map(SettingProblem::reason).toList());
        assertFalse(Files.exists(home.resolve("devices.json")));
    }

    @Test
    void everyProblemAndEveryEndingHasItsWords() {
        Texts texts = Texts.of(DevicesView.class);
        for (SettingProblem.Reason reason : SettingProblem.Reason.values()) {
            assertTrue(texts.has("setup.problem." + reason.name()), reason.name());
        }
        for (DeviceTrial.Ending ending : DeviceTrial.Ending.values()) {
            assertTrue(texts.has("setup.result." + ending.name()), ending.name());
        }
        for (DeviceKind kind : DeviceKind.values()) {
            assertTrue(texts.has("setup.try." + kind.name()), kind.name());
        }
    }
}
