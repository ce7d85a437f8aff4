package it.sportello.app;

import it.sportello.api.ProblemCode;
import it.sportello.app.booking.BookingScreens;
import it.sportello.app.booking.ReminderArchive;
import it.sportello.app.citizen.CitizenScreens;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.Words;
import it.sportello.app.prescription.PrescriptionScreens;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.ReminderSlips;
import it.sportello.app.print.Reminders;
import it.sportello.app.service.AccessReason;
import it.sportello.app.service.CoPayments;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.PersonFiles;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.service.SlipSource;
import it.sportello.app.till.OpenDues;
import it.sportello.app.till.ReceiptSource;
import it.sportello.app.till.TillScreens;
import it.sportello.app.wiring.DeskServices;
import it.sportello.app.wiring.WiredDesk;
import it.sportello.domain.exemption.ExemptionCatalogue;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The groups of screens beyond the frame's own, and what they share. */
final class Groups implements ScreenGroup, AutoCloseable {
    private static final String DAY_FOLDERS = "cartelle";

    private final ExecutorService printing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("prints").factory());

    @Override
    public void join(Workstation workstation) {
        Shared shared = new Shared(workstation, printing);
        Navigator navigator = shared.frame.navigator();
        TillScreens till = till(workstation, shared);
        till.register(navigator);
        CitizenScreens citizen = new CitizenScreens(
                shared.services.journal(),
                shared.services.backend(),
                shared.services.cache(),
                shared.desk,
                shared.frame);
        citizen.register(navigator);
        PrescriptionScreens prescription = new PrescriptionScreens(
                shared.services.backend(),
                shared.persons,
                shared.desk,
                shared.services.state(),
                shared.catalogue,
                shared.frame);
        prescription.register(navigator);
        new BookingScreens(
                        new BookingScreens.Needs(
                                shared.services.journal(),
                                shared.services.backend(),
                                shared.services.sync(),
                                shared.persons,
                                shared.desk,
                                new CoPayments(shared.catalogue, shared.desk, shared.frame.words()),
                                shared.reminders,
                                shared.services.clock()),
                        shared.frame,
                        workstation.door(),
                        shared.prints)
                .register(navigator);
        prescription.routes(workstation.scans());
        citizen.routes(workstation.scans());
        workstation
                .services()
                .session()
                .operatorProperty()
                .subscribe(operator -> operator.ifPresent(who -> {
                    till.showTill();
                    shared.prints.resume();
                }));
    }

    private static TillScreens till(Workstation workstation, Shared shared) {
        return new TillScreens(
                new TillScreens.Needs(
                        shared.services.journal(),
                        shared.desk,
                        shared.services.state(),
                        shared.services.clock(),
                        shared.frame,
                        workstation.door(),
                        shared.prints,
                        shared::openDues),
                workstation.settings().home().resolve(DAY_FOLDERS));
    }

    @Override
    public void close() {
        printing.shutdown();
    }

    /** What several groups share. */
    private static final class Shared {
        private final DeskServices services;
        private final Frame frame;
        private final DeskContext desk;
        private final PersonFiles persons;
        private final ExemptionCatalogue catalogue = ExemptionCatalogue.shipped();
        private final ReminderArchive reminders;
        private final PrintDesk prints;

        Shared(Workstation workstation, ExecutorService printing) {
            services = workstation.services();
            frame = workstation.frame();
            desk = new WiredDesk(services);
            persons = new PersonFiles(services.journal(), services.backend(), services.cache(), desk);
            Words words = frame.words();
            PdfSheets pdf = new PdfSheets(services.clock());
            reminders = new ReminderArchive(
                    services.journal(), services.cache(), desk, new Reminders(words), new ReminderSlips(words), pdf);
            List<SlipSource> sources = List.of(new ReceiptSource(services.journal(), desk, words), reminders);
            prints = new PrintDesk(services.journal(), workstation.devices().printer(), sources, desk, printing);
        }

        private OpenDues.Result openDues(String personId) {
            return switch (persons.load(personId, "S21", AccessReason.PAYMENT)) {
                case PersonFiles.Result.Loaded loaded -> new OpenDues.Result.Known(loaded.openDues(), loaded.asOf());
                case PersonFiles.Result.NotFound none -> new OpenDues.Result.Unknown(ProblemCode.PERSON_UNKNOWN.name());
                case PersonFiles.Result.Refused refused ->
                    new OpenDues.Result.Unknown(refused.problem().code());
                case PersonFiles.Result.NotReachable gone ->
                    new OpenDues.Result.Unknown(gone.cause().code().supportCode());
            };
        }
    }
}
