package it.sportello.app.device;

import it.sportello.app.wiring.DeskDevices;
import it.sportello.app.wiring.DeviceAddresses;
import it.sportello.app.wiring.DeviceFile;
import it.sportello.devices.DeviceFault;
import it.sportello.devices.printer.PrintJob;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.DriverCatalogue;
import it.sportello.devices.setup.PlaceFinder;
import it.sportello.devices.setup.SettingProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sets the devices of the desk up without a restart: finds them, tries them, stores them, carries them to another desk.
 * Nothing changes before {@link #save} found no problem. Everything but the questions of the first lines may wait.
 */
public final class DeviceSetup {
    private static final long PRINT_SECONDS = 60;

    private final DeskDevices devices;
    private final DeviceFile file;
    private final DeviceAddresses given;
    private final DriverCatalogue catalogue = DriverCatalogue.shipped();
    private final PlaceFinder places;
    private final Path folder;
    private final Clock clock;
    private final DeviceTrial trial;
    /** A trial ends by putting the stored settings back: nothing may be stored while one runs. */
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /**
     * @param file where the settings are kept
     * @param given devices of the command line, which cannot be changed here
     * @param folder where site files and the record of the trials go
     */
    public DeviceSetup(
            DeskDevices devices, DeviceFile file, DeviceAddresses given, PlaceFinder places, Path folder, Clock clock) {
        this(devices, file, given, places, folder, clock, DeviceTrial.Patience.USUAL);
    }

    DeviceSetup(
            DeskDevices devices,
            DeviceFile file,
            DeviceAddresses given,
            PlaceFinder places,
            Path folder,
            Clock clock,
            DeviceTrial.Patience patience) {
        this.devices = devices;
        this.file = file;
        this.given = given;
        this.places = places;
        this.folder = folder;
        this.clock = clock;
        this.trial = new DeviceTrial(devices, clock, patience);
    }

    DriverCatalogue catalogue() {
        return catalogue;
    }

    /** Names that the command line decides on. */
    Set<String> locked() {
        return given.names();
    }

    /** Where site files are written and looked for. */
    Path siteFile() {
        return folder.resolve("dispositivi-sede.json");
    }

    /** What is stored; whether it could be read is in {@link #stored()}. */
    DeviceSettings settings() {
        return stored() instanceof DeviceFile.Content.Read read ? read.settings() : DeviceSettings.NONE;
    }

    DeviceFile.Content stored() {
        return file.read();
    }

    /** The places where devices may be on this computer. */
    List<PlaceFinder.Place> find() {
        return places.find();
    }

    /** Everything that is wrong with the settings, together with what the command line gives. */
    List<SettingProblem> problems(DeviceSettings settings) {
        return given.over(settings).problems(catalogue);
    }

    /**
     * Stores the settings and works with them from now on; with a problem nothing happens. Waits for a trial to end.
     *
     * @return the problems; none when it is done
     */
    public List<SettingProblem> save(DeviceSettings settings) {
        List<SettingProblem> problems = problems(settings);
        if (problems.isEmpty()) {
            oneAtATime.lock();
            try {
                file.write(settings);
                devices.use(given.over(settings));
            } finally {
                oneAtATime.unlock();
            }
        }
        return problems;
    }

    /** Tries one device of a draft, and writes the result down. */
    DeviceTrial.Result tryOut(DeviceEntry entry, ReceiptDocument slip) throws InterruptedException, IOException {
        DeviceTrial.Result result = tried(entry, slip);
        Files.createDirectories(folder);
        String line = String.join(
                        "\t",
                        clock.instant().toString(),
                        entry.id(),
                        entry.driver(),
                        entry.address(),
                        result.ending().name(),
                        result.code())
                + "\n";
        Files.writeString(
                folder.resolve("collaudi.txt"),
                line,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return result;
    }

    private DeviceTrial.Result tried(DeviceEntry entry, ReceiptDocument slip) throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            return trial.run(entry, given.over(settings()), slip);
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Prints something on the first receipt printer of the desk.
     *
     * @return whether the printer confirmed it
     */
    boolean print(ReceiptDocument document) throws InterruptedException {
        ReceiptPrinter printer = devices.printer().orElse(null);
        if (printer == null) {
            return false;
        }
        try {
            PrintOutcome outcome = printer.print(new PrintJob("scheda", document), PrintProgress.NONE)
                    .get(PRINT_SECONDS, TimeUnit.SECONDS);
            return outcome instanceof PrintOutcome.Printed;
        } catch (TimeoutException late) {
            printer.stopWaiting();
            return false;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof DeviceFault) {
                return false;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    /** Writes the settings as a file that another desk reads. */
    Path export(DeviceSettings settings) throws IOException {
        Files.createDirectories(folder);
        Path beside = folder.resolve("dispositivi-sede.json.part");
        Files.writeString(beside, DeviceFile.text(settings), StandardCharsets.UTF_8);
        return Files.move(beside, siteFile(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Reads such a file; nothing is stored by it. */
    DeviceFile.Content read(Path site) throws IOException {
        if (!Files.exists(site)) {
            throw new NoSuchFileException(site.toString());
        }
        return DeviceFile.read(site);
    }
}
