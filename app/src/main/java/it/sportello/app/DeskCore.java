package it.sportello.app;

import it.sportello.api.Sessions;
import it.sportello.app.device.DeviceSetup;
import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.print.RollFonts;
import it.sportello.app.till.CashPhase;
import it.sportello.app.till.NoteMemory;
import it.sportello.app.wiring.DeskDevices;
import it.sportello.app.wiring.DeskParameters;
import it.sportello.app.wiring.DeskServices;
import it.sportello.app.wiring.DeskSession;
import it.sportello.app.wiring.DeviceFile;
import it.sportello.app.wiring.Enrolling;
import it.sportello.app.wiring.Enrolment;
import it.sportello.app.wiring.WiredDesk;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.DriverCatalogue;
import it.sportello.devices.setup.MakerParts;
import it.sportello.devices.setup.PlaceFinder;
import it.sportello.devices.trace.DeviceTraces;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.desk.DeskStoreOptions;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.remote.BackendClient;
import it.sportello.offlinecache.remote.BackendOptions;
import it.sportello.offlinecache.sync.DeskClock;
import it.sportello.offlinecache.sync.DeskScope;
import it.sportello.offlinecache.sync.LineMonitor;
import it.sportello.offlinecache.sync.SyncLoop;
import it.sportello.offlinecache.sync.SyncParts;
import it.sportello.offlinecache.sync.SyncPolicy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything of the workstation behind its window: files, line, devices. Opening it waits for the disk. */
final class DeskCore implements AutoCloseable {
    private final Path home;
    private final DeskStore store;
    private final BackendClient backend;
    private final SyncLoop sync;
    private final DeskSession session;
    private final DeskServices services;
    private final DeviceTraces traces;
    private final DeskDevices devices;
    private final DeviceSetup setup;
    private final Enrolling enrolling;
    private final CashPhase cashPhase = new CashPhase();
    private final List<Runnable> ends = new ArrayList<>();

    DeskCore(WorkstationSettings settings, FxDoor door) {
        home = settings.home();
        SecureRandom random = new SecureRandom();
        store = DeskStore.open(new DeskStoreOptions(
                settings.home(),
                settings.clock(),
                System::nanoTime,
                random,
                entry -> door.checkMayWait(),
                CrashPoint.NONE));
        DeskClock time = store.clock();
        SyncPolicy policy = SyncPolicy.standard();
        LineMonitor line = new LineMonitor(time, policy.onlineFor(), System::nanoTime);
        session = new DeskSession();
        store.journal().setting(Enrolment.SETTING, Enrolment.class).ifPresent(session::enrol);
        backend = new BackendClient(
                BackendOptions.at(settings.backend()), session, line, entry -> door.checkMayWait(), System::nanoTime);
        SyncParts parts = new SyncParts(
                store.journal(),
                store.cache(),
                backend,
                backend,
                this::scope,
                System::nanoTime,
                random,
                CrashPoint.NONE);
        sync = new SyncLoop(parts, policy, time, line);
        services = new DeskServices(
                store.journal(),
                store.cache(),
                backend,
                sync,
                sync.history(),
                new DeskParameters(store.cache(), time),
                session,
                new DeskState(),
                time);
        enrolling = new Enrolling(
                store.journal(),
                backend,
                session,
                new Sessions.EnrolDesk(settings.deskId(), store.installationId(), settings.enrolmentCode()));
        traces = new DeviceTraces(time);
        devices = new DeskDevices(
                DriverCatalogue.shipped(),
                new MakerParts(
                        time,
                        door::checkMayWait,
                        new FontTextRasterizer(RollFonts.all()),
                        new NoteMemory(store.journal(), new WiredDesk(services), cashPhase),
                        traces),
                traces);
        devices.use(settings.devices().over(storedDevices(settings.home())));
        setup = new DeviceSetup(
                devices,
                new DeviceFile(home),
                settings.devices(),
                new PlaceFinder(door::checkMayWait),
                deviceNotes(),
                time);
    }

    private Optional<DeskScope> scope() {
        return session.enrolment()
                .map(here -> new DeskScope(here.desk().id(), here.desk().siteId()));
    }

    private static DeviceSettings storedDevices(Path home) {
        return new DeviceFile(home).read() instanceof DeviceFile.Content.Read read
                ? read.settings()
                : DeviceSettings.NONE;
    }

    void start() {
        sync.start();
        devices.start();
    }

    DeskStore store() {
        return store;
    }

    DeskServices services() {
        return services;
    }

    DeskDevices devices() {
        return devices;
    }

    /** Where traces and requests about devices go when somebody asks for them. */
    Path deviceNotes() {
        return home.resolve("dispositivi");
    }

    /** Finds, tries and stores the devices. */
    DeviceSetup deviceSetup() {
        return setup;
    }

    /** What passes on the lines of the devices. */
    DeviceTraces traces() {
        return traces;
    }

    /** The basket that takes cash now: a validator's record names its amount. */
    CashPhase cashPhase() {
        return cashPhase;
    }

    Enrolling enrolling() {
        return enrolling;
    }

    /** What still writes down what the devices told: ended after them, and before the files are shut. */
    void endsBeforeTheFiles(Runnable end) {
        ends.add(end);
    }

    @Override
    public void close() {
        devices.close();
        ends.forEach(Runnable::run);
        sync.close();
        backend.close();
        store.close();
    }
}
