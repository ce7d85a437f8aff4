package it.sportello.devices.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.ThreadGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found on a computer, and what it speaks for. */
class PlaceFinderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void portsAreFoundByTheirLastingNamesAndPrintersByTheirFiles() throws IOException {
        Path serials = Files.createDirectory(folder.resolve("by-id"));
        Path printers = Files.createDirectory(folder.resolve("usb"));
        Files.createSymbolicLink(serials.resolve("usb-Honeywell_1900-if00"), Path.of("/dev/null"));
        Files.createSymbolicLink(serials.resolve("usb-FTDI_FT232R-if00"), Path.of("/dev/zero"));
        Files.createFile(printers.resolve("lp0"));

        List<PlaceFinder.Place> found = new PlaceFinder(ThreadGuard.ANY_THREAD, serials, printers).find();

        assertTrue(
                found.contains(new PlaceFinder.Place("serial:" + serials + "/usb-Honeywell_1900-if00", "scan-line")),
                found::toString);
        assertTrue(
                found.contains(new PlaceFinder.Place("serial:" + serials + "/usb-FTDI_FT232R-if00", "")),
                found::toString);
        assertTrue(found.contains(new PlaceFinder.Place("usb:" + printers + "/lp0", "escpos")), found::toString);
    }

    @Test
    void aTypedAddressSpeaksForADriver() {
        assertEquals("escpos", PlaceFinder.proposalFor("tcp:192.168.1.9:9100"));
        assertEquals("ecr17", PlaceFinder.proposalFor("tcp:192.168.1.9:10000"));
        assertEquals("scan-line", PlaceFinder.proposalFor("serial:/dev/serial/by-id/usb-Datalogic_QD"));
        assertEquals("", PlaceFinder.proposalFor("tcp:192.168.1.9:4001"));
        for (String driver : List.of("escpos", "ecr17", "scan-line", "ssp", "pcsc", "escpos-queue")) {
            assertTrue(DriverCatalogue.shipped().maker(driver).isPresent(), driver);
        }
    }
}
