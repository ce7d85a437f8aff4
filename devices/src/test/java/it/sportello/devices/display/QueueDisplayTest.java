package it.sportello.devices.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceState;
import it.sportello.devices.display.AlphaProtocol.Content;
import it.sportello.devices.display.AlphaProtocol.Position;
import it.sportello.devices.display.DisplayOutcome.NotShown;
import it.sportello.devices.display.DisplayOutcome.Overtaken;
import it.sportello.devices.display.DisplayOutcome.Shown;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.display.VirtualDisplay;
import it.sportello.devices.twin.display.VirtualDisplay.Dialect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Driver and twin over a pseudo-terminal and over TCP. */
@Timeout(20)
class QueueDisplayTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static QueueDisplay driver(String address, DisplayProtocol protocol) {
        LinkAddress place = LinkAddress.parse(address);
        return new LinkQueueDisplay("prova", place::newLink, protocol, Duration.ofMillis(100), Clock.systemUTC());
    }

    private static DisplayOutcome show(QueueDisplay display, long sequence, String number) throws Exception {
        return display.show(new QueueCall(sequence, number, "3")).get(5, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertTrue(condition.getAsBoolean(), "did not happen in time");
    }

    @Test
    @Tag("Q43")
    void theNumberIsToBeReadAndTheDeskKnows() throws Exception {
        try (VirtualDisplay twin = new VirtualDisplay(TwinPlug.line(folder.resolve("display")), Dialect.CD5220);
                QueueDisplay display = driver(twin.address(), new Cd5220Protocol(Locale.ITALIAN))) {
            assertEquals(new Shown(1, false), show(display, 1, "A042"));
            await(() -> twin.lines().equals(List.of("CHIAMATA A042", "SPORTELLO 3")));
            assertEquals(new Overtaken(1), show(display, 1, "A041"));
            display.clear(2).get(5, TimeUnit.SECONDS);
            await(() -> twin.lines().equals(List.of("", "")));
        }
    }

    @Test
    @Tag("Q43")
    void afterAnInterruptionItShowsTheLatestStateOnly() throws Exception {
        try (VirtualDisplay twin = new VirtualDisplay(TwinPlug.line(folder.resolve("display")), Dialect.CD5220);
                QueueDisplay display = driver(twin.address(), new Cd5220Protocol(Locale.ITALIAN))) {
            display.start();
            show(display, 1, "A042");
            await(() -> display.status().state() == DeviceState.READY);
            twin.unplug();
            await(() -> display.status().state() == DeviceState.DISCONNECTED);
            assertInstanceOf(NotShown.class, show(display, 2, "A043"));
            assertEquals(new NotShown(3, "DEV-010"), show(display, 3, "A044"));
            twin.plugIn();
            await(() -> twin.lines().equals(List.of("CHIAMATA A044", "SPORTELLO 3")));
            assertTrue(twin.seen().stream().noneMatch(lines -> lines.getFirst().contains("A043")));
            assertEquals(DeviceState.READY, display.status().state());
        }
    }

    @Test
    void anAlphaSignConfirmsAndItsSilenceIsTold() throws Exception {
        try (VirtualDisplay twin = new VirtualDisplay(TwinPlug.tcp(0), Dialect.ALPHA);
                QueueDisplay display =
                        driver(twin.address(), new AlphaProtocol(Position.FILL, Content.NUMBER_AND_DESK, true, true))) {
            assertEquals(new Shown(1, true), show(display, 1, "A042"));
            assertEquals(List.of("A042 > 3"), twin.lines());
            twin.setMute(true);
            assertEquals(new NotShown(2, "DEV-012"), show(display, 2, "A043"));
            twin.setMute(false);
            assertEquals(new Shown(3, true), show(display, 3, "A044"));
        }
    }

    @Test
    void anAlphaSignOnASerialLineWithSevenBits() throws Exception {
        try (VirtualDisplay twin = new VirtualDisplay(TwinPlug.line(folder.resolve("alpha")), Dialect.ALPHA);
                QueueDisplay display = driver(
                        twin.address() + "?baud=9600&data=7&parity=even",
                        new AlphaProtocol(Position.MIDDLE, Content.NUMBER, false, false))) {
            assertEquals(new Shown(1, false), show(display, 1, "B007"));
            await(() -> twin.lines().equals(List.of("B007")));
        }
    }

    @Test
    void everyCodeOfTheDriverHasItsText() {
        for (String code : List.of("DEV-001", "DEV-010", "DEV-011", "DEV-012", LinkQueueDisplay.REFUSED)) {
            assertTrue(DisplayTexts.bundle(Locale.ITALIAN).containsKey("device." + code + ".action"), code);
        }
    }
}
