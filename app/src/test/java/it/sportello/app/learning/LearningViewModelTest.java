package it.sportello.app.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.HeldBackground;
import it.sportello.app.window.Desk;
import it.sportello.app.wiring.DeskDevices;
import it.sportello.app.wiring.DeviceAddresses;
import it.sportello.app.wiring.DeviceFile;
import it.sportello.devices.ThreadGuard;
import it.sportello.devices.detector.LineMeaning;
import it.sportello.devices.detector.ValidatorMemory;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.setup.DriverCatalogue;
import it.sportello.devices.setup.MakerParts;
import it.sportello.devices.trace.DeviceTraces;
import java.awt.Font;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines are read anew off the window's thread, one reading at a time, the last by the rules as they stand. */
@Tag("R-TIL-19")
class LearningViewModelTest {
    @TempDir
    Path home;

    private final Desk desk = Desk.open(1366, 768);
    private final HeldBackground slow = new HeldBackground();

    @AfterEach
    void end() {
        desk.close();
    }

    private DetectorLines lines() {
        DeviceTraces traces = new DeviceTraces(Clock.systemUTC());
        DeskDevices devices = new DeskDevices(
                DriverCatalogue.shipped(),
                new MakerParts(
                        Clock.systemUTC(),
                        ThreadGuard.ANY_THREAD,
                        new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20))),
                        ValidatorMemory.NOWHERE,
                        traces),
                traces);
        return new DetectorLines(devices, new DeviceFile(home), DeviceAddresses.none(), next -> List.of());
    }

    private LearningViewModel model(DetectorLines lines) {
        Frame frame = new Frame(
                desk.frame.navigator(),
                slow,
                desk.frame.messages(),
                desk.frame.dialogs(),
                desk.frame.refusals(),
                desk.frame.words(),
                Desk.CLOCK);
        return Desk.onFx(
                () -> new LearningViewModel(lines, frame, new FxDoor()::later, Texts.of(LearningScreens.class)));
    }

    @Test
    void whatIsTypedWhileLinesAreReadIsReadOnceAfterwards() {
        DetectorLines lines = lines();
        lines.heard("EUR  50 PASS", new LineMeaning.NotUnderstood(LineMeaning.Why.NO_RULE));
        LearningViewModel model = model(lines);
        Desk.run(() -> {
            model.open();
            model.rulesProperty().set("IGNORE ^EUR");
            model.rulesProperty().set("NOTE ^EUR +(?<value>[0-9]+) (?<verdict>[A-Z]+)");
        });
        assertEquals(List.of(), model.rows(), "nothing was read on the window's thread");
        Desk.run(() -> slow.end(0));
        assertEquals(Tone.ATTENTION, model.rows().getFirst().tone());
        Desk.run(() -> slow.end(1));
        assertEquals(Tone.GOOD, model.rows().getFirst().tone());
        assertEquals("Banconota 50,00\u00a0€: Buona", model.rows().getFirst().meaning());
    }
}
