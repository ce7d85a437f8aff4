package it.sportello.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import it.sportello.domain.identity.PrescriptionNumberReader.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PrescriptionNumberReaderTest {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    private static final Reading NRE = new Reading.Complete(new Nre("0500A4001234567"));
    private final PrescriptionNumberReader reader = new PrescriptionNumberReader(Duration.ofSeconds(10));

    private Reading read(String text, long second) {
        return reader.accept(text, START.plusSeconds(second));
    }

    @Test
    void partsInEitherOrderWithAndWithoutAsterisks() {
        assertEquals(new Reading.WaitingForSecond(), read("*0500A*", 0));
        assertEquals(NRE, read("4001234567", 2));
        assertEquals(new Reading.WaitingForFirst(), read("*4001234567*", 3));
        assertEquals(NRE, read("0500a", 13));
    }

    @Test
    void wholeNumberAtOnceForgetsTheParts() {
        assertEquals(new Reading.WaitingForSecond(), read("0600B", 0));
        assertEquals(NRE, read("0500A4001234567", 1));
        assertEquals(new Reading.WaitingForFirst(), read("4001234567", 2));
    }

    @Test
    void aRepeatedPartReplacesTheFormerOne() {
        read("0600B", 0);
        assertEquals(new Reading.WaitingForSecond(), read("0500A", 5));
        assertEquals(NRE, read("4001234567", 6));
    }

    @Test
    void anOldPartIsForgotten() {
        read("0500A", 0);
        assertEquals(NRE, read("4001234567", 10));
        read("0500A", 20);
        assertEquals(new Reading.WaitingForFirst(), read("4001234567", 31));
    }

    @Test
    @Tag("Q49")
    void theScanTellsPaperFromElectronic() {
        read("05026", 0);
        assertEquals(new Reading.Complete(new PaperNumber("050264001234567")), read("4001234567", 1));
    }

    @Test
    void aPersonCodeInBetweenKeepsTheParts() {
        read("0500A", 0);
        Reading.PersonCodeRead person = assertInstanceOf(Reading.PersonCodeRead.class, read("*RSSMRA80A01H501U*", 1));
        assertInstanceOf(CodeReading.Accepted.class, person.code());
        assertEquals(new Reading.NotRecognised(), read("XYZ", 2));
        assertEquals(NRE, read("4001234567", 3));
    }

    @Test
    void partsThatDoNotFitLeaveTheNewerOne() {
        read("9001234567", 0);
        assertEquals(new Reading.WaitingForSecond(), read("0500A", 1));
        assertEquals(NRE, read("4001234567", 2));
    }

    @Test
    void clearingForgetsTheParts() {
        read("0500A", 0);
        reader.clear();
        assertEquals(new Reading.WaitingForFirst(), read("4001234567", 1));
    }

    @Test
    void neverFailsOnRandomScans() {
        Random random = new Random(31);
        String alphabet = "0123456789ABZ*\u0000\u00e0 ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(18);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Reading reading = read(text.toString(), i);
            if (reading instanceof Reading.Complete complete) {
                assertEquals(15, complete.number().value().length());
            }
        }
    }
}
