package it.sportello.devices.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.twin.TwinPlug;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trace recorded at a counter gives the same states at the developer's desk, over the real channel. */
@Timeout(90)
@Tag("M23")
class TraceReplayTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static TraceFile recorded(TraceScene scene) throws IOException {
        try (InputStream file = TraceReplayTest.class.getResourceAsStream(scene.file())) {
            assertTrue(file != null, scene.file());
            return TraceFile.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private TwinPlug plug(String channel) {
        return channel.equals("tcp") ? TwinPlug.tcp(0) : TwinPlug.line(folder.resolve("line"));
    }

    @ParameterizedTest
    @CsvSource({
        "PRINTER,tcp",
        "SCANNER,line",
        "SCANNER,tcp",
        "DISPLAY,line",
        "DISPLAY,tcp",
        "LINES,line",
        "VALIDATOR,line",
        "VALIDATOR,tcp",
        "TERMINAL,tcp"
    })
    @Tag("Q53")
    void theDriverGoesThroughTheSameStates(TraceScene scene, String channel) throws Exception {
        TraceFile trace = recorded(scene);
        List<String> then = States.of(trace);
        States states = new States();
        try (TraceReplay replay = new TraceReplay(trace, plug(channel));
                Device device = scene.device(LinkAddress.parse(replay.address())::newLink)) {
            device.addListener(states);
            device.start();
            states.until("READY");
            assertFalse(scene.use(device).get(60, TimeUnit.SECONDS).toString().contains("Not"));

            assertEquals(then, states.first(then.size()));
            assertEquals(List.of(), replay.strange());
        }
    }

    @Test
    @Tag("R-SEC-2")
    void theTracesNameNobody() throws IOException {
        for (TraceScene scene : TraceScene.values()) {
            String text = recorded(scene).text();
            assertFalse(text.contains(TraceScene.PERSON), scene.name());
            assertFalse(text.replace(" ", "").contains("5253534d5241"), scene.name());
        }
    }

    @Test
    void whatWasNeverSaidIsListedAndStaysUnanswered() throws Exception {
        TraceFrame question = TraceFrame.of(Instant.EPOCH, TraceFrame.Mark.TO_DEVICE, new byte[] {0x10, 0x04, 0x02});
        TraceFile trace = new TraceFile("p", DeviceKind.RECEIPT_PRINTER, "escpos", "", List.of(question));
        States states = new States();
        try (TraceReplay replay = new TraceReplay(trace, TwinPlug.tcp(0));
                Device device = TraceScene.PRINTER.device(LinkAddress.parse(replay.address())::newLink)) {
            device.addListener(states);
            device.start();
            states.until("FAULT DEV-012");
            assertTrue(
                    replay.strange().contains("100401"), () -> replay.strange().toString());
        }
    }

    @Test
    void aCardReadersTraceCannotBePlayed() {
        TraceFile trace = new TraceFile("r", DeviceKind.CARD_READER, "pcsc", "", List.of());
        TwinPlug plug = TwinPlug.tcp(0);
        assertThrows(IllegalArgumentException.class, () -> new TraceReplay(trace, plug));
    }
}
