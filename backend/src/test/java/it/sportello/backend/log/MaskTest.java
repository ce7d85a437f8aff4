package it.sportello.backend.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No personal code reaches the log. */
class MaskTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "RSSMRA80A01H501U",
                "rssmra80a01h501u",
                "RSSMRAULALMHRLMU",
                "STP0501234567890",
                "ENI0501234567890",
                "12345678903",
                "0500A4123456789",
                "80380000500123456789",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
            })
    void personalCodesAreMasked(String code) {
        assertEquals("value (***) here", Mask.of("value (" + code + ") here"));
    }

    @Test
    void whatAnEngineerNeedsStays() {
        String line = "SEQUENCE_HOLE [B-0A1B2C] POST /v1/operations 0199b6f2-7c1e-7a00-8000-1234567890ab T01 2026";
        assertEquals(line, Mask.of(line));
    }
}
