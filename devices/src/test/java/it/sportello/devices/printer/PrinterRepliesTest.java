package it.sportello.devices.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.printer.PrinterProfile.StatusDialect;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrinterRepliesTest {

    private static PrinterReplies fed(StatusDialect dialect, String hex) {
        PrinterReplies replies = new PrinterReplies(dialect);
        byte[] bytes = Hex.bytes(hex);
        replies.accept(bytes, bytes.length);
        return replies;
    }

    @Test
    void answersReportsAndMarkersComeMixedAndAreToldApart() {
        PrinterReplies replies = fed(StatusDialect.EPSON, "12 18 11 00 13 0F 00 7E 03");
        assertEquals(Optional.of(0x12), replies.nextAnswer());
        assertEquals(Optional.of(0x7E), replies.nextAnswer());
        assertEquals(Optional.of(0x03), replies.nextMarker());
        assertEquals(Optional.of(PrinterCause.PAPER_END), replies.newReport().flatMap(PrinterReport::blocking));
        assertTrue(replies.nextMarker().isEmpty());
    }

    @Test
    void anIdTextIsNotTakenForMarkers() {
        PrinterReplies replies = fed(StatusDialect.EPSON, "5F 54 4D 2D 54 32 30 00 37 25 00 12");
        assertTrue(replies.nextMarker().isEmpty());
        assertEquals(Optional.of(0x12), replies.nextAnswer());
    }

    @Test
    void customModelsMaySetTheHighestBit() {
        assertEquals(Optional.of(0x9A), fed(StatusDialect.CUSTOM, "9A").nextAnswer());
        assertTrue(fed(StatusDialect.EPSON, "9A").nextAnswer().isEmpty());
    }

    @Test
    void aReportCutShortDoesNotSwallowTheNextAnswer() {
        PrinterReplies replies = fed(StatusDialect.EPSON, "10 00 12");
        assertEquals(Optional.of(0x12), replies.nextAnswer());
        assertTrue(replies.newReport().isEmpty());
    }

    @Test
    void theCauseIsTheThingToDoFirst() {
        assertEquals(
                Optional.empty(), PrinterReport.ofAnswers(0x12, 0x12, 0, 0x12).blocking());
        assertEquals(
                Optional.of(PrinterCause.COVER_OPEN),
                PrinterReport.ofAnswers(0x1A, 0x36, 0, 0x7E).blocking());
        assertEquals(
                Optional.of(PrinterCause.PAPER_END),
                PrinterReport.ofAnswers(0x1A, 0x32, 0, 0x7E).blocking());
        assertEquals(
                Optional.of(PrinterCause.CUTTER_JAM),
                PrinterReport.ofAnswers(0x1A, 0x52, 0x1A, 0x12).blocking());
        assertEquals(
                Optional.of(PrinterCause.OFFLINE),
                PrinterReport.ofAnswers(0x1A, 0x12, 0, 0x12).blocking());
        PrinterReport low = PrinterReport.ofAnswers(0x12, 0x12, 0, 0x1E);
        assertTrue(low.paperNearEnd());
        assertFalse(low.paperEnd());
        assertTrue(low.blocking().isEmpty());
    }

    @Test
    void anyBytesAreSurvived() {
        Random random = new Random(20261122);
        PrinterReplies replies = new PrinterReplies(StatusDialect.EPSON);
        byte[] noise = new byte[200_000];
        random.nextBytes(noise);
        replies.accept(noise, noise.length);
        byte[] quiet = new byte[129];
        replies.accept(quiet, quiet.length);
        while (replies.nextMarker().isPresent()) {
            replies.forgetAnswers();
        }
        byte[] fine = {0x12};
        replies.accept(fine, 1);
        assertEquals(Optional.of(0x12), replies.nextAnswer());
    }
}
