package it.sportello.devices.twin.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Options and commands. */
@Timeout(60)
class TwinCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneId.of("Europe/Rome"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String input, String... words) {
        return new TwinCommand(
                        new BufferedReader(new StringReader(input)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8),
                        CLOCK)
                .run(List.of(words));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String wrong() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(TwinFamily.class)
    void everyTwinListsItsOptionsAndItsCommands(TwinFamily family) {
        assertEquals(TwinCommand.DONE, run("", family.word(), "--help"));
        for (TwinOption option : family.options()) {
            assertTrue(said().contains(option.form()), option.form());
        }
        List<String> words =
                family == TwinFamily.CARD ? List.of("card", "--in-process") : List.of(family.word(), "--tcp", "0");
        assertEquals(TwinCommand.DONE, run("help\nquit\n", words.toArray(String[]::new)), wrong());
        assertTrue(said().contains("quit"));
        assertTrue(said().contains("twin " + family.word() + " listens on "));
        if (family != TwinFamily.CARD) {
            assertTrue(said().contains(" listens on tcp:127.0.0.1:"), said());
            assertTrue(said().contains("fault KIND [COUNT]"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fridge, 'the twin is one of card, detector, display, printer, scanner, terminal, not fridge'",
        "printer --colour, there is no option --colour",
        "printer --tcp, --tcp needs PORT",
        "printer --tcp 70000, '--tcp is a number from 0 to 65535, not 70000'",
        "printer --tcp 0 --pty, '--tcp, --pty and --link exclude one another'",
        "printer --tcp 0 --tcp 0, --tcp is given twice",
        "detector --protocol morse, '--protocol is one of cctalk-crc, cctalk-simple, escpos, ssp, ssp-old, text, not morse'",
        "detector --echo --tcp 0, --echo is for ccTalk only",
        "terminal --id 12, '--id is eight digits, not 12'",
        "card --insert v9 --in-process, the card is one of bank",
    })
    void whatMakesNoSenseIsToldWithTheUsage(String line, String message) {
        assertEquals(TwinCommand.WRONG, run("quit\n", line.split(" ")));
        assertTrue(wrong().contains(message), wrong());
        assertTrue(wrong().contains("usage: sportello twin"), wrong());
        assertEquals("", said());
    }

    @Test
    void withoutAWordTheUsageIsTold() {
        assertEquals(TwinCommand.WRONG, run(""));
        assertTrue(wrong().contains("terminal"), wrong());
    }

    @Test
    void aPortThatIsTakenIsToldInOneLine() throws Exception {
        try (java.net.ServerSocket taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            int code = run("quit\n", "display", "--tcp", Integer.toString(taken.getLocalPort()));
            assertEquals(TwinCommand.FAILED, code);
            assertEquals(1, wrong().lines().count(), wrong());
        }
    }

    @Test
    void commandsThatMakeNoSenseAreToldAndTheTwinGoesOn() {
        String input = "paper\npaper blue\ncover open now\nfault garbage 0\nfault\nspeed fast\n\n# remark\nquit\n";
        assertEquals(TwinCommand.DONE, run(input, "printer"));
        for (String message : List.of(
                "the paper is missing (it is written: paper ok|low|out [after LINES])",
                "the paper is one of low, ok, out, not blue",
                "too many words: now (it is written: cover open|close)",
                "the count is a number from 1 to 1000, not 0",
                "the fault is missing",
                "the time is a number from 0 to 60000, not fast")) {
            assertTrue(said().contains(message), said());
        }
    }

    @Test
    void aFileOfCardsThatIsWrongSaysWhere() throws Exception {
        Path cards = folder.resolve("cards");
        Files.writeString(cards, "anna = 6090000000017002;2024-03-15\n");
        assertEquals(TwinCommand.WRONG, run("", "card", "--in-process", "--file", cards.toString()));
        assertTrue(wrong().contains("the card anna has 2 fields instead of 10"), wrong());
    }
}
