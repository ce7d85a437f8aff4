package it.sportello.devices.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.trace.TraceFrame.Mark;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ring, what is counted, and the text form. */
class DeviceTraceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private final DeviceTrace trace = new DeviceTrace(Clock.fixed(NOW, ZoneOffset.UTC));

    private void becomes(DeviceState state, String code) {
        trace.heard(new DeviceStatus(DeviceKind.QUEUE_DISPLAY, "d", state, false, code, List.of(), NOW));
    }

    @Test
    void theLastTwoHundredFramesAreKept() {
        for (int i = 0; i < 250; i++) {
            trace.sent(new byte[] {(byte) i});
        }
        assertEquals(200, trace.frames().size());
        assertEquals("32", trace.frames().getFirst().hex());
        assertEquals(250, trace.total());
        assertEquals(250, trace.statistics().sent());
    }

    @Test
    void lossesAndReturnsAreCountedOnce() {
        becomes(DeviceState.DISCONNECTED, "");
        becomes(DeviceState.READY, "");
        becomes(DeviceState.DISCONNECTED, "DEV-011");
        becomes(DeviceState.DISCONNECTED, "DEV-010");
        becomes(DeviceState.READY, "");
        becomes(DeviceState.FAULT, "DEV-301");
        becomes(DeviceState.READY, "");
        trace.refused("NOT_FOUND");
        trace.lost();

        DeviceStatistics counted = trace.statistics();
        assertEquals(1, counted.losses());
        assertEquals(1, counted.reconnects());
        assertEquals(1, counted.faults());
        assertEquals(2, counted.failures());
        assertEquals(NOW, counted.since());
        assertEquals(DeviceState.READY, counted.lastStatus().orElseThrow().state());
        assertTrue(counted.lastData().isEmpty());
    }

    @Test
    void theTextIsReadBackAsItWas() {
        trace.opened();
        trace.sent(new byte[] {0x10, 4, 1});
        trace.received(new byte[] {0x16, '|', ' ', '|', ' '});
        trace.sent(new byte[5000]);
        becomes(DeviceState.FAULT, "DEV-202");
        trace.refused("BUSY");
        trace.lost();
        trace.closed();
        TraceFile file =
                new TraceFile("stampante", DeviceKind.RECEIPT_PRINTER, "escpos", "profile=epson-80", trace.frames());

        assertEquals(file, TraceFile.parse(file.text()));
        assertTrue(file.text().contains("    0.000 > 10 04 01 | ..."), file::text);
        assertTrue(file.text().contains(" +3976 | "), file::text);
        assertTrue(file.text().contains("    0.000 state FAULT DEV-202"), file::text);
    }

    @Test
    void whatIsNoTraceIsRefusedWithItsLine() {
        String good = new TraceFile(
                        "d",
                        DeviceKind.QUEUE_DISPLAY,
                        "alpha",
                        "",
                        List.of(TraceFrame.of(NOW, Mark.TO_DEVICE, new byte[] {1})))
                .text();
        for (String bad : List.of(
                "",
                good.replace("trace 1", "trace 2"),
                good.replace("QUEUE_DISPLAY", "FAX"),
                good.replace("2026", "yyyy"),
                good.replace("> 01", "> 0"),
                good.replace("> 01", "? 01"),
                good + "hello\n")) {
            assertThrows(IllegalArgumentException.class, () -> TraceFile.parse(bad), bad);
        }
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            StringBuilder spoiled = new StringBuilder(good);
            spoiled.setCharAt(random.nextInt(spoiled.length()), (char) random.nextInt(0x3000));
            try {
                TraceFile.parse(spoiled.toString());
            } catch (IllegalArgumentException e) {
                // refused, not broken
                assertTrue(e.getMessage() != null);
            }
        }
    }
}
