package it.sportello.devices.dispenser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.DeviceState;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.dispenser.VirtualDispenser;
import it.sportello.domain.queue.QueueNumber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Driver and twin of a dispenser over a real serial line of the system. */
@Tag("R-QUE-4")
class LineTicketDispenserTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final LineTemplate USUAL = LineTemplate.parse("TICKET (?<letter>[A-Z]) (?<number>\\d+) .*");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final BlockingQueue<DispensedTicket> tickets = new LinkedBlockingQueue<>();

    private TicketDispenser driver(String address) {
        LinkAddress place = LinkAddress.parse(address);
        TicketDispenser dispenser = new LineTicketDispenser(
                "entrata", place::newLink, USUAL, Duration.ofMillis(100), Clock.fixed(NOW, ZoneOffset.UTC));
        dispenser.addTicketListener(tickets::add);
        return dispenser;
    }

    private static CountDownLatch becomes(TicketDispenser dispenser, DeviceState state) {
        CountDownLatch there = new CountDownLatch(1);
        dispenser.addListener(status -> {
            if (status.state() == state) {
                there.countDown();
            }
        });
        return there;
    }

    private String next() throws InterruptedException {
        DispensedTicket ticket = tickets.poll(60, TimeUnit.SECONDS);
        return ticket == null ? "nothing came" : ticket.number() + " " + ticket.at();
    }

    @Test
    void everyNumberPrintedIsHeardAndOtherLinesAreNot() throws Exception {
        try (VirtualDispenser twin = new VirtualDispenser(TwinPlug.line(folder.resolve("line")));
                TicketDispenser dispenser = driver(twin.address())) {
            CountDownLatch ready = becomes(dispenser, DeviceState.READY);
            dispenser.start();
            assertTrue(ready.await(60, TimeUnit.SECONDS));
            twin.print('A', 42);
            twin.say("CARTA IN ESAURIMENTO\r\n");
            twin.say("TICKET B 00");
            twin.say("7 09:31\n\nTICKET C 9999 x\rTICKET A 43 -\u0003");
            assertEquals("A042 " + NOW, next());
            assertEquals("B007 " + NOW, next());
            assertEquals("A043 " + NOW, next());
            assertTrue(tickets.isEmpty());
        }
    }

    @Test
    @Tag("Q43")
    void aLineThatIsGoneIsToldAndTakenUpAgain() throws Exception {
        Path line = folder.resolve("line");
        VirtualDispenser first = new VirtualDispenser(TwinPlug.line(line));
        try (TicketDispenser dispenser = driver(first.address())) {
            CountDownLatch ready = becomes(dispenser, DeviceState.READY);
            dispenser.start();
            assertTrue(ready.await(60, TimeUnit.SECONDS));
            CountDownLatch gone = becomes(dispenser, DeviceState.DISCONNECTED);
            first.unplug();
            assertTrue(gone.await(60, TimeUnit.SECONDS));
            CountDownLatch back = becomes(dispenser, DeviceState.READY);
            try (VirtualDispenser second = new VirtualDispenser(TwinPlug.line(line))) {
                assertTrue(back.await(60, TimeUnit.SECONDS));
                second.print('A', 1);
                assertEquals("A001 " + NOW, next());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'A:.*N\\. (?<number>\\d+)', 'STAMPATO N. 17', A017",
        "'(?<number>[A-Z]\\d{3});.*', 'B042;08:15', B042",
        "'(?<letter>[A-Z])-(?<number>\\d+)', 'C-00012', C012",
        "'A:(?<letter>[A-Z])?(?<number>\\d+)', '8', A008",
        "'A:(?<letter>[A-Z])?(?<number>\\d+)', 'D8', D008",
        "'A:(?<number>\\d+)', '0', ''",
        "'A:(?<number>\\d+)', '1000', ''",
        "'A:(?<number>\\d+)', '12 x', ''",
        "'(?<number>\\d+)', '12', ''"
    })
    void theTemplateSaysWhichLineIsATicket(String setting, String line, String number) {
        assertEquals(
                Optional.ofNullable(QueueNumber.parse(number)),
                LineTemplate.parse(setting).read(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A:(a+)+(?<number>\\d+)", "TICKET \\d+", "(?<number>", "A:", "(?<letter>[A-Z])"})
    void aTemplateWithoutANumberIsNone(String setting) {
        assertThrows(IllegalArgumentException.class, () -> LineTemplate.parse(setting));
    }

    /** However the reads fall, the lines are the same; rubbish before and between them makes no ticket. */
    @Test
    void hostileBytesMakeNoTicketAndHideNone() {
        Random dice = new Random(7);
        for (int round = 0; round < 300; round++) {
            StringBuilder said = new StringBuilder();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                if (dice.nextBoolean()) {
                    byte[] rubbish = new byte[dice.nextInt(400)];
                    dice.nextBytes(rubbish);
                    said.append(new String(rubbish, StandardCharsets.ISO_8859_1))
                            .append('\r');
                }
                int number = 1 + dice.nextInt(999);
                said.append("TICKET A ").append(number).append(" 08:00\n");
                expected.add(new QueueNumber('A', number).printed());
            }
            byte[] bytes = said.toString().getBytes(StandardCharsets.ISO_8859_1);
            LineFramer framer = new LineFramer();
            List<String> heard = new ArrayList<>();
            int from = 0;
            while (from < bytes.length) {
                int to = Math.min(bytes.length, from + 1 + dice.nextInt(60));
                byte[] part = Arrays.copyOfRange(bytes, from, to);
                framer.accept(part, part.length)
                        .forEach(line -> USUAL.read(line).ifPresent(number -> heard.add(number.printed())));
                from = to;
            }
            assertEquals(expected, heard);
        }
    }

    @Test
    void everyFaultOfALineHasItsWords() {
        for (String code : List.of(DeviceFault.LINK_UNAVAILABLE, DeviceFault.LINK_LOST)) {
            assertTrue(DispenserTexts.bundle(Locale.ITALIAN).containsKey("device." + code + ".action"), code);
        }
    }
}
