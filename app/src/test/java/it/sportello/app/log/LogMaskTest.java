package it.sportello.app.log;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log that the product ships tells nobody's code, not even out of an exception. */
class LogMaskTest {
    @Test
    @Tag("R-SEC-2")
    void codesAreMaskedInMessagesAndExceptions() {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            LoggerFactory.getLogger("test")
                    .error(
                            "found RSSMRA80A41H50MQ and 80123450126 of T01",
                            new IllegalStateException("card 80380000900000000174"));
        } finally {
            System.setErr(before);
        }
        String log = written.toString(StandardCharsets.UTF_8);
        assertTrue(log.contains("found *** and *** of T01"), log);
        assertTrue(log.contains("card ***"), log);
        assertFalse(log.contains("RSSMRA") || log.contains("8038000"), log);
    }
}
