package it.sportello.devices.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.display.DisplayTemplate.Reading;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Displays described by whoever installs them. */
@Timeout(30)
class DisplayTemplateTest {

    private static final QueueCall CALL = new QueueCall(1, "A042", "Sportello 3", "Ritiro referti", false);

    private static DisplayProtocol good(Map<String, String> settings) {
        Reading reading = DisplayTemplate.read(settings);
        return assertInstanceOf(Reading.Good.class, reading, reading::toString).protocol();
    }

    private static List<TemplateFault> faults(Map<String, String> settings) {
        return assertInstanceOf(Reading.Refused.class, DisplayTemplate.read(settings))
                .faults();
    }

    private static String shown(String call) {
        return new String(good(Map.of("call", call)).show(CALL), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "{ticket}#A042",
                "{prefix}/{number}#A/42",
                "{ticket}{number:03}#A042042",
                "{number:5}#   42",
                "{number:1}#2",
                "{ticket:-6}|#A042  |",
                "{ticket:-2}|#A0|",
                "{ticket} {desk} {deskNumber:02}#A042 Sportello 3 03",
                "{ticket} {service:-6}#A042 Ritiro",
                "{{{ticket}}}#{A042}"
            })
    void gapsAreFilled(String template, String message) {
        assertEquals(message, shown(template));
    }

    @Test
    void escapesAreBytesAndValuesCannotHoldCommands() {
        assertArrayEquals(
                HexFormat.of().parseHex("0241303432FF0D0A095C"),
                good(Map.of("call", "\\x02{ticket}\\xff\\r\\n\\t\\\\")).show(CALL));
        QueueCall hostile = new QueueCall(1, "A\u0002\u001B1", "\r\n", "é", false);
        assertEquals(
                "A  1  e'",
                new String(good(Map.of("call", "{ticket}{desk}{service}")).show(hostile), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aRepeatedCallHasItsOwnMessageWhereGiven() {
        QueueCall again = new QueueCall(2, "A042", "3", "", true);
        assertEquals(
                "R42",
                new String(
                        good(Map.of("call", "C{number}", "recall", "R{number}")).show(again),
                        StandardCharsets.US_ASCII));
        assertEquals("C42", new String(good(Map.of("call", "C{number}")).show(again), StandardCharsets.US_ASCII));
        assertEquals(0, good(Map.of("call", "C{number}")).clear().length);
    }

    /** The check values that others publish for "123456789", and the Alpha frame of the reference. */
    @ParameterizedTest
    @CsvSource({
        "crc16-modbus,374B",
        "crc16-modbus high,4B37",
        "crc16-xmodem,31C3",
        "crc16-xmodem hex,33314333",
        "crc16-kermit,8921",
        "crc16-kermit high,2189",
        "sum8,DD",
        "neg-sum8,23",
        "xor8,31",
        "xor8 hex,3331",
        "ascii-hex-sum16,30314444",
        "xor8 1..3,30",
        "xor8 2..-7,01",
        "sum8 9..,39"
    })
    void checkValuesAreThoseOfOthers(String check, String hex) {
        byte[] sent =
                good(Map.of("call", "123456789{check}{ticket}", "check", check)).show(CALL);
        assertEquals(
                "313233343536373839" + hex + "41303432",
                HexFormat.of().withUpperCase().formatHex(sent));
    }

    @Test
    void theAlphaFrameOfTheReferenceCanBeDescribed() {
        DisplayProtocol described = good(Map.of(
                "call", "\\x00\\x00\\x00\\x00\\x00\\x01Z00\\x02A0\\x1B0b{ticket}\\x03{check}\\x04",
                "clear", "\\x00\\x00\\x00\\x00\\x00\\x01Z00\\x02A0\\x03{check}\\x04",
                "check", "ascii-hex-sum16 10..-1"));
        assertEquals(
                "0000000000015A3030024130 1B306241303432 0330314641 04".replace(" ", ""),
                HexFormat.of().withUpperCase().formatHex(described.show(CALL)));
        assertEquals(
                "0000000000015A303002413003303037 3604".replace(" ", ""),
                HexFormat.of().withUpperCase().formatHex(described.clear()));
    }

    @Test
    void answersAreBytesOrAnExpression() {
        DisplayProtocol bytes = good(Map.of("call", "{ticket}", "answer", "\\x06", "refused", "\\x15"));
        assertTrue(bytes.answers());
        assertEquals(Optional.empty(), bytes.answer(new byte[] {1, 2}, 2));
        assertEquals(Optional.of(true), bytes.answer(new byte[] {1, 6, 9}, 3));
        assertEquals(Optional.empty(), bytes.answer(new byte[] {1, 6, 9}, 1));
        assertEquals(Optional.of(false), bytes.answer(new byte[] {6, 0x15}, 2));
        DisplayProtocol expression = good(Map.of("call", "{ticket}", "answer.pattern", "^HTTP/1\\.[01] 2\\d\\d"));
        byte[] ok = "HTTP/1.1 204 No Content\r\n".getBytes(StandardCharsets.US_ASCII);
        assertEquals(Optional.of(true), expression.answer(ok, ok.length));
        assertEquals(Optional.empty(), expression.answer(ok, 10));
    }

    /** Ten thousand times what a driver hears is matched in bounded time, even by an expression that is slow by nature. */
    @Test
    void anExpressionCannotHoldTheLane() {
        DisplayProtocol slow = good(Map.of("call", "{ticket}", "answer.pattern", "(a|aa)*b"));
        byte[] flood = "a".repeat(512).getBytes(StandardCharsets.US_ASCII);
        assertEquals(Optional.empty(), slow.answer(flood, flood.length));
        assertEquals(
                "pattern.NESTED",
                faults(Map.of("call", "{ticket}", "answer.pattern", "(a+)+b"))
                        .getFirst()
                        .code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "call#{tiket}#1#variable",
                "call#ab{ticket:0x}#11#width",
                "call#{ticket:99}#9#width",
                "call#{ticket}\\q#9#escape",
                "call#{ticket}\\x0#9#hex",
                "call#{ticket#1#brace.open",
                "call#{ticket}}#9#brace.closed",
                "call#{ticket}€#9#character",
                "call#SALVE#0#call.number",
                "call#{ticket}{check}#9#check.missing",
                "call#{ticket:9#1#brace.open",
                "recall#X{check}#2#check.missing",
                "check#crc32#1#check.kind",
                "check#xor8 0..2#6#check.range",
                "check#xor8 1..2 octal#11#check.form",
                "check#xor8 ...#0#check.shape",
                "answer#{ticket}#0#no.variables",
                "answer.pattern#a(b#4#pattern",
                "answer.pattern#.*#0#answer.empty",
                "refused#\\x15#0#refused.alone",
                "timeout#20#0#number",
                "timeout#1500#0#wait",
                "connection#sometimes#0#choice",
                "colour#red#0#unknown"
            })
    void aBadDescriptionIsRefusedWithItsPlace(String setting, String text, int position, String code) {
        Map<String, String> settings = new HashMap<>(Map.of("call", "{ticket}"));
        settings.put(setting, text);
        TemplateFault fault = faults(settings).getFirst();
        assertEquals(setting, fault.setting());
        assertEquals(code, fault.code());
        assertEquals(position, fault.position());
        String words = fault.inWords(Locale.ITALIAN);
        assertTrue(words.contains("«" + setting + "»"), words);
        assertEquals(position > 0, words.contains("carattere " + position), words);
        assertFalse(words.contains("{0}") || words.contains("{1}"), words);
    }

    @Test
    void aCheckOverBytesThatAreNotThereIsRefused() {
        TemplateFault fault =
                faults(Map.of("call", "{ticket}{check}", "check", "xor8 1..9")).getFirst();
        assertEquals(new TemplateFault("call", 9, "check.outside", List.of()), fault);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        List<TemplateFault> all =
                faults(Map.of("call", "{a}{b}", "answer", "x", "answer.pattern", "y", "retries", "9"));
        assertEquals(4, all.size(), all::toString);
        assertTrue(
                all.getFirst()
                        .inWords(Locale.ITALIAN)
                        .startsWith("Impostazione «call», carattere 1: la variabile «a» non esiste."),
                all.getFirst().inWords(Locale.ITALIAN));
    }

    @Test
    void hostileTextIsReadOrRefusedButNeverBreaks() {
        Random random = new Random(11);
        String letters = "{}\\x0aA:-check ticketnumber.()[]*+?|^$\u0000é€";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String setting =
                    List.of("call", "check", "answer", "answer.pattern").get(i % 4);
            Map<String, String> settings = new HashMap<>(Map.of("call", "{ticket}{check}", "check", "xor8"));
            settings.put(setting, text.toString());
            switch (DisplayTemplate.read(settings)) {
                case Reading.Good(DisplayProtocol protocol) -> assertTrue(protocol.show(CALL).length > 0);
                case Reading.Refused(List<TemplateFault> faults) ->
                    faults.forEach(
                            fault -> assertFalse(fault.inWords(Locale.ITALIAN).isBlank()));
            }
        }
    }
}
