package it.sportello.app;

import it.sportello.api.ProblemCode;
import it.sportello.app.booking.ReminderArchive;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Words;
import it.sportello.app.practice.ExemptionArchive;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.ReminderSlips;
import it.sportello.app.print.Reminders;
import it.sportello.app.service.AccessReason;
import it.sportello.app.service.CoPayments;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.DrawerBook;
import it.sportello.app.service.LabelDesk;
import it.sportello.app.service.PersonFiles;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.service.PrintLanes;
import it.sportello.app.service.PrintPlaces;
import it.sportello.app.till.CardDesk;
import it.sportello.app.till.NoteDesk;
import it.sportello.app.till.OpenDues;
import it.sportello.app.till.ReceiptFiles;
import it.sportello.app.till.ReceiptSource;
import it.sportello.app.till.TerminalSlipSource;
import it.sportello.app.till.TillBook;
import it.sportello.app.wiring.DeskServices;
import it.sportello.app.wiring.WiredDesk;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.offlinecache.journal.Journal;
import java.util.List;
import java.util.concurrent.Executor;

/** What several groups of screens share, made once for a workstation. */
final class SharedServices {
    /** Folder of the home where files in clear go when the operator asks for them. */
    static final String SAVED_SHEETS = "stampe";

    private final DeskServices services;
    private final Frame frame;
    private final DeskContext desk;
    private final PersonFiles persons;
    private final ExemptionCatalogue catalogue = ExemptionCatalogue.shipped();
    private final CoPayments prices;
    private final ReminderArchive reminders;
    private final ExemptionArchive exemptions;
    private final ReceiptFiles receiptFiles;
    private final LabelDesk labels;
    private final PrintDesk prints;
    private final DrawerBook drawer;
    private final CardDesk cards;
    private final NoteDesk notes;

    /**
     * The services.
     *
     * @param printing where the prints wait for their turn
     * @param paying one thread for the ends of card payments
     * @param judging one thread for what becomes of notes
     */
    SharedServices(Workstation workstation, PrintLanes printing, Executor paying, Executor judging) {
        services = workstation.services();
        frame = workstation.frame();
        desk = new WiredDesk(services);
        Journal journal = services.journal();
        persons = new PersonFiles(journal, services.backend(), services.cache(), desk);
        Words words = frame.words();
        prices = new CoPayments(catalogue, desk, words);
        PdfSheets pdf = new PdfSheets(services.clock());
        reminders = new ReminderArchive(
                journal, services.cache(), desk, new Reminders(words), new ReminderSlips(words), pdf);
        exemptions = new ExemptionArchive(journal, pdf, words);
        receiptFiles = new ReceiptFiles(
                journal, desk, pdf, words, workstation.settings().home().resolve(SAVED_SHEETS));
        labels = new LabelDesk(journal, words);
        prints = new PrintDesk(
                journal,
                () -> workstation.devices().all().stream()
                        .flatMap(one -> PrintPlaces.of(one.entry().id(), one.device()).stream())
                        .toList(),
                List.of(
                        new ReceiptSource(journal, desk, words, receiptFiles),
                        new TerminalSlipSource(journal),
                        reminders,
                        exemptions,
                        labels),
                desk,
                printing);
        drawer = new DrawerBook(journal, prints, desk, printing.decisions());
        workstation.devices().onDrawer(drawer::moved);
        cards = CardDesk.of(
                new TillBook(journal, desk, services.history()),
                services.clock(),
                workstation.devices()::terminal,
                prints,
                receiptFiles,
                paying);
        notes = new NoteDesk(
                new TillBook(journal, desk, services.history()),
                workstation.cashPhase(),
                new NoteDesk.Devices(workstation.devices()::detectors, workstation.devices()::validators),
                services.clock(),
                judging);
    }

    DeskServices services() {
        return services;
    }

    Frame frame() {
        return frame;
    }

    DeskContext desk() {
        return desk;
    }

    PersonFiles persons() {
        return persons;
    }

    ExemptionCatalogue catalogue() {
        return catalogue;
    }

    CoPayments prices() {
        return prices;
    }

    ReminderArchive reminders() {
        return reminders;
    }

    ExemptionArchive exemptions() {
        return exemptions;
    }

    ReceiptFiles receiptFiles() {
        return receiptFiles;
    }

    /** Openings of the drawer without a sale. */
    DrawerBook drawer() {
        return drawer;
    }

    LabelDesk labels() {
        return labels;
    }

    PrintDesk prints() {
        return prints;
    }

    CardDesk cards() {
        return cards;
    }

    NoteDesk notes() {
        return notes;
    }

    /** The dues of a person for the basket; their access has its row. */
    OpenDues.Result openDues(String personId) {
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
