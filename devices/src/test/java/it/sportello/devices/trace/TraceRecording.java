package it.sportello.devices.trace;

import it.sportello.devices.Device;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.detector.VirtualLineDetector;
import it.sportello.devices.twin.detector.VirtualSspValidator;
import it.sportello.devices.twin.display.VirtualDisplay;
import it.sportello.devices.twin.printer.PaperState;
import it.sportello.devices.twin.printer.VirtualPrinter;
import it.sportello.devices.twin.scanner.VirtualScanner;
import it.sportello.devices.twin.terminal.TerminalSetup;
import it.sportello.devices.twin.terminal.VirtualTerminal;
import it.sportello.domain.till.Denomination;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Records the traces of the test resources anew: {@code mvn -pl devices test -Dtest=TraceRecording
 * -Dsportello.record=src/test/resources/it/sportello/devices/trace}. Not part of the usual run.
 */
@EnabledIfSystemProperty(named = "sportello.record", matches = ".+")
class TraceRecording {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final DeviceTraces traces = new DeviceTraces(Clock.systemUTC());
    private final States states = new States();
    private List<TraceFrame> recorded = List.of();

    @ParameterizedTest
    @EnumSource
    void record(TraceScene scene) throws Exception {
        switch (scene) {
            case PRINTER -> printer();
            case SCANNER -> scanner();
            case DISPLAY -> display();
            case LINES -> lines();
            case VALIDATOR -> validator();
            case TERMINAL -> terminal();
        }
        TraceFile trace = new TraceFile("prova", scene.kind, scene.driver, "", recorded);
        Files.writeString(Path.of(System.getProperty("sportello.record"), scene.file()), trace.text());
    }

    /** What happens to the device while it is recorded. */
    private interface Play {
        void happen() throws Exception;
    }

    private void play(TraceScene scene, String address, Play play) throws Exception {
        DeviceEntry entry = DeviceEntry.of("prova", scene.kind, scene.driver, address);
        try (Device device = scene.device(traces.links(entry, LinkAddress.parse(address)))) {
            traces.follow(device);
            device.addListener(states);
            device.start();
            states.until("READY");
            scene.use(device).get(60, TimeUnit.SECONDS);
            play.happen();
            recorded = traces.of("prova").frames();
        }
    }

    private static void aWhile() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(700);
    }

    private void printer() throws Exception {
        try (VirtualPrinter twin = new VirtualPrinter(TwinPlug.tcp(0))) {
            play(TraceScene.PRINTER, twin.address(), () -> {
                aWhile();
                twin.setPaper(PaperState.NEAR_END);
                states.until("DEGRADED");
                twin.setPaper(PaperState.END);
                states.until("FAULT");
                twin.setPaper(PaperState.OK);
                states.until("READY");
                twin.setCoverOpen(true);
                states.until("FAULT");
                twin.setCoverOpen(false);
                states.until("READY");
                twin.unplug();
                states.until("DISCONNECTED");
                aWhile();
                twin.plugIn();
                states.until("READY");
            });
        }
    }

    private void scanner() throws Exception {
        try (VirtualScanner twin =
                new VirtualScanner(TwinPlug.line(folder.resolve("line")), VirtualScanner.Setup.USUAL)) {
            play(TraceScene.SCANNER, twin.address(), () -> {
                twin.scan(TraceScene.PERSON);
                aWhile();
                twin.scan("SP1Q:A042");
                aWhile();
                twin.unplug();
                states.until("DISCONNECTED DEV-010");
                aWhile();
                twin.plugIn();
                states.until("READY");
                twin.scan(TraceScene.PERSON);
                aWhile();
            });
        }
    }

    private void display() throws Exception {
        try (VirtualDisplay twin =
                new VirtualDisplay(TwinPlug.line(folder.resolve("line")), VirtualDisplay.Dialect.CD5220)) {
            play(TraceScene.DISPLAY, twin.address(), () -> {
                aWhile();
                twin.unplug();
                states.until("DISCONNECTED DEV-010");
                aWhile();
                twin.plugIn();
                states.until("READY");
            });
        }
    }

    private void lines() throws Exception {
        try (VirtualLineDetector twin =
                new VirtualLineDetector(TwinPlug.line(folder.resolve("line")), VirtualLineDetector.Port.LINES)) {
            play(TraceScene.LINES, twin.address(), () -> {
                twin.showNote(Denomination.NOTE_50, true, "SA1234567890");
                aWhile();
                twin.say("?? what is this");
                states.until("DEGRADED");
                aWhile();
                twin.unplug();
                states.until("DISCONNECTED DEV-010");
                aWhile();
                twin.plugIn();
                states.until("READY");
            });
        }
    }

    private void validator() throws Exception {
        try (VirtualSspValidator twin =
                new VirtualSspValidator(TwinPlug.line(folder.resolve("line")), VirtualSspValidator.Model.MODERN)) {
            play(TraceScene.VALIDATOR, twin.address(), () -> {
                twin.setJammed(true);
                states.until("FAULT");
                twin.setJammed(false);
                states.until("READY");
                twin.unplug();
                states.until("DISCONNECTED DEV-010");
                aWhile();
                twin.plugIn();
                states.until("READY");
            });
        }
    }

    private void terminal() throws Exception {
        try (VirtualTerminal twin = new VirtualTerminal(TwinPlug.tcp(0), TerminalSetup.USUAL, TraceScene.CLOCK)) {
            play(TraceScene.TERMINAL, twin.address(), () -> {
                aWhile();
                twin.configure(TerminalSetup.USUAL.inState('3'));
                states.until("FAULT");
                twin.configure(TerminalSetup.USUAL);
                states.until("READY");
                twin.unplug();
                states.until("DISCONNECTED");
                aWhile();
                twin.plugIn();
                states.until("READY");
            });
        }
    }
}
