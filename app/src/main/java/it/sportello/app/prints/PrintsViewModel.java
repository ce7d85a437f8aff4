package it.sportello.app.prints;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.DrawerBook;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.service.PrintPlaces;
import it.sportello.app.service.StoredDrawerOpening;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.devices.printer.SheetPrinter;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.PrintJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** State of S56: nothing here moves money, and no original is ever printed twice. */
public final class PrintsViewModel {
    private static final int SHORTEST_REASON = 5;

    private final Journal journal;
    private final PrintDesk prints;
    private final DrawerBook drawer;
    private final NewsOfPrints news;
    private final Frame frame;
    private final Texts texts;
    private final PrintWords words;
    private final ObservableList<PrinterRow> printers = FXCollections.observableArrayList();
    private final ObservableList<JobRow> jobs = FXCollections.observableArrayList();
    private final ObservableList<PaperRow> papers = FXCollections.observableArrayList();
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper reasonError = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper drawerWords = new ReadOnlyStringWrapper("");
    private final BooleanProperty hasDrawer = new SimpleBooleanProperty();
    private Runnable leave = () -> {};

    /** What the disk knows, read at one moment. */
    private record Read(List<PrintJob> open, List<PrintJob> today, List<StoredDrawerOpening> openings) {}

    PrintsViewModel(Journal journal, PrintDesk prints, DrawerBook drawer, NewsOfPrints news, Frame frame, Texts texts) {
        this.journal = journal;
        this.prints = prints;
        this.drawer = drawer;
        this.news = news;
        this.frame = frame;
        this.texts = texts;
        this.words = new PrintWords(texts, frame.words(), frame.refusals());
    }

    public ObservableList<PrinterRow> printers() {
        return printers;
    }

    /** What is not delivered, oldest first. */
    public ObservableList<JobRow> jobs() {
        return jobs;
    }

    /** What was printed today, newest first. */
    public ObservableList<PaperRow> papers() {
        return papers;
    }

    /** Why the drawer is opened without a sale, as typed. */
    public StringProperty reasonProperty() {
        return reason;
    }

    public ReadOnlyStringProperty reasonErrorProperty() {
        return reasonError.getReadOnlyProperty();
    }

    /** How the drawer stands, and how often it was opened without a sale. */
    public ReadOnlyStringProperty drawerWordsProperty() {
        return drawerWords.getReadOnlyProperty();
    }

    public BooleanProperty hasDrawerProperty() {
        return hasDrawer;
    }

    /** Follows every change until {@link #stop}. */
    void start() {
        leave = news.follow(this::refresh);
        refresh();
    }

    void stop() {
        leave.run();
    }

    /** Reads everything again. */
    public void refresh() {
        Instant midnight = frame.clock()
                .instant()
                .atZone(frame.clock().getZone())
                .toLocalDate()
                .atStartOfDay(frame.clock().getZone())
                .toInstant();
        frame.background()
                .run(() -> new Read(prints.open(), journal.prints().since(midnight), drawer.ofThisSession()))
                .onSuccess(this::show);
    }

    private void show(Read read) {
        List<PrintPlaces.Place> places = prints.places();
        Map<String, String> names = new LinkedHashMap<>();
        places.forEach(place -> names.put(place.id(), words.name(place)));
        printers.setAll(places.stream()
                .map(place -> words.printer(place, waitingFor(place.id(), read.open())))
                .toList());
        jobs.setAll(read.open().stream()
                .map(job -> words.job(
                        job,
                        names.getOrDefault(prints.route(job), texts.get("printer.none")),
                        news.waitingFor(job.id())))
                .toList());
        Map<String, List<PrintJob>> byDocument = new LinkedHashMap<>();
        read.today()
                .forEach(job -> byDocument
                        .computeIfAbsent(job.documentKey(), key -> new ArrayList<>())
                        .add(job));
        papers.setAll(byDocument.values().stream().map(words::paper).toList());
        hasDrawer.set(drawer.exists());
        drawerWords.set(drawer(read.openings().size()));
    }

    private long waitingFor(String place, List<PrintJob> open) {
        return open.stream().filter(job -> prints.route(job).equals(place)).count();
    }

    private String drawer(int openings) {
        String stands = drawer.isOpen()
                .map(open -> texts.get(open ? "drawer.open" : "drawer.shut"))
                .orElse(texts.get("drawer.unknown"));
        return texts.get("drawer.words", stands, openings);
    }

    /** The same print again: the operator says that nothing is on paper. */
    public void again(UUID job) {
        prints.again(job);
    }

    public void came(UUID job) {
        prints.confirmPrinted(job);
    }

    public void asFile(UUID job) {
        prints.deliverAsPdf(job);
    }

    /** Sends the print to another printer; with a doubt about the first it is a numbered copy. */
    public void elsewhere(UUID job, String printer) {
        prints.reroute(job, printer);
    }

    /** A further copy with its number. */
    public void copy(String document) {
        prints.reprint(document);
        frame.messages().information(texts.get("copy.under.way"));
    }

    public void stopWaiting() {
        prints.stopWaiting();
    }

    /** Asks a printer how it is, now. */
    public void check(String printer) {
        each(printer, ReceiptPrinter::checkNow, SheetPrinter::checkNow);
    }

    /** The cutter is free again. */
    public void resume(String printer) {
        each(printer, ReceiptPrinter::resume, SheetPrinter::checkNow);
    }

    private void each(
            String printer,
            java.util.function.Function<ReceiptPrinter, java.util.concurrent.Future<?>> roll,
            java.util.function.Function<SheetPrinter, java.util.concurrent.Future<?>> sheets) {
        Optional<PrintPlaces.Place> place =
                prints.places().stream().filter(one -> one.id().equals(printer)).findFirst();
        place.ifPresent(one -> frame.background()
                .does(() -> {
                    switch (one) {
                        case PrintPlaces.Roll paper ->
                            roll.apply(paper.printer()).get();
                        case PrintPlaces.Sheets paper ->
                            sheets.apply(paper.printer()).get();
                        case PrintPlaces.Labels paper ->
                            sheets.apply(paper.printer()).get();
                    }
                })
                .onSuccess(done -> refresh()));
    }

    /** Opens the drawer without a sale; a reason is wanted, and it is written down first. */
    public void openDrawer() {
        String why = reason.get().strip();
        if (why.length() < SHORTEST_REASON) {
            reasonError.set(texts.get("drawer.reason.missing"));
            return;
        }
        reasonError.set("");
        frame.background().does(() -> drawer.openByHand(why)).onSuccess(done -> {
            reason.set("");
            frame.messages().information(texts.get("drawer.written"));
            refresh();
        });
    }
}
