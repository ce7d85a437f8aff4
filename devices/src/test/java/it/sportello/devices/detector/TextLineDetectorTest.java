package it.sportello.devices.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.detector.DetectorEvent.DeviceComplains;
import it.sportello.devices.detector.DetectorEvent.NoteRead;
import it.sportello.devices.detector.DetectorEvent.ReportClosed;
import it.sportello.devices.detector.LineMeaning.NotUnderstood;
import it.sportello.devices.detector.LineMeaning.Why;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.twin.TwinFault;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.detector.VirtualLineDetector;
import it.sportello.devices.twin.detector.VirtualLineDetector.Port;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Driver and twin over a pseudo-terminal and over TCP. */
@Timeout(30)
class TextLineDetectorTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Heard<DetectorEvent> events = new Heard<>();
    private final Heard<LineMeaning> lines = new Heard<>();
    private final Heard<DeviceStatus> states = new Heard<>();

    private static LineShape shape(LineShape.End end) {
        return new LineShape(StandardCharsets.ISO_8859_1, end, Duration.ofMillis(60), LineShape.LONGEST);
    }

    private TextLineDetector driver(VirtualLineDetector twin, boolean printer) throws InterruptedException {
        LineShape.End end = printer ? LineShape.End.LF : LineShape.End.CRLF;
        TextLineSettings settings = new TextLineSettings(
                shape(end),
                LineParserTest.RULES,
                printer,
                Duration.ofMillis(250),
                Duration.ofMillis(300),
                Duration.ofMillis(20));
        LinkAddress place = LinkAddress.parse(twin.address());
        TextLineDetector detector = new TextLineDetector("prova", place::newLink, settings, Clock.systemUTC());
        detector.addDetectorListener(events::add);
        detector.addLineListener((line, meaning) -> lines.add(meaning));
        detector.addListener(states::add);
        detector.start();
        states.until(status -> status.state() == DeviceState.READY);
        meet(twin);
        return detector;
    }

    /** A twin on a socket may not have taken the call yet, and what it says meanwhile is lost. */
    private void meet(VirtualLineDetector twin) throws InterruptedException {
        do {
            twin.say("ready");
        } while (!lines.comes(Duration.ofMillis(100)));
    }

    private VirtualLineDetector serial(Port port) throws IOException {
        return new VirtualLineDetector(TwinPlug.line(folder.resolve("detector")), port);
    }

    private static VirtualLineDetector tcp(Port port) throws IOException {
        return new VirtualLineDetector(TwinPlug.tcp(0), port);
    }

    private NoteReading note() throws InterruptedException {
        return events.next(NoteRead.class).reading();
    }

    private static String word(TwinFault fault) {
        return fault.name().replace("_", "");
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertGone("detector-prova");
    }

    @Test
    @Tag("R-TIL-19")
    void eachNoteOfADeskDetectorIsTold() throws Exception {
        try (VirtualLineDetector twin = serial(Port.LINES);
                TextLineDetector detector = driver(twin, false)) {
            twin.showNote(Denomination.NOTE_50, true, "X11111111111");
            NoteReading good = note();
            assertEquals(NoteVerdict.GENUINE, good.verdict());
            assertEquals(Optional.of(Denomination.NOTE_50), good.note());
            assertEquals("X11111111111", good.noteSerial());
            assertEquals(NoteReading.Origin.DEVICE, good.origin());
            twin.showNote(Denomination.NOTE_20, false, "S22222222222");
            assertEquals(NoteVerdict.SUSPECT, note().verdict());
            assertEquals(DeviceState.READY, detector.status().state());
        }
    }

    @Test
    void aCounterPrintsItsReportOnUs() throws Exception {
        Map<Denomination, Integer> bundle = new EnumMap<>(Denomination.class);
        bundle.put(Denomination.NOTE_50, 21);
        bundle.put(Denomination.NOTE_5, 3);
        try (VirtualLineDetector twin = tcp(Port.PRINTER);
                TextLineDetector detector = driver(twin, true)) {
            twin.count(bundle);
            DetectorReport report = events.next(ReportClosed.class).report();
            assertEquals(Optional.of(Money.ofCents(106_500)), report.total());
            assertEquals(
                    2,
                    report.rows().stream().filter(row -> row.note().isPresent()).count());
            assertTrue(report.agrees());
            assertEquals(0, twin.waiting());
            assertEquals("", detector.status().code());
        }
    }

    @Test
    void aReportThatBreaksOffOrDoesNotAddUpIsMarked() throws Exception {
        try (VirtualLineDetector twin = tcp(Port.LINES);
                TextLineDetector detector = driver(twin, false)) {
            twin.say("*** COUNT REPORT ***");
            twin.say("EUR  50 x    2 = 100,00");
            DetectorReport brokenOff = events.next(ReportClosed.class).report();
            assertFalse(brokenOff.ended());
            assertFalse(brokenOff.agrees());
            twin.say("*** COUNT REPORT ***");
            twin.say("EUR  50 x    2 = 100,00");
            twin.say("TOTAL EUR 150,00");
            twin.say("*** END ***");
            DetectorReport wrong = events.next(ReportClosed.class).report();
            assertTrue(wrong.ended());
            assertFalse(wrong.agrees());
            assertEquals(DeviceState.READY, detector.status().state());
        }
    }

    @Test
    void everyScriptedFaultIsSurvived() throws Exception {
        try (VirtualLineDetector twin = serial(Port.LINES);
                TextLineDetector detector = driver(twin, false)) {
            for (TwinFault fault : List.of(TwinFault.SILENCE, TwinFault.RESET)) {
                twin.fail(fault);
                twin.showNote(Denomination.NOTE_500, true, "LOST");
                twin.showNote(Denomination.NOTE_10, true, "N" + word(fault));
                assertEquals("N" + word(fault), note().noteSerial());
            }
            twin.fail(TwinFault.DUPLICATE);
            twin.showNote(Denomination.NOTE_10, true, "TWICE");
            twin.showNote(Denomination.NOTE_10, true, "ONCE");
            assertEquals("TWICE", note().noteSerial());
            assertEquals("ONCE", note().noteSerial());
            for (TwinFault fault : List.of(TwinFault.GARBAGE, TwinFault.PARTIAL, TwinFault.DELAYED_BYTE)) {
                while (!lines.isEmpty()) {
                    lines.next();
                }
                twin.fail(fault);
                twin.showNote(Denomination.NOTE_500, true, "BAD");
                assertEquals(
                        new NotUnderstood(Why.BROKEN),
                        lines.until(meaning -> meaning instanceof NotUnderstood not && not.why() == Why.BROKEN));
                states.until(status -> status.code().equals(DetectorTrouble.LINES_NOT_UNDERSTOOD.code()));
                twin.showNote(Denomination.NOTE_10, true, "GOOD" + word(fault));
                assertEquals("GOOD" + word(fault), note().noteSerial());
                states.until(status -> status.state() == DeviceState.READY);
            }
            assertEquals("", detector.status().code());
        }
    }

    @Test
    @Tag("Q53")
    void pulledInTheMiddleAndPutBack() throws Exception {
        try (VirtualLineDetector twin = tcp(Port.LINES);
                TextLineDetector detector = driver(twin, false)) {
            twin.fail(TwinFault.DISCONNECT);
            twin.showNote(Denomination.NOTE_500, true, "LOST");
            states.until(status -> status.state() == DeviceState.DISCONNECTED);
            twin.plugIn();
            states.until(status -> status.state() == DeviceState.READY);
            meet(twin);
            twin.showNote(Denomination.NOTE_5, true, "BACK");
            assertEquals("BACK", note().noteSerial());
            assertTrue(detector.status().state().isUsable());
        }
    }

    @Test
    void whatTheDeviceComplainsOfIsShownUntilItIsWell() throws Exception {
        try (VirtualLineDetector twin = tcp(Port.LINES);
                TextLineDetector detector = driver(twin, false)) {
            twin.say("ERR 7 sensor dirty");
            assertEquals(
                    "ERR 7 sensor dirty", events.next(DeviceComplains.class).text());
            DeviceStatus told = states.until(status -> status.code().equals("DEV-502"));
            assertEquals(List.of("ERR 7 sensor dirty"), told.details());
            twin.say("ready");
            states.until(status -> status.state() == DeviceState.READY);
            detector.use(LineRules.of(List.of()));
            twin.say("ready again");
            states.until(status -> status.code().equals("DEV-501"));
        }
    }

    @Test
    void noiseOnTheLineIsSurvived() throws Exception {
        byte[] noise = new byte[20_000];
        new Random(3).nextBytes(noise);
        try (VirtualLineDetector twin = tcp(Port.PRINTER);
                TextLineDetector detector = driver(twin, true)) {
            twin.noise(noise);
            states.until(status -> status.code().equals("DEV-501"));
            lines.until(meaning -> meaning instanceof NotUnderstood not && not.why() == Why.BROKEN);
            twin.say("ready");
            states.until(status -> status.state() == DeviceState.READY);
            assertEquals("", detector.status().code());
        }
    }
}
