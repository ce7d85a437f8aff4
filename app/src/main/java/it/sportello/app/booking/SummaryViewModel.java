package it.sportello.app.booking;

import it.sportello.api.Bookings;
import it.sportello.app.frame.Background;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.CitizenMessage;
import it.sportello.app.frame.Notice;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.CoPayments;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.service.PrintNews;
import it.sportello.offlinecache.journal.PrintJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
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

/** Held places, their countdown, and the booking with its three outcomes (S13). */
public final class SummaryViewModel {
    /** Languages of the reminder, in the order of the list. */
    public static final List<String> LANGUAGES = List.of("it", "en", "fr", "es", "zh", "ro", "ru");

    private static final int TICKS_BETWEEN_CHECKS = 5;

    /** Where the booking stands. */
    public enum Step {
        HELD,
        WORKING,
        /** It may or may not be booked; it is being read back. */
        NOT_CONFIRMED,
        /** The server said no; the notice says why, nothing is lost. */
        REFUSED,
        BOOKED
    }

    /** A booking made, as shown large. */
    public record BookedRow(String number, String when, String where, String due) {}

    /** What the screen does next. */
    public interface Endings {
        /** The places are gone: back to the alternatives. */
        void lost();

        void booked();

        void warned();
    }

    /** The use cases behind the screen. */
    record Uses(HoldPlaces hold, BookPlaces book, CoPayments prices, PrintDesk prints) {}

    private final Uses uses;
    private final Background background;
    private final Texts texts;
    private final Words words;
    private final Refusals refusals;
    private final Clock clock;
    private final HeldOffer held;
    private final OfferRow row;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.HELD);
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper warning = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper extendable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty language = new SimpleStringProperty("it");
    private final BooleanProperty asking = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper price = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper priceReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper printState = new ReadOnlyStringWrapper("");
    private final ObservableList<BookedRow> booked = FXCollections.observableArrayList();
    private final VisitsForCitizen forCitizen;
    private final List<PrintJob> jobs = new ArrayList<>();
    private Optional<Countdown> countdown;
    private Optional<BookingIntent> open;
    private long dueCents;
    private boolean ended;
    private int ticks;

    SummaryViewModel(
            Uses uses,
            Background background,
            Texts texts,
            Words words,
            Refusals refusals,
            Clock clock,
            HeldOffer held) {
        this.uses = uses;
        this.background = background;
        this.texts = texts;
        this.words = words;
        this.refusals = refusals;
        this.clock = clock;
        this.held = held;
        this.countdown = held.countdown();
        this.forCitizen = new VisitsForCitizen(held.offer());
        this.open = held.open();
        this.row = new OfferRows(texts, words)
                .row(held.offer(), held.regime(), held.limitDate().isPresent());
        String spoken = held.wanted().person().language();
        language.set(LANGUAGES.contains(spoken) ? spoken : "it");
        estimate();
        if (open.isPresent()) {
            language.set(open.get().book().language());
            notConfirmed();
        }
        language.subscribe(forCitizen::speak);
        tell();
    }

    /** What the citizen may read: the places that are proposed, then those that are booked. */
    public ReadOnlyObjectProperty<CitizenMessage> forCitizenProperty() {
        return forCitizen.property();
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** The places as the list showed them. */
    public OfferRow row() {
        return row;
    }

    /** Surname and names. */
    public String person() {
        return texts.get(
                "person.name",
                held.wanted().person().surname(),
                held.wanted().person().names());
    }

    public List<String> services() {
        return held.wanted().prescription().rows().stream()
                .map(service -> texts.get("service.line", service.quantity(), service.description()))
                .toList();
    }

    /** What to do before coming; empty text when nothing. */
    public String preparation() {
        return String.join(
                "\n",
                held.offer().slots().stream()
                        .flatMap(slot -> slot.preparation().stream())
                        .distinct()
                        .toList());
    }

    /** Estimated price. */
    public ReadOnlyStringProperty priceProperty() {
        return price.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty priceReasonProperty() {
        return priceReason.getReadOnlyProperty();
    }

    /** Minutes and seconds that the hold still lasts. */
    public ReadOnlyStringProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** True in the last seconds. */
    public ReadOnlyBooleanProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /** Whether the hold may be made longer, once. */
    public ReadOnlyBooleanProperty extendableProperty() {
        return extendable.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** ISO 639-1 code of the reminder's second language; {@code it} for Italian alone. */
    public StringProperty languageProperty() {
        return language;
    }

    public ObservableList<BookedRow> booked() {
        return booked;
    }

    /** What became of the paper. */
    public ReadOnlyStringProperty printStateProperty() {
        return printState.getReadOnlyProperty();
    }

    /** Whether something is to be paid for what was booked. */
    public boolean isDue() {
        return dueCents > 0;
    }

    /** Whether the concluding key makes sense now. */
    public ObservableBooleanValue concludable() {
        return Bindings.createBooleanBinding(
                () -> !asking.get() && step.get() != Step.WORKING && step.get() != Step.REFUSED, step, asking);
    }

    /** Once a second, also while another work is shown. */
    public void tick(Endings endings) {
        ticks++;
        switch (step.get()) {
            case HELD, REFUSED -> count(endings);
            case NOT_CONFIRMED -> {
                if (ticks % TICKS_BETWEEN_CHECKS == 0) {
                    check(endings);
                }
            }
            case WORKING, BOOKED -> warning.set(false);
        }
    }

    private void count(Endings endings) {
        boolean before = warning.get();
        tell();
        if (countdown.map(down -> down.left(clock.instant()).isZero()).orElse(false)) {
            lose("HOLD_EXPIRED", endings);
        } else if (warning.get() && !before) {
            endings.warned();
        }
    }

    private void tell() {
        countdown.ifPresent(down -> {
            Duration still = down.left(clock.instant());
            left.set(words.elapsed(still));
            warning.set(still.compareTo(Countdown.WARNING) <= 0);
            extendable.set(down.extendable());
        });
    }

    /** Asks the server for more time, once. */
    public void extend(Endings endings) {
        if (asking.get() || !extendable.get() || (step.get() != Step.HELD && step.get() != Step.REFUSED)) {
            return;
        }
        asking.set(true);
        Background.Waiting<HoldPlaces.Result> more = () -> uses.hold().extend(held.holdId());
        background.run(more).whenOver(() -> asking.set(false)).onSuccess(result -> {
            switch (result) {
                case HoldPlaces.Result.Held(Bookings.Hold hold) -> {
                    countdown = Optional.of(Countdown.of(hold, clock.instant()));
                    tell();
                }
                case HoldPlaces.Result.Refused(String code) -> {
                    if (code.equals("HOLD_EXPIRED")) {
                        lose(code, endings);
                    } else {
                        extendable.set(false);
                        countdown = countdown.map(down -> new Countdown(down.expiresAt(), false, down.serverAhead()));
                    }
                }
                case HoldPlaces.Result.NotReachable away ->
                    notice.set(Optional.of(
                            new Notice(Tone.INFORMATION, texts.get("extend.away"), texts.get("extend.away.next"))));
            }
        });
    }

    /** Books, or reads back a booking whose outcome is open. A second press while it runs does nothing. */
    public void conclude(Endings endings) {
        if (ended || asking.get()) {
            return;
        }
        switch (step.get()) {
            case HELD -> ask(this::book, endings);
            case NOT_CONFIRMED -> check(endings);
            case WORKING, REFUSED, BOOKED -> tell();
        }
    }

    private BookPlaces.Result book() {
        return uses.book().book(wish(), held.offer());
    }

    private void check(Endings endings) {
        open.ifPresent(intent -> ask(() -> uses.book().outcome(intent), endings));
    }

    private void ask(Background.Waiting<BookPlaces.Result> question, Endings endings) {
        if (asking.get()) {
            return;
        }
        asking.set(true);
        if (step.get() == Step.HELD) {
            step.set(Step.WORKING);
            notice.set(Optional.empty());
        }
        background
                .run(question)
                .whenOver(() -> asking.set(false))
                .onSuccess(result -> answered(result, endings))
                .onFailure(failure -> {
                    // The store failed before anything was sent: the places are still held, and the error is shown.
                    step.set(open.isPresent() ? Step.NOT_CONFIRMED : Step.HELD);
                    throw new IllegalStateException("booking ended in an error", failure);
                });
    }

    private void answered(BookPlaces.Result result, Endings endings) {
        switch (result) {
            case BookPlaces.Result.Booked done -> booked(done, endings);
            case BookPlaces.Result.NotConfirmed open -> {
                this.open = Optional.of(open.intent());
                notConfirmed();
            }
            case BookPlaces.Result.Parked parked -> {
                this.open = Optional.of(parked.intent());
                notConfirmed();
                notice.set(Optional.of(new Notice(Tone.DANGER, texts.get("parked.title"), texts.get("parked.next"))));
            }
            case BookPlaces.Result.Offline away -> {
                step.set(Step.HELD);
                notice.set(Optional.of(
                        new Notice(Tone.INFORMATION, texts.get("away.title"), texts.get("away.book.next"))));
            }
            case BookPlaces.Result.Refused refused -> refused(refused, endings);
        }
    }

    private void notConfirmed() {
        step.set(Step.NOT_CONFIRMED);
        warning.set(false);
        notice.set(
                Optional.of(new Notice(Tone.ATTENTION, texts.get("unconfirmed.title"), texts.get("unconfirmed.next"))));
    }

    private void refused(BookPlaces.Result.Refused refused, Endings endings) {
        open = Optional.empty();
        if (refused.code().equals("SLOT_GONE") || refused.code().equals("HOLD_EXPIRED")) {
            lose(refused.code(), endings);
            return;
        }
        step.set(Step.REFUSED);
        notice.set(Optional.of(
                new Notice(Tone.DANGER, cause(refused), refusals.next(refused.code(), refused.arguments()))));
    }

    /** An overlap names the hours of the other appointment. */
    private String cause(BookPlaces.Result.Refused refused) {
        String start = refused.arguments().getOrDefault("start", "");
        String end = refused.arguments().getOrDefault("end", "");
        if (start.isEmpty() || end.isEmpty()) {
            return refusals.cause(refused.code(), refused.arguments());
        }
        Instant begins = Instant.parse(start);
        return texts.get("overlap", words.date(begins), words.time(begins), words.time(Instant.parse(end)));
    }

    private void booked(BookPlaces.Result.Booked done, Endings endings) {
        ended = true;
        open = Optional.empty();
        notice.set(Optional.empty());
        done.booked()
                .bookings()
                .forEach(each -> booked.add(new BookedRow(
                        each.number(),
                        words.momentInWords(each.startsAt()),
                        texts.get("booked.where", each.siteName(), each.address(), each.room()),
                        due(each))));
        dueCents = done.booked().bookings().stream()
                .mapToLong(Bookings.BookingView::dueCents)
                .max()
                .orElse(0);
        jobs.addAll(done.jobs());
        jobs.forEach(uses.prints()::print);
        printState.set(texts.get("print.QUEUED"));
        step.set(Step.BOOKED);
        forCitizen.booked(done.booked().bookings());
        endings.booked();
    }

    private String due(Bookings.BookingView booking) {
        return booking.dueCents() == 0
                ? texts.get("booked.nothing")
                : texts.get("booked.due", words.cents(booking.dueCents()));
    }

    /** Something became of a print; on the window's thread. */
    void heard(PrintNews news) {
        for (int index = 0; index < jobs.size(); index++) {
            if (jobs.get(index).documentKey().equals(news.job().documentKey())) {
                jobs.set(index, news.job());
                String code = news.waitingFor()
                        .map(cause -> cause.code())
                        .or(() -> news.job().reason())
                        .orElse("");
                String state = texts.get("print." + news.job().state().name());
                printState.set(
                        code.isEmpty() || !refusals.knows(code)
                                ? state
                                : texts.get("print.because", state, refusals.cause(code, Map.of())));
            }
        }
    }

    /** Prints again what did not come out, else a copy. */
    public void printAgain() {
        for (PrintJob job : jobs) {
            switch (job.state()) {
                case FAILED, UNCERTAIN -> uses.prints().again(job.id());
                case PRINTED, PDF -> uses.prints().reprint(job.documentKey());
                case QUEUED, SENDING ->
                    printState.set(texts.get("print." + job.state().name()));
            }
        }
    }

    /** The desk was locked: the places go back, the data stay (R-BOO-1). */
    void locked(Endings endings) {
        if (step.get() == Step.HELD || step.get() == Step.REFUSED) {
            release();
            lose("LOCKED", endings);
        }
    }

    private void lose(String code, Endings endings) {
        if (!ended) {
            ended = true;
            held.search().lost(code);
            endings.lost();
        }
    }

    /** The places were lost while another work was shown. */
    public boolean isLost() {
        return ended && step.get() != Step.BOOKED;
    }

    /** Whether the outcome is open: the screen stays in its work. */
    public BooleanBinding waiting() {
        return Bindings.createBooleanBinding(
                () -> step.get() == Step.WORKING || step.get() == Step.NOT_CONFIRMED, step);
    }

    /** The screen will not come back: held places are given back. */
    public void close() {
        if (!ended && (step.get() == Step.HELD || step.get() == Step.REFUSED)) {
            ended = true;
            release();
        }
    }

    private void release() {
        UUID holdId = held.holdId();
        background.does(() -> uses.hold().release(holdId)).onSuccess(done -> {});
    }

    private void estimate() {
        PriceEstimate estimate = PriceEstimate.of(held, uses.prices(), texts, words);
        price.set(estimate.amount());
        priceReason.set(estimate.reason());
    }

    private Bookings.Book wish() {
        return new Bookings.Book(
                held.holdId(),
                held.wanted().person().id(),
                FindOffers.prescription(held.wanted(), held.regime()),
                inOrderOfPlaces(),
                held.regime().name(),
                held.wanted().prescription().priorityClass(),
                held.wanted().prescription().accessType(),
                held.wanted().contactAt(),
                held.limitDate(),
                held.firstOffer(),
                language.get());
    }

    /** The server reads linked services in the order of their places. */
    private List<String> inOrderOfPlaces() {
        return held.offer().slots().stream()
                .flatMap(slot -> slot.serviceCodes().stream())
                .distinct()
                .toList();
    }
}
