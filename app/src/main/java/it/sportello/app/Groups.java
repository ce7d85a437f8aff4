package it.sportello.app;

import it.sportello.app.acceptance.AcceptanceScreens;
import it.sportello.app.booking.BookingScreens;
import it.sportello.app.citizen.CitizenScreens;
import it.sportello.app.desk.ServerQueue;
import it.sportello.app.figures.FiguresView;
import it.sportello.app.figures.FiguresViewModel;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.learning.LearningScreens;
import it.sportello.app.practice.PracticeScreens;
import it.sportello.app.prescription.PrescriptionScreens;
import it.sportello.app.prints.PrintsScreens;
import it.sportello.app.reader.ReaderScreens;
import it.sportello.app.service.PrintLanes;
import it.sportello.app.till.NoteDesk;
import it.sportello.app.till.TillScreens;
import it.sportello.app.wiring.DeskServices;
import it.sportello.app.wiring.DeviceFile;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The groups of screens beyond the frame's own. */
final class Groups implements ScreenGroup {
    /** Role of the contract whose operators take money. */
    private static final String CASHIER = "CASHIER";

    private static final String DAY_FOLDERS = "cartelle";

    private final PrintLanes printing = PrintLanes.threads();
    private final ExecutorService paying = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("card payments").factory());
    private final ExecutorService judging = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("notes").factory());

    @Override
    public void join(Workstation workstation) {
        workstation.endsBeforeTheFiles(printing::close);
        SharedServices shared = new SharedServices(workstation, printing, paying, judging);
        TillScreens till = till(workstation, shared);
        till.register(shared.frame().navigator());
        new PrintsScreens(
                        new PrintsScreens.Needs(
                                shared.services().journal(), shared.prints(), shared.drawer(), workstation.door()),
                        shared.frame())
                .register(shared.frame().navigator());
        booking(workstation, shared);
        practices(workstation, shared);
        persons(workstation, shared);
        new ReaderScreens(shared.frame(), home(workstation).resolve(SharedServices.SAVED_SHEETS))
                .register(shared.frame().navigator());
        figures(workstation, shared);
        new LearningScreens(
                        new LearningScreens.Needs(
                                workstation.devices(),
                                new DeviceFile(home(workstation)),
                                workstation.settings().devices(),
                                workstation.deviceSetup()::save),
                        shared.frame(),
                        workstation.door())
                .register(shared.frame().navigator());
        welcome(workstation, shared, till);
    }

    private static TillScreens till(Workstation workstation, SharedServices shared) {
        DeskServices services = shared.services();
        return new TillScreens(
                new TillScreens.Needs(
                        services.journal(),
                        services.history(),
                        shared.desk(),
                        services.state(),
                        services.clock(),
                        shared.frame(),
                        workstation.door(),
                        shared.prints(),
                        shared::openDues,
                        shared.receiptFiles(),
                        shared.cards(),
                        shared.notes()),
                home(workstation).resolve(DAY_FOLDERS));
    }

    private static void booking(Workstation workstation, SharedServices shared) {
        DeskServices services = shared.services();
        Navigator navigator = shared.frame().navigator();
        BookingScreens booking = new BookingScreens(
                new BookingScreens.Needs(
                        services.journal(),
                        services.backend(),
                        services.sync(),
                        shared.persons(),
                        shared.desk(),
                        shared.prices(),
                        shared.reminders(),
                        services.clock()),
                shared.frame(),
                workstation.door(),
                shared.prints());
        booking.register(navigator);
        workstation.onLock(booking::locked);
        AcceptanceScreens acceptance = new AcceptanceScreens(
                new AcceptanceScreens.Needs(
                        services.journal(),
                        services.backend(),
                        services.cache(),
                        shared.persons(),
                        shared.desk(),
                        shared.prices(),
                        services.clock(),
                        shared.labels(),
                        shared.prints()),
                shared.frame());
        acceptance.register(navigator);
    }

    private static void practices(Workstation workstation, SharedServices shared) {
        new PracticeScreens(
                        new PracticeScreens.Needs(
                                shared.services().journal(),
                                shared.services().sync(),
                                shared.persons(),
                                shared.desk(),
                                shared.catalogue(),
                                shared.exemptions(),
                                shared.prints(),
                                workstation.door()),
                        shared.frame(),
                        home(workstation).resolve(SharedServices.SAVED_SHEETS))
                .register(shared.frame().navigator());
    }

    private static void figures(Workstation workstation, SharedServices shared) {
        Texts texts = Texts.of(FiguresView.class);
        ServerQueue queue =
                new ServerQueue(shared.services().backend(), shared.services().session());
        shared.frame()
                .navigator()
                .register(
                        ScreenKeys.FIGURES,
                        (work, nothing) -> new FiguresView(
                                new FiguresViewModel(
                                        shared.frame(),
                                        queue::figures,
                                        home(workstation).resolve(SharedServices.SAVED_SHEETS),
                                        texts),
                                texts));
    }

    private static void persons(Workstation workstation, SharedServices shared) {
        DeskServices services = shared.services();
        PrescriptionScreens prescription = new PrescriptionScreens(
                services.backend(),
                shared.persons(),
                shared.desk(),
                services.state(),
                shared.catalogue(),
                shared.frame());
        prescription.register(shared.frame().navigator());
        CitizenScreens citizen = new CitizenScreens(
                services.journal(), services.backend(), services.cache(), shared.desk(), shared.frame());
        citizen.register(shared.frame().navigator());
        citizen.routes(workstation.scans());
    }

    /**
     * After sign-in the prints go on; after the desk was opened, who may take money is offered to open a closed till
     * (flow C1).
     */
    private static void welcome(Workstation workstation, SharedServices shared, TillScreens till) {
        PrintWatch watch = new PrintWatch(
                shared.prints(),
                shared.services().state(),
                shared.frame().background(),
                shared.frame().messages(),
                Texts.of(Groups.class));
        watch.follow(workstation.door());
        till.announceCards();
        till.announceNotes();
        followNotes(workstation, shared.notes());
        workstation.devices().onStatus(shared.cards()::deviceChanged);
        workstation
                .services()
                .session()
                .operatorProperty()
                .subscribe(operator -> operator.ifPresent(who -> {
                    till.showTill(() -> {});
                    shared.prints().resume();
                    shared.cards().resume();
                }));
        workstation
                .services()
                .session()
                .profileProperty()
                .subscribe(profile -> profile.ifPresent(opened -> {
                    till.showTill(() -> offerTill(workstation, shared));
                    watch.deskOpened();
                    till.writeMissingFiles();
                }));
    }

    /** A validator takes notes only while a basket takes cash at a desk that is seen (R-ADD-13). */
    private static void followNotes(Workstation workstation, NoteDesk notes) {
        workstation.devices().onDetected(notes::detected);
        workstation.devices().onValidated(notes::happened);
        workstation.devices().onStatus(notes::deviceChanged);
        workstation.onLock(() -> notes.cover(true));
        workstation.onFree(() -> notes.cover(false));
    }

    private static void offerTill(Workstation workstation, SharedServices shared) {
        if (workstation.services().session().operator().account().roles().contains(CASHIER)) {
            shared.frame().navigator().open(ScreenKeys.TILL_OPENING);
        }
    }

    private static Path home(Workstation workstation) {
        return workstation.settings().home();
    }
}
