package it.sportello.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.app.wiring.DeviceFile.Content;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings of the devices on the disk. */
class DeviceFileTest {
    private static final DeviceSettings SETTINGS = new DeviceSettings(
            "F13",
            List.of(DeviceEntry.of("printer", DeviceKind.RECEIPT_PRINTER, "escpos", "tcp:10.0.0.1:9100")
                    .with("profile", "generic-58")));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void whatWasWrittenIsRead() {
        DeviceFile file = new DeviceFile(home.resolve("new"));
        assertInstanceOf(Content.Missing.class, file.read());

        file.write(SETTINGS);
        file.write(SETTINGS.with(SETTINGS.devices().getFirst().at("tcp:10.0.0.2:9100")));

        Content.Read read = assertInstanceOf(Content.Read.class, file.read());
        assertEquals("tcp:10.0.0.2:9100", read.settings().devices().getFirst().address());
        assertEquals(
                "generic-58", read.settings().devices().getFirst().options().get("profile"));
    }

    @Test
    void aFileThatCannotBeReadIsSaidAndNeverLost() throws IOException {
        Path place = home.resolve("devices.json");
        Files.writeString(place, "{\"version\":1,\"wedge\":\"\",\"devices\":[{\"id\":\"x\"}]}");
        DeviceFile file = new DeviceFile(home);
        assertInstanceOf(Content.Damaged.class, file.read());

        file.write(SETTINGS);

        assertEquals(new Content.Read(SETTINGS), file.read());
        assertEquals(
                "{\"version\":1,\"wedge\":\"\",\"devices\":[{\"id\":\"x\"}]}",
                Files.readString(home.resolve("devices.json.damaged")));
    }

    @Test
    void anotherVersionIsNotGuessedAt() throws IOException {
        Files.writeString(home.resolve("devices.json"), "{\"version\":2,\"wedge\":\"\",\"devices\":[]}");
        assertEquals(new Content.OtherVersion(2), new DeviceFile(home).read());
    }

    @Test
    void aRefusingDiskLeavesTheOldFile() throws IOException {
        DeviceFile file = new DeviceFile(home);
        file.write(SETTINGS);
        Files.createDirectory(home.resolve("devices.json.next"));

        assertThrows(UncheckedIOException.class, () -> file.write(DeviceSettings.NONE));

        assertEquals(new Content.Read(SETTINGS), file.read());
    }

    @Test
    void aFileWithGapsOrWithoutEndIsDamagedAndStopsNothing() throws IOException {
        for (String text : List.of(
                "null",
                "{\"version\":1,\"wedge\":\"\",\"devices\":[null]}",
                "{\"version\":1,\"wedge\":\"\",\"devices\":[{\"id\":\"p\",\"kind\":\"RECEIPT_PRINTER\",\"driver\":"
                        + "\"escpos\",\"address\":\"tcp:h:1\",\"options\":{\"profile\":null}}]}",
                " ".repeat(DeviceFile.LONGEST) + "{\"version\":1,\"wedge\":\"\",\"devices\":[]}")) {
            Files.writeString(home.resolve("devices.json"), text);
            assertInstanceOf(Content.Damaged.class, new DeviceFile(home).read());
        }
    }
}
