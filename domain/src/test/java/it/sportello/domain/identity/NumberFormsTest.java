package it.sportello.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.domain.identity.PrescriptionNumberReader.Reading;
import it.sportello.domain.money.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of chapter 1 of the reference text, each against its printed rule. */
@Tag("R-IDN-2")
class NumberFormsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
    private static final Pattern NRE = Pattern.compile("[0-9]{3}[0-9A-Z]{2}[0-7][0-9]{9}");

    private static String digits(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    /** Odd positions as they are, even ones doubled, minus 9 above 9; ten minus the sum. */
    private static int provisionalCheck(String ten) {
        int sum = 0;
        for (int position = 1; position <= 10; position++) {
            int digit = ten.charAt(position - 1) - '0';
            int value = position % 2 == 1 ? digit : 2 * digit;
            sum += value > 9 ? value - 9 : value;
        }
        return (10 - sum % 10) % 10;
    }

    @Test
    void theCheckDigitOfProvisionalCodes() {
        Random random = new Random(11);
        for (int i = 0; i < 1_500; i++) {
            String ten = digits(random, 10);
            int right = provisionalCheck(ten);
            for (int digit = 0; digit <= 9; digit++) {
                CodeReading reading = PersonCode.classify(ten + digit);
                boolean accepted = digit == right && !(ten + digit).equals("00000000000");
                assertEquals(accepted, reading instanceof CodeReading.Accepted, ten + digit);
            }
        }
        assertEquals(6, provisionalCheck("8012345012"));
    }

    @Test
    void anyDigitMistypedInAProvisionalCodeIsFound() {
        String right = "80123450126";
        for (int at = 0; at < 11; at++) {
            for (char c = '0'; c <= '9'; c++) {
                char[] text = right.toCharArray();
                text[at] = c;
                boolean same = new String(text).equals(right);
                assertEquals(same, PersonCode.classify(new String(text)) instanceof CodeReading.Accepted);
            }
        }
        for (String wrong : List.of("8012345012", "801234501260", "8012345012A", "00000000000")) {
            assertThrows(IllegalArgumentException.class, () -> new ProvisionalCode(wrong));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010", "020", "030", "041", "042", "050", "060", "070", "080", "090", "100", "110", "120", "130", "140",
                "150", "160", "170", "180", "190", "200"
            })
    void codesOfForeignersOfEveryRegion(String region) {
        for (String kind : List.of("STP", "ENI")) {
            CodeReading.Accepted read =
                    assertInstanceOf(CodeReading.Accepted.class, PersonCode.classify(kind + region + "1050000042"));
            StpEniCode code = assertInstanceOf(StpEniCode.class, read.code());
            assertEquals(List.of(), read.warnings());
            assertEquals(kind, code.kind().name());
            assertEquals(region, code.region());
            assertEquals("105", code.issuer());
            assertTrue(code.isRegionKnown());
            assertEquals(kind + "**********042", code.toString());
        }
    }

    @Test
    void aRegionThatDoesNotExistIsAWarningOnly() {
        Set<String> known = Set.of(
                "010", "020", "030", "041", "042", "050", "060", "070", "080", "090", "100", "110", "120", "130", "140",
                "150", "160", "170", "180", "190", "200");
        for (int region = 0; region < 1000; region++) {
            String digits = "%03d".formatted(region);
            StpEniCode code = new StpEniCode("STP" + digits + "1050000042");
            assertEquals(known.contains(digits), code.isRegionKnown(), digits);
            CodeReading reading = PersonCode.classify(code.value());
            assertEquals(known.contains(digits) ? 0 : 1, reading.violations().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STP050105000004",
                "STP05010500000421",
                "ENI0501050000O42",
                "STP050105000004２",
                "ENI-501050000042",
                "STQ0501050000042",
                "stp05010500000 4"
            })
    void whatIsNoCodeOfAForeigner(String typed) {
        assertInstanceOf(CodeReading.Rejected.class, PersonCode.classify(typed));
        assertThrows(IllegalArgumentException.class, () -> new StpEniCode(typed));
    }

    @Test
    @Tag("Q49")
    void theFormOfElectronicNumbers() {
        Random random = new Random(15);
        String alphabet = "0123456789ABZ-é";
        int accepted = 0;
        for (int i = 0; i < 12_000; i++) {
            char[] text = ("0500A4" + digits(random, 9)).toCharArray();
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                text[random.nextInt(15)] = alphabet.charAt(random.nextInt(alphabet.length()));
            }
            String typed = new String(text);
            Nre read = Nre.parse(typed);
            boolean batchGroupHasALetter = typed.substring(3, 5).matches(".*[A-Z].*");
            assertEquals(NRE.matcher(typed).matches(), read != null, typed);
            PrescriptionNumber number = PrescriptionNumber.parse(typed);
            assertEquals(read != null && batchGroupHasALetter, number instanceof Nre, typed);
            if (read != null) {
                accepted++;
                assertEquals(typed, read.firstPart() + read.secondPart());
                assertEquals(typed.substring(0, 3), read.region());
                assertEquals(read, Nre.parse("*" + read.firstPart() + "* *" + read.secondPart() + "*"));
            }
        }
        assertTrue(accepted > 1_200, "accepted " + accepted);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "1,true", "2,true", "3,true", "4,true", "5,true", "6,true", "7,true", "8,false", "9,false"})
    void theSizeOfTheBatchIsFromZeroToSeven(char size, boolean right) {
        assertEquals(right, Nre.parse("0800A" + size + "123456789") != null);
        if (!right) {
            assertThrows(IllegalArgumentException.class, () -> new Nre("0800A" + size + "123456789"));
        }
    }

    @Test
    void paperNumbersTellTheirRegionAndHideTheRest() {
        PaperNumber paper = PaperNumber.parse(" *05026* *4001234567* ");
        assertNotNull(paper);
        if (paper != null) {
            assertEquals("050", paper.region());
            assertFalse(paper.toString().contains("1234567"));
            assertEquals(paper, PrescriptionNumber.parse(paper.value()));
        }
        assertThrows(IllegalArgumentException.class, () -> new PaperNumber("05026400123456"));
    }

    private static Reading.Complete complete(Reading reading) {
        return assertInstanceOf(Reading.Complete.class, reading);
    }

    /** Both parts in either order, typed or scanned, whatever was read in between. */
    @ParameterizedTest
    @CsvSource({
        "'0500A,4001234567'",
        "'4001234567,0500A'",
        "'*0500A*,*4001234567*'",
        "'0500a,RSSMRA80A01H501U,4001234567'",
        "'0500A,0500A,4001234567'",
        "'0509Z,0500A,4001234567'",
        "'9999999999,4001234567,0500A'",
        "'4001234567,???,0500A'",
        "'0500A4001234567'",
        "'9999999999,0500A4001234567'"
    })
    @Tag("R-IDN-1")
    void thePartsOfAReminder(String scans) {
        PrescriptionNumberReader reader = new PrescriptionNumberReader(Duration.ofSeconds(10));
        Reading last = new Reading.NotRecognised();
        for (String scan : List.of(scans.split(","))) {
            last = reader.accept(scan, NOW);
        }
        assertEquals(new Nre("0500A4001234567"), complete(last).number());
        assertInstanceOf(
                Reading.WaitingForSecond.class, reader.accept("0500A", NOW), "nothing is left of the number before");
    }

    @ParameterizedTest
    @CsvSource({"0,true", "10000,true", "10001,false", "-5000,true"})
    void aPartWaitsAsLongAsTheParameterSays(long millis, boolean together) {
        PrescriptionNumberReader reader = new PrescriptionNumberReader(Duration.ofSeconds(10));
        assertInstanceOf(Reading.WaitingForSecond.class, reader.accept("0500A", NOW));
        Reading second = reader.accept("4001234567", NOW.plusMillis(millis));
        assertEquals(together, second instanceof Reading.Complete);
        if (!together) {
            assertInstanceOf(Reading.WaitingForFirst.class, second);
        }
        reader.clear();
        assertInstanceOf(Reading.WaitingForFirst.class, reader.accept("4001234567", NOW.plusMillis(millis)));
    }

    @Test
    void twoPartsThatMakeNoNumberKeepTheNewerOne() {
        PrescriptionNumberReader reader = new PrescriptionNumberReader(Duration.ofSeconds(10));
        reader.accept("8001234567", NOW);
        assertInstanceOf(Reading.WaitingForSecond.class, reader.accept("0500A", NOW), "no batch has the size 8");
        assertEquals(
                "0500A4001234567",
                complete(reader.accept("4001234567", NOW)).number().value());
        assertInstanceOf(Reading.NotRecognised.class, reader.accept("05X0A", NOW));
        assertInstanceOf(Reading.NotRecognised.class, reader.accept("400123456X", NOW));
        assertInstanceOf(Reading.NotRecognised.class, reader.accept("", NOW));
    }

    @Test
    void hostileScansNeverBreakTheReader() {
        Random random = new Random(52);
        PrescriptionNumberReader reader = new PrescriptionNumberReader(Duration.ofSeconds(10));
        for (int i = 0; i < 12_000; i++) {
            StringBuilder scan = new StringBuilder();
            for (int j = random.nextInt(18); j > 0; j--) {
                scan.append((char) (random.nextInt(5) == 0 ? random.nextInt(0x500) : '0' + random.nextInt(20)));
            }
            Reading reading = reader.accept(scan.toString(), NOW.plusMillis(i));
            if (reading instanceof Reading.Complete done) {
                assertEquals(
                        done.number(), PrescriptionNumber.parse(done.number().value()));
            }
        }
        assertInstanceOf(Reading.NotRecognised.class, reader.accept("0".repeat(1_000_000), NOW));
    }

    /** The layouts of the four auxiliary digits: the number before the check, mod 93, with numbers of any size. */
    @ParameterizedTest
    @CsvSource({"0,15", "1,17", "2,17", "3,17"})
    @Tag("R-TIL-21")
    void noticeNumbers(int auxiliary, int iuvLength) {
        Random random = new Random(auxiliary);
        for (int i = 0; i < 2_000; i++) {
            String sixteen = auxiliary + digits(random, 15);
            int check = new BigInteger(sixteen).mod(BigInteger.valueOf(93)).intValueExact();
            NoticeNumber right = new NoticeNumber(sixteen + "%02d".formatted(check));
            NoticeNumber wrong = new NoticeNumber(sixteen + "%02d".formatted((check + 1) % 100));
            assertTrue(right.isCheckRight());
            assertEquals(auxiliary == 1, wrong.isCheckRight(), "the layout with 1 has no check digits");
            assertEquals(auxiliary, right.auxiliaryDigit());
            assertEquals(iuvLength, right.iuv().length());
            assertTrue(right.value().endsWith(right.iuv()));
            assertEquals(right.value(), right.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "401000000000000003",
                "30100000000000003",
                "3010000000000000031",
                "30100000000000000x",
                "３01000000000000003",
                "-01000000000000003"
            })
    void whatIsNoNotice(String typed) {
        assertNull(NoticeNumber.parse(typed));
        assertThrows(IllegalArgumentException.class, () -> new NoticeNumber(typed));
    }

    @Test
    void theCodeOnTheNoticeOfTheReferenceText() {
        NoticeCode code = NoticeCode.parse("PAGOPA|002|301123456789012316|80000000001|3610");
        assertEquals(new NoticeCode(new NoticeNumber("301123456789012316"), "80000000001", Money.ofCents(3610)), code);
        NoticeCode largest = NoticeCode.parse("PAGOPA|002|301123456789012316|80000000001|99999999999");
        assertEquals(Money.ofCents(99_999_999_999L), largest == null ? null : largest.amount());
        assertNull(NoticeCode.parse("PAGOPA|002|301123456789012316|80000000001|100000000000"));
        assertNull(NoticeCode.parse("PAGOPA|002|301123456789012316|8000000000A|3610"));
        assertNull(NoticeCode.parse("pagopa|002|301123456789012316|80000000001|3610"));
        assertNull(NoticeCode.parse("PAGOPA|002|301123456789012316|80000000001|"));
    }

    @Test
    void everyDigitMistypedOnACardIsFound() {
        String right = "80380000900000000174";
        for (int at = 0; at < 20; at++) {
            for (char c = '0'; c <= '9'; c++) {
                char[] text = right.toCharArray();
                text[at] = c;
                String typed = new String(text);
                assertEquals(typed.equals(right), CardNumber.parse(typed) != null, typed);
            }
        }
        assertNull(CardNumber.parse("8038000090000000017A"));
        assertNull(CardNumber.ofChip("60900000000170A2"));
        assertThrows(IllegalArgumentException.class, () -> new CardNumber("8038000090000000017"));
        CardNumber foreign = CardNumber.parse("80276881025548467952");
        assertTrue(foreign == null || !foreign.isItalian());
        assertNotEquals(new CardNumber(right), CardNumber.ofChip("6120123456789009"));
    }
}
