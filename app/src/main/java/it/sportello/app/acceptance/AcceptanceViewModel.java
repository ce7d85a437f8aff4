package it.sportello.app.acceptance;

import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Dues.DueView;
import it.sportello.app.frame.Background;
import it.sportello.app.frame.Citizen.Chip;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Notice;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.LabelDesk;
import it.sportello.app.service.PersonFiles;
import it.sportello.devices.scanner.OwnCode;
import it.sportello.devices.scanner.Scan;
import it.sportello.offlinecache.remote.BackendFault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The list of the day, one booking with its checks, and its acceptance (S17). */
public final class AcceptanceViewModel {
    /** What a reminder's barcode begins with (template D01). */
    public static final String BARCODE = OwnCode.BOOKING.encode("");

    /** Where the screen stands. */
    public enum Step {
        LISTING,
        /** One booking with its checks. */
        SHOWN,
        ACCEPTED
    }

    /** What the screen does next. */
    public interface Endings {
        /** The person may be shown in the header. */
        void identified(PersonFiles.Result.Loaded page);

        void shown();

        void noteWanted();

        void accepted();
    }

    /** The use cases behind the screen. */
    record Uses(FindBookings find, AcceptBookings accept, Checks checks, DeskContext desk) {}

    /** Everything shown of one booking, in words. */
    public record Card(
            String number,
            String time,
            String date,
            String where,
            String person,
            String services,
            String amount,
            String reason,
            boolean dueOpen) {
        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Card[" + number + "]";
        }
    }

    private final Uses uses;
    private final Background background;
    private final Texts texts;
    private final Words words;
    private final Refusals refusals;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.LISTING);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Card>> card = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper noteShown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper otherPerson = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper noteError = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");
    private final ObservableList<BookingRow> day = FXCollections.observableArrayList();
    private final FilteredList<BookingRow> rows = new FilteredList<>(day);
    private final ObservableList<Check> checks = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty blocked = new SimpleBooleanProperty(true);
    private Optional<String> servedId;
    private Optional<AcceptanceCase> current = Optional.empty();
    private boolean cardRead;

    /** @param servedId the citizen of the work, if anybody */
    AcceptanceViewModel(
            Uses uses,
            Background background,
            Texts texts,
            Words words,
            Refusals refusals,
            Clock clock,
            Optional<String> servedId) {
        this.uses = uses;
        this.background = background;
        this.texts = texts;
        this.words = words;
        this.refusals = refusals;
        this.clock = clock;
        this.servedId = servedId;
        filter.subscribe(this::narrow);
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Card>> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** The bookings of today that fit what is typed. */
    public ObservableList<BookingRow> rows() {
        return rows;
    }

    public ObservableList<Check> checks() {
        return checks;
    }

    /** Beginning of a surname, or a number. */
    public StringProperty filterProperty() {
        return filter;
    }

    public StringProperty noteProperty() {
        return note;
    }

    public ReadOnlyStringProperty noteErrorProperty() {
        return noteError.getReadOnlyProperty();
    }

    /** Whether a written reason is asked for. */
    public ReadOnlyBooleanProperty noteShownProperty() {
        return noteShown.getReadOnlyProperty();
    }

    /** The booking is somebody else's than the citizen of this work. */
    public ReadOnlyBooleanProperty otherPersonProperty() {
        return otherPerson.getReadOnlyProperty();
    }

    /** How old the list is, in words; empty when live. */
    public ReadOnlyStringProperty ageProperty() {
        return age.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** Whether accepting makes sense now. */
    public ObservableBooleanValue acceptable() {
        return Bindings.createBooleanBinding(
                () -> step.get() == Step.SHOWN && !blocked.get() && !busy.get(), step, blocked, busy);
    }

    /** Loads the list of the day. */
    public void list() {
        step.set(Step.LISTING);
        card.set(Optional.empty());
        current = Optional.empty();
        cardRead = false;
        notice.set(Optional.empty());
        busy.set(true);
        background.run(uses.find()::today).whenOver(() -> busy.set(false)).onSuccess(this::listed);
    }

    private void listed(FindBookings.Day result) {
        switch (result) {
            case FindBookings.Day.Listed(List<BookingView> bookings, Optional<Instant> asOf) -> {
                age.set(asOf.map(at -> texts.get("list.asOf", words.date(at), words.time(at)))
                        .orElse(""));
                day.setAll(bookings.stream().map(this::row).toList());
                narrow();
            }
            case FindBookings.Day.Refused(String code) -> notice.set(Optional.of(refusal(code)));
            case FindBookings.Day.NotReachable(Optional<BackendFault> cause) -> notice.set(Optional.of(away(cause)));
        }
    }

    private BookingRow row(BookingView booking) {
        String services = services(booking);
        String time = words.time(booking.startsAt().toLocalTime());
        String state = texts.get("state." + booking.state());
        Tone tone = switch (booking.state()) {
            case "BOOKED" -> Tone.NEUTRAL;
            case "ACCEPTED", "DELIVERED", "PARTLY_DELIVERED" -> Tone.GOOD;
            default -> Tone.ATTENTION;
        };
        return new BookingRow(
                booking.id(),
                booking.personId(),
                booking.number(),
                time,
                booking.personLabel(),
                services,
                booking.room(),
                new Chip(tone, state),
                texts.get("row.spoken", time, booking.personLabel(), services, state));
    }

    /** Nothing typed: the bookings of the citizen of the work, when there are any; typing looks among all. */
    private void narrow() {
        String typed = filter.get().strip().toUpperCase(Locale.ROOT);
        boolean served = typed.isEmpty() && day.stream().anyMatch(this::isServed);
        rows.setPredicate(row -> typed.isEmpty()
                ? !served || isServed(row)
                : row.label().toUpperCase(Locale.ROOT).startsWith(typed)
                        || row.number().contains(typed));
    }

    private boolean isServed(BookingRow row) {
        return servedId.equals(Optional.of(row.personId()));
    }

    /** Opens what was typed or scanned when it is a number, else the only row left. */
    public void openTyped(Endings endings) {
        String typed = filter.get().strip();
        if (rows.size() == 1) {
            open(rows.getFirst().id(), endings);
        } else if (typed.startsWith(BARCODE) || typed.matches("[0-9]{4}-[0-9]{1,9}")) {
            open(key(typed), endings);
        }
    }

    /** The number inside a barcode. */
    static String key(String code) {
        return code.startsWith(BARCODE) ? code.substring(BARCODE.length()) : code;
    }

    /** A code was read. Whether it is a booking's, which is then opened. */
    public boolean scanned(Reading.Code code, Endings endings) {
        if (code.scan() instanceof Scan.BookingNumberScan booking) {
            open(booking.number(), endings);
            return true;
        }
        return false;
    }

    /** Opens one booking by identifier, number or barcode. */
    public void open(String code, Endings endings) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        notice.set(Optional.empty());
        String key = key(code);
        background
                .run(() -> uses.find().open(key))
                .whenOver(() -> busy.set(false))
                .onSuccess(result -> found(result, endings));
    }

    private void found(FindBookings.Found result, Endings endings) {
        switch (result) {
            case FindBookings.Found.One(AcceptanceCase found) -> show(found, endings);
            case FindBookings.Found.Unknown(boolean offline) ->
                notice.set(Optional.of(new Notice(
                        Tone.ATTENTION,
                        texts.get(offline ? "unknown.offline" : "unknown"),
                        texts.get(offline ? "unknown.offline.next" : "unknown.next"))));
            case FindBookings.Found.Refused(String code) -> notice.set(Optional.of(refusal(code)));
            case FindBookings.Found.NotReachable(BackendFault cause) ->
                notice.set(Optional.of(away(Optional.of(cause))));
        }
    }

    private void show(AcceptanceCase found, Endings endings) {
        current = Optional.of(found);
        cardRead = false;
        note.set("");
        noteError.set("");
        card.set(Optional.of(card(found)));
        step.set(Step.SHOWN);
        check();
        if (!otherPerson.get()) {
            found.page().ifPresent(endings::identified);
            servedId = Optional.of(found.booking().personId());
        }
        endings.shown();
    }

    private void check() {
        current.ifPresent(found -> {
            Checks.Outcome outcome = uses.checks()
                    .of(
                            found,
                            new Checks.Sight(
                                    LocalDateTime.now(clock), uses.desk().siteId(), servedId, cardRead));
            checks.setAll(outcome.checks());
            blocked.set(outcome.blocked());
            noteShown.set(outcome.noteWanted() && !outcome.blocked());
            otherPerson.set(outcome.otherPerson());
        });
    }

    /** A health card was read: does it belong to the person of the booking? False when no booking is shown. */
    public boolean cardRead(String code) {
        Optional<String> expected = current.flatMap(AcceptanceCase::page)
                .map(loaded -> loaded.file().person().code());
        if (step.get() != Step.SHOWN || expected.isEmpty()) {
            return false;
        }
        if (expected.get().equals(code.strip().toUpperCase(Locale.ROOT))) {
            cardRead = true;
            check();
            return true;
        }
        notice.set(Optional.of(
                new Notice(Tone.DANGER, texts.get("identity.wrongCard"), texts.get("identity.wrongCard.next"))));
        return true;
    }

    /** Accepts the booking and what goes with it; a second press does nothing. */
    public void accept(Endings endings) {
        if (!acceptable().get() || current.isEmpty()) {
            return;
        }
        AcceptanceCase found = current.get();
        if (noteShown.get() && note.get().isBlank()) {
            noteError.set(texts.get("note.missing"));
            endings.noteWanted();
            return;
        }
        noteError.set("");
        busy.set(true);
        Optional<String> why = note(found);
        background
                .run(() -> uses.accept().accept(found.together(), why, bearer(found)))
                .whenOver(() -> busy.set(false))
                .onSuccess(result -> accepted(result, found, endings));
    }

    private LabelDesk.Bearer bearer(AcceptanceCase found) {
        return found.page()
                .map(loaded -> loaded.file().person())
                .map(person -> new LabelDesk.Bearer(
                        texts.get("person.name", person.surname(), person.names()), Optional.of(person.birthDate())))
                .orElseGet(() -> new LabelDesk.Bearer(found.booking().personLabel(), Optional.empty()));
    }

    /** What the operator wrote, with how late the person came. */
    private Optional<String> note(AcceptanceCase found) {
        long late = Checks.lateness(found.booking(), LocalDateTime.now(clock));
        Optional<String> lateness = late > 0 ? Optional.of(texts.get("note.late", late)) : Optional.empty();
        Optional<String> written = Optional.of(note.get().strip()).filter(text -> !text.isEmpty());
        List<String> parts =
                Stream.of(written, lateness).flatMap(Optional::stream).toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    private void accepted(AcceptBookings.Result result, AcceptanceCase found, Endings endings) {
        step.set(Step.ACCEPTED);
        note.set("");
        noteShown.set(false);
        checks.replaceAll(uses.checks()::afterAcceptance);
        if (result.accepted().isEmpty()) {
            notice.set(Optional.of(
                    new Notice(Tone.INFORMATION, texts.get("accepted.before"), texts.get("accepted.next"))));
        } else {
            String which = String.join(", ", result.accepted());
            notice.set(Optional.of(new Notice(
                    Tone.GOOD,
                    texts.get(result.offline() ? "accepted.offline" : "accepted.title", which),
                    texts.get(isDueOpen(found) ? "accepted.pay" : "accepted.next"))));
        }
        endings.accepted();
    }

    private Card card(AcceptanceCase found) {
        BookingView booking = found.booking();
        long cents = isDueOpen(found) ? booking.dueCents() : 0;
        return new Card(
                booking.number(),
                words.time(booking.startsAt().toLocalTime()),
                words.dateInWords(booking.startsAt().toLocalDate()),
                texts.get("card.where", booking.siteName(), booking.address()),
                found.page()
                        .map(loaded -> loaded.file().person())
                        .map(person -> texts.get("person.name", person.surname(), person.names()))
                        .orElse(booking.personLabel()),
                String.join("\n", found.together().stream().map(this::line).toList()),
                words.cents(cents),
                String.join("\n", uses.checks().reasons(found)),
                cents > 0);
    }

    private String line(BookingView booking) {
        return texts.get("card.line", words.time(booking.startsAt().toLocalTime()), services(booking), booking.room());
    }

    private static boolean isDueOpen(AcceptanceCase found) {
        return found.booking().dueCents() > 0
                && found.due().map(DueView::state).orElse("OPEN").equals("OPEN");
    }

    private static String services(BookingView booking) {
        return String.join(
                ", ", booking.services().stream().map(row -> row.description()).toList());
    }

    private Notice refusal(String code) {
        return new Notice(Tone.DANGER, refusals.cause(code, Map.of()), refusals.next(code, Map.of()));
    }

    private Notice away(Optional<BackendFault> cause) {
        String title = cause.map(fault -> refusals.cause(fault.code().supportCode(), Map.of()))
                .orElseGet(() -> texts.get("away.title"));
        return new Notice(Tone.INFORMATION, title, texts.get("away.next"));
    }
}
