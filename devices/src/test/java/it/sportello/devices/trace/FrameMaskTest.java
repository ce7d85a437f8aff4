package it.sportello.devices.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.card.CardBackend;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing personal gets into a trace; what steers the device does. */
@Tag("R-SEC-2")
class FrameMaskTest {
    private static final String PERSON = "RSSMRA80A01H501U";

    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer value) {
                out.write(value);
            } else {
                out.writeBytes(part.toString().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aReceiptKeepsItsCommandsAndLosesItsWords() {
        byte[] receipt = bytes(
                0x1B,
                "@",
                0x1B,
                "t",
                19,
                0x1B,
                "a",
                1,
                PERSON,
                0x0A,
                "12,50 EUR",
                0x0A,
                0x1D,
                "VB",
                0,
                0x10,
                4,
                1,
                0x1D,
                "r",
                1);

        assertArrayEquals(
                bytes(
                        0x1B,
                        "@",
                        0x1B,
                        "t",
                        19,
                        0x1B,
                        "a",
                        1,
                        "xxxxxx99x99x999x",
                        0x0A,
                        "99.99 xxx",
                        0x0A,
                        0x1D,
                        "VB",
                        0,
                        0x10,
                        4,
                        1,
                        0x1D,
                        "r",
                        1),
                FrameMask.of(DeviceKind.RECEIPT_PRINTER).toDevice(receipt));
    }

    @Test
    void codesAndPicturesOfAReceiptAreHiddenWhole() {
        byte[] code = bytes(0x1D, "(k", PERSON.length() + 3, 0, "1P0", PERSON, 0x1D, "kI", 4, "{C", 12, 34, "a");
        assertArrayEquals(
                bytes(0x1D, "(k", PERSON.length() + 3, 0, "1P0", "x".repeat(16), 0x1D, "kI", 4, "xxxx", "x"),
                FrameMask.of(DeviceKind.RECEIPT_PRINTER).toDevice(code));

        byte[] picture = bytes(0x1D, "v0", 0, 2, 0, 2, 0, 0xFF, 0x81, 0x1B, "@", PERSON);
        assertArrayEquals(
                bytes(0x1D, "v0", 0, 2, 0, 2, 0, "xxxx", "xxxxxx99x99x999x"),
                FrameMask.of(DeviceKind.RECEIPT_PRINTER).toDevice(picture));

        byte[] old = bytes(0x1D, "k", 4, PERSON, 0, 0x1B, "*", 33, 2, 0, "abcdef", "Z");
        assertArrayEquals(
                bytes(0x1D, "k", 4, "x".repeat(16), 0, 0x1B, "*", 33, 2, 0, "xxxxxx", "x"),
                FrameMask.of(DeviceKind.RECEIPT_PRINTER).toDevice(old));
    }

    /** Wherever the driver cuts its blocks, the result is the same. */
    @Test
    void aReceiptMayComeInPieces() {
        byte[] receipt = bytes(
                0x1B, "@", "Nome", 0x0A, 0x1D, "(k", 10, 0, "1P0ABCDEFG", 0x1D, "v0", 0, 1, 0, 3, 0, 1, 2, 3, "fine");
        byte[] whole = FrameMask.of(DeviceKind.RECEIPT_PRINTER).toDevice(receipt);
        for (int cut = 1; cut < receipt.length; cut++) {
            FrameMask mask = FrameMask.of(DeviceKind.RECEIPT_PRINTER);
            ByteArrayOutputStream pieces = new ByteArrayOutputStream();
            pieces.writeBytes(mask.toDevice(Arrays.copyOfRange(receipt, 0, cut)));
            pieces.writeBytes(mask.toDevice(Arrays.copyOfRange(receipt, cut, receipt.length)));
            assertArrayEquals(whole, pieces.toByteArray(), "cut at " + cut);
        }
    }

    @Test
    void aScanIsItsLengthAndItsClasses() {
        assertEquals(
                ".x9xxxxxx99x99x999x\r",
                text(FrameMask.of(DeviceKind.BARCODE_READER).fromDevice(bytes("]C0", PERSON, 0x0D))));
    }

    @Test
    @Tag("R-SEC-2")
    void aDispensersLineKeepsItsShapeAndNotWhoTookTheNumber() {
        assertEquals(
                "xxxxxx x 99 99.99 xxxxxx99x99x999x\r\n",
                text(FrameMask.of(DeviceKind.TICKET_DISPENSER)
                        .fromDevice(bytes("TICKET A 42 08:00 ", PERSON, 0x0D, 0x0A))));
    }

    /** Paper end, cover and error of an Epson look like letters and digits, one for each question. */
    @Test
    void aPrintersAnswersStay() {
        FrameMask mask = FrameMask.of(DeviceKind.RECEIPT_PRINTER);
        StringBuilder seen = new StringBuilder();
        for (String answer : List.of("r", "2", "6", "z", "r", "r", "r", "r")) {
            mask.toDevice(bytes(0x10, 0x04, 0x01));
            seen.append(text(mask.fromDevice(bytes(answer))));
        }
        assertEquals("r26zrrrr", seen.toString());
        byte[] automatic = bytes(0x38, 0x00, 0x6C, 0x0F, 0x14, 0x00, 0x00, 0x0F);
        assertArrayEquals(automatic, mask.fromDevice(automatic));
    }

    /** A line that echoes, or a reader in the printer's port. */
    @Test
    @Tag("R-SEC-2")
    void aTextThatComesFromAPrinterIsMaskedHoweverItArrives() {
        byte[] echo = bytes(0x12, PERSON, 0x0D, "MARIO ROSSI", 0x0D);
        String expected = "\u0012xxxxxx99x99x999x\rxxxxx xxxxx\r";
        assertEquals(expected, text(FrameMask.of(DeviceKind.RECEIPT_PRINTER).fromDevice(echo)));
        FrameMask dribbled = FrameMask.of(DeviceKind.RECEIPT_PRINTER);
        StringBuilder seen = new StringBuilder();
        for (byte b : echo) {
            seen.append(text(dribbled.fromDevice(new byte[] {b})));
        }
        assertEquals(expected.replace("\u0012x", "\u0012" + PERSON.charAt(0)).replace("\rx", "\rM"), seen.toString());
        FrameMask broken = FrameMask.of(DeviceKind.RECEIPT_PRINTER);
        assertEquals("", text(broken.fromDevice(bytes("ROSSI"))));
        assertEquals("xxxxx", text(broken.rest()));
    }

    private static int xor(byte[] packet) {
        int sum = 0;
        for (byte b : packet) {
            sum ^= b;
        }
        return sum & 0xFF;
    }

    @Test
    void aPaymentsAnswerLosesItsCardAndKeepsItsCheckByte() {
        byte[] answer = bytes(
                0x06,
                0x03,
                0x7A,
                0x02,
                "123456780E00",
                "4532********1234   ",
                "ICC",
                "123456",
                "3261030",
                "1",
                "00000000001",
                "000123",
                "000000",
                0x03,
                0x55);
        byte[] masked = FrameMask.of(DeviceKind.PAYMENT_TERMINAL).fromDevice(answer);

        assertEquals(answer.length, masked.length);
        assertEquals(xor(answer), xor(masked));
        assertFalse(text(masked).contains("4532"));
        assertFalse(text(masked).contains("1234   "));
        assertTrue(text(masked).contains("123456780E00"));
        assertTrue(text(masked).contains("ICC123456"));
    }

    @Test
    void aReceiptOfTheTerminalIsHiddenAlsoWhenItComesByteByByte() {
        byte[] receipt = bytes(0x02, "123456780S", "ROSSI MARIO}CARTA ****1234}", 0x03, 0x41);
        FrameMask mask = FrameMask.of(DeviceKind.PAYMENT_TERMINAL);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte b : receipt) {
            all.writeBytes(mask.fromDevice(new byte[] {b}));
        }
        byte[] masked = all.toByteArray();

        assertEquals(receipt.length, masked.length);
        assertEquals(xor(receipt), xor(masked));
        assertFalse(text(masked).contains("ROSSI"));
        assertFalse(text(masked).contains("1234}"));
        assertEquals(2, text(masked).chars().filter(c -> c == '}').count());
    }

    @Test
    void aBrokenOffPacketIsHiddenWhole() {
        FrameMask mask = FrameMask.of(DeviceKind.PAYMENT_TERMINAL);
        assertEquals(0, mask.fromDevice(bytes(0x02, "123456780SROSSI")).length);
        assertFalse(text(mask.rest()).contains("ROSSI"));
        assertEquals(0, mask.rest().length);
    }

    @Test
    void aPacketWithoutItsBeginningOrItsEndIsHiddenToo() {
        FrameMask mask = FrameMask.of(DeviceKind.PAYMENT_TERMINAL);
        String headless = text(mask.fromDevice(bytes("123456780E004111111111111111", 0x03, 0x41)));
        assertFalse(headless.contains("4111"), headless);
        mask = FrameMask.of(DeviceKind.PAYMENT_TERMINAL);
        String joined =
                text(mask.fromDevice(bytes(0x02, "123456780s0000", 0x02, "123456780E004111111111111111", 0x03, 0x41)));
        assertFalse(joined.contains("4111"), joined);
    }

    @Test
    void confirmationsAndWordsOfProgressStayReadableHoweverTheyArrive() {
        FrameMask mask = FrameMask.of(DeviceKind.PAYMENT_TERMINAL);
        byte[] talk = bytes(0x06, 0x03, "z", 0x01, "INSERIRE LA CARTA   ", 0x04, 0x15, 0x03, "i");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte b : talk) {
            all.writeBytes(mask.fromDevice(new byte[] {b}));
        }
        assertArrayEquals(talk, all.toByteArray());
    }

    @Test
    void hostileBytesNeverBreakAMaskAndNeverGrow() {
        Random random = new Random(7);
        for (DeviceKind kind : DeviceKind.values()) {
            for (int round = 0; round < 200; round++) {
                FrameMask mask = FrameMask.of(kind);
                int in = 0;
                int out = 0;
                for (int piece = 0; piece < 5; piece++) {
                    byte[] noise = new byte[random.nextInt(1500)];
                    random.nextBytes(noise);
                    in += noise.length;
                    out += mask.fromDevice(noise).length;
                    assertEquals(noise.length, mask.toDevice(noise).length);
                }
                assertEquals(in, out + mask.rest().length, kind.name());
            }
        }
    }

    @Test
    void aCardsFilesBecomeTheirLengths() {
        DeviceTrace trace = new DeviceTrace(Clock.systemUTC());
        CardBackend.CardSlot slot =
                new WatchedCards(new OneCard(), trace).slots().getFirst();
        try (CardBackend.CardConnection card = slot.connect()) {
            byte[] answer = card.transmit(HexFormat.of().parseHex("00b0000010"));
            assertEquals(PERSON, new String(answer, 0, 16, StandardCharsets.US_ASCII));
            card.transmit(HexFormat.of().parseHex("00a40000021102"));
        }

        String seen = new TraceFile("r", DeviceKind.CARD_READER, "pcsc", "", trace.frames()).text();
        assertTrue(seen.contains("> 00 b0 00 00 10 "), seen);
        assertTrue(seen.contains("< " + "78 ".repeat(16) + "90 00 |"), seen);
        assertTrue(seen.contains("> 00 a4 00 00 02 11 02 "), seen);
        assertFalse(seen.contains(PERSON), seen);
    }

    /** Answers everything with a tax code. */
    private static final class OneCard implements CardBackend {
        @Override
        public List<CardSlot> slots() {
            return List.of(new CardSlot() {
                @Override
                public String name() {
                    return "one";
                }

                @Override
                public boolean isCardPresent() {
                    return true;
                }

                @Override
                public CardConnection connect() {
                    return card();
                }
            });
        }

        private static CardConnection card() {
            return new CardConnection() {
                @Override
                public byte[] atr() {
                    return new byte[] {0x3B, 0x00};
                }

                @Override
                public byte[] transmit(byte[] command) {
                    return bytes(PERSON, 0x90, 0x00);
                }

                @Override
                public void close() {
                    // nothing is held
                }
            };
        }

        @Override
        public boolean waitForChange(Duration atMost) {
            return false;
        }

        @Override
        public void rebuild() {
            // nothing is held
        }
    }
}
