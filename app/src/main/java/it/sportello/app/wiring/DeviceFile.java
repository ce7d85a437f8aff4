package it.sportello.app.wiring;

import it.sportello.api.Json;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/**
 * Keeps the settings of the devices in {@code devices.json} of the desk's home. The file is written beside and put in its
 * place at once, so that it is always a whole one; what cannot be read is never written over. Waits for the disk.
 */
public final class DeviceFile {
    /** Written into every file; a reader of another version refuses it instead of guessing. */
    public static final int VERSION = 1;

    /** Far more than any desk needs; what is longer is something else and is not taken into memory. */
    public static final int LONGEST = 1_000_000;

    private final Path file;

    /** The form of the file, and of a site file that another desk reads. */
    public record Stored(int version, String wedge, List<DeviceEntry> devices) {}

    /** What reading gave. */
    public sealed interface Content {
        /** Settings of the right form; they may still have problems. */
        record Read(DeviceSettings settings) implements Content {}

        /** There is no file: a desk that was never set up. */
        record Missing() implements Content {}

        /** A file of another version of the program. */
        record OtherVersion(int version) implements Content {}

        /** Not such a file. */
        record Damaged(String reason) implements Content {}
    }

    public DeviceFile(Path home) {
        this.file = home.resolve("devices.json");
    }

    /** What the file holds. */
    public Content read() {
        if (!Files.exists(file)) {
            return new Content.Missing();
        }
        return read(file);
    }

    /** What another such file holds. */
    public static Content read(Path file) {
        try {
            return Files.size(file) > LONGEST
                    ? new Content.Damaged("too long")
                    : parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return new Content.Damaged(unreadable.getClass().getSimpleName());
        }
    }

    /** Reads the text of such a file. */
    public static Content parse(String text) {
        try {
            Stored stored = Json.strict().readValue(text, Stored.class);
            if (stored == null || hasGaps(stored.devices())) {
                return new Content.Damaged("null");
            }
            return stored.version() == VERSION
                    ? new Content.Read(new DeviceSettings(stored.wedge(), stored.devices()))
                    : new Content.OtherVersion(stored.version());
        } catch (JacksonException e) {
            return new Content.Damaged(e.getClass().getSimpleName());
        }
    }

    /** The mapper refuses a null in place of a field, but not inside of a list or a map. */
    private static boolean hasGaps(List<DeviceEntry> devices) {
        return devices.stream()
                .anyMatch(entry -> Objects.isNull(entry)
                        || entry.options().values().stream().anyMatch(Objects::isNull));
    }

    /** The text of such a file. */
    public static String text(DeviceSettings settings) {
        return Json.strict()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Stored(VERSION, settings.wedge(), settings.devices()));
    }

    /**
     * Puts the settings into the file. A file that could not be read stays beside it as {@code devices.json.damaged}.
     *
     * @throws UncheckedIOException when the disk refuses; the old file is untouched
     */
    public void write(DeviceSettings settings) {
        boolean keepOld = !(read() instanceof Content.Read || read() instanceof Content.Missing);
        Path beside = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.getParent());
            if (keepOld) {
                Files.copy(
                        file,
                        file.resolveSibling(file.getFileName() + ".damaged"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(beside, text(settings), StandardCharsets.UTF_8);
            try (FileChannel written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
