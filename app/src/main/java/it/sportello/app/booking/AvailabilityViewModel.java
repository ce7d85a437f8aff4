package it.sportello.app.booking;

import it.sportello.api.Bookings;
import it.sportello.app.frame.Background;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Notice;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.PersonFiles;
import it.sportello.offlinecache.remote.BackendFault;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The search for the first valid place and the hold on what was chosen (S12). */
public final class AvailabilityViewModel {
    /** The widest search: places beyond the limit of the class too. */
    public static final int WIDEST = 3;

    private static final DateTimeFormatter TYPED_DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ITALY).withResolverStyle(ResolverStyle.STRICT);

    /** Where the search stands. */
    public enum Step {
        LOADING,
        /** There are offers. */
        OFFERS,
        /** Searched, and nothing found. */
        NOTHING,
        /** The search cannot take place; the notice says why. */
        STOPPED
    }

    /** What the screen does next. */
    public interface Endings {
        /** The page of the person may be shown in the header. */
        void identified(PersonFiles.Result.Loaded page);

        /** Offers are there: the focus goes to the one to propose. */
        void offered(int index);

        /** Places are held, or an earlier wish is still open: on to the summary. */
        void held(HeldOffer held);
    }

    /** The use cases behind the screen. */
    record Uses(LoadCase load, FindOffers find, HoldPlaces hold, Supplier<UUID> ids) {}

    private record Chosen(UUID holdId, List<String> slotIds) {}

    private final Uses uses;
    private final Background background;
    private final Texts texts;
    private final Words words;
    private final Refusals refusals;
    private final Clock clock;
    private final OfferRows rowsOf;
    private final String number;
    private final Optional<String> personId;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.LOADING);
    private final ObservableList<OfferRow> rows = FXCollections.observableArrayList();
    private final ObservableList<String> services = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper classText = new ReadOnlyStringWrapper("");
    private final StringProperty from = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper fromError = new ReadOnlyStringWrapper("");
    private final IntegerProperty widen = new SimpleIntegerProperty();
    private final ObjectProperty<Regime> regime = new SimpleObjectProperty<>(Regime.SSN);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<BookingCase> wanted = Optional.empty();
    private Optional<LocalDate> limitDate = Optional.empty();
    private Optional<LocalDate> firstOffer = Optional.empty();
    private Optional<Chosen> unconfirmed = Optional.empty();
    private Optional<FindOffers.Wish> lastWish = Optional.empty();
    private int searches;
    /** A loss was just said: the search that follows leaves it above its offers. */
    private boolean lossTold;

    AvailabilityViewModel(
            Uses uses,
            Background background,
            Texts texts,
            Words words,
            Refusals refusals,
            Clock clock,
            String number,
            Optional<String> personId) {
        this.uses = uses;
        this.background = background;
        this.texts = texts;
        this.words = words;
        this.refusals = refusals;
        this.clock = clock;
        this.rowsOf = new OfferRows(texts, words);
        this.number = number;
        this.personId = personId;
    }

    /** Number of the prescription. */
    public String number() {
        return number;
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ObservableList<OfferRow> rows() {
        return rows;
    }

    /** What the prescription asks for, each with its quantity. */
    public ObservableList<String> services() {
        return services;
    }

    /** Class of the prescription with its latest date, in words. */
    public ReadOnlyStringProperty classTextProperty() {
        return classText.getReadOnlyProperty();
    }

    /** Earliest date as typed; empty for today. */
    public StringProperty fromProperty() {
        return from;
    }

    public ReadOnlyStringProperty fromErrorProperty() {
        return fromError.getReadOnlyProperty();
    }

    /** 0 own district, 1 authority, 2 accredited too, 3 out of class too. */
    public IntegerProperty widenProperty() {
        return widen;
    }

    public ObjectProperty<Regime> regimeProperty() {
        return regime;
    }

    /** A question to the server is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether something would be lost that the operator set. */
    public boolean isTouched() {
        return widen.get() > 0 || !from.get().isBlank() || regime.get() != Regime.SSN;
    }

    /** The screen is shown: loads what is missing, then searches; the selection is kept. */
    public void refresh(Optional<OfferRow> selected, Endings endings) {
        if (wanted.isPresent()) {
            search(selected, endings);
            return;
        }
        if (busy.get()) {
            return;
        }
        busy.set(true);
        notice.set(Optional.empty());
        background
                .run(() -> uses.load().load(number, personId))
                .whenOver(() -> busy.set(false))
                .onSuccess(result -> loaded(result, endings));
    }

    private void loaded(LoadCase.Result result, Endings endings) {
        switch (result) {
            case LoadCase.Result.Loaded found -> begin(found, endings);
            case LoadCase.Result.Used used ->
                stop(new Notice(
                        Tone.DANGER,
                        texts.get("used.title", used.bookingNumber()),
                        refusals.next("PRESCRIPTION_ALREADY_BOOKED", Map.of())));
            case LoadCase.Result.Refused refused -> stop(refusal(refused.code(), Map.of()));
            case LoadCase.Result.NotReachable away -> stop(away(away.cause()));
        }
    }

    private void begin(LoadCase.Result.Loaded found, Endings endings) {
        BookingCase now = found.found();
        wanted = Optional.of(now);
        services.setAll(now.prescription().rows().stream()
                .map(row -> texts.get("service.line", row.quantity(), row.description()))
                .toList());
        classText.set(classOf(now, Optional.empty()));
        endings.identified(found.page());
        found.open()
                .ifPresentOrElse(
                        open -> endings.held(new HeldOffer(
                                open.book().holdId(),
                                now,
                                Regime.valueOf(open.book().regime()),
                                open.offer(),
                                open.book().limitDate(),
                                open.book().firstOfferDate(),
                                Optional.empty(),
                                Optional.of(open),
                                this)),
                        () -> search(Optional.empty(), endings));
    }

    /** Searches one step further or less far. */
    public void widen(int level, Endings endings) {
        if (level >= 0 && level <= WIDEST && level != widen.get()) {
            widen.set(level);
            refilter(Optional.empty(), endings);
        }
    }

    /** A filter may have changed: searches when it did. */
    public void refilter(Optional<OfferRow> selected, Endings endings) {
        FindOffers.Wish wish = new FindOffers.Wish(regime.get(), typedFrom().orElse(Optional.empty()), widen.get());
        if (wanted.isPresent() && !lastWish.equals(Optional.of(wish))) {
            search(selected, endings);
        }
    }

    /** Searches with the filters as they stand. */
    public void search(Optional<OfferRow> selected, Endings endings) {
        Optional<Optional<LocalDate>> day = typedFrom();
        if (wanted.isEmpty() || day.isEmpty()) {
            return;
        }
        BookingCase now = wanted.get();
        FindOffers.Wish wish = new FindOffers.Wish(regime.get(), day.get(), widen.get());
        int mine = ++searches;
        lastWish = Optional.of(wish);
        busy.set(true);
        Runnable over = () -> {
            if (mine == searches) {
                busy.set(false);
            }
        };
        background.run(() -> uses.find().find(now, wish)).whenOver(over).onSuccess(result -> {
            if (mine == searches) {
                found(result, selected, endings);
            }
        });
    }

    private void found(FindOffers.Result result, Optional<OfferRow> selected, Endings endings) {
        switch (result) {
            case FindOffers.Result.Refused refused -> stop(refusal(refused.code(), Map.of()));
            case FindOffers.Result.NotReachable away -> stop(away(away.cause()));
            case FindOffers.Result.Answered answered -> show(answered.offers(), selected, endings);
        }
    }

    private void show(Bookings.Offers offers, Optional<OfferRow> selected, Endings endings) {
        limitDate = offers.limitDate();
        wanted.ifPresent(now -> classText.set(classOf(now, limitDate)));
        boolean withClass = limitDate.isPresent();
        rows.setAll(offers.offers().stream()
                .map(offer -> rowsOf.row(offer, regime.get(), withClass))
                .toList());
        if (rows.isEmpty()) {
            step.set(Step.NOTHING);
            notice.set(Optional.of(nothing(offers.nothingReason().orElse("NOTHING_FREE_IN_TERRITORY"))));
            return;
        }
        if (!lossTold) {
            notice.set(Optional.empty());
        }
        lossTold = false;
        step.set(Step.OFFERS);
        if (firstOffer.isEmpty()) {
            firstOffer = Optional.of(
                    offers.offers().getFirst().slots().getFirst().startsAt().toLocalDate());
        }
        endings.offered(selected.map(this::indexOf).filter(index -> index >= 0).orElse(0));
    }

    private int indexOf(OfferRow selected) {
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index).key().slotIds().equals(selected.key().slotIds())) {
                return index;
            }
        }
        return -1;
    }

    /** Holds the places of an offer for this desk; the same choice again is the same hold. */
    public void choose(OfferRow row, Endings endings) {
        if (busy.get() || wanted.isEmpty()) {
            return;
        }
        Chosen chosen = chosen(row);
        BookingCase now = wanted.get();
        Bookings.Offer offer = row.key().offer();
        busy.set(true);
        Consumer<HoldPlaces.Result> done = result -> heard(result, chosen, now, offer, endings);
        background
                .run(() -> uses.hold().hold(chosen.holdId(), offer, now.person().id()))
                .whenOver(() -> busy.set(false))
                .onSuccess(done);
    }

    private Chosen chosen(OfferRow row) {
        List<String> slots = row.key().slotIds();
        Optional<Chosen> same = unconfirmed.filter(before -> before.slotIds().equals(slots));
        if (same.isPresent()) {
            return same.get();
        }
        unconfirmed.ifPresent(before -> release(before.holdId()));
        unconfirmed = Optional.empty();
        return new Chosen(uses.ids().get(), slots);
    }

    private void heard(
            HoldPlaces.Result result, Chosen chosen, BookingCase now, Bookings.Offer offer, Endings endings) {
        switch (result) {
            case HoldPlaces.Result.Held(Bookings.Hold hold) -> {
                unconfirmed = Optional.empty();
                notice.set(Optional.empty());
                endings.held(new HeldOffer(
                        chosen.holdId(),
                        now,
                        regime.get(),
                        offer,
                        limitDate,
                        firstOffer,
                        Optional.of(Countdown.of(hold, clock.instant())),
                        Optional.empty(),
                        this));
            }
            case HoldPlaces.Result.Refused(String code) -> {
                unconfirmed = Optional.empty();
                lost(code);
                search(Optional.empty(), endings);
            }
            case HoldPlaces.Result.NotReachable(Optional<BackendFault> cause) -> {
                unconfirmed = cause.map(fault -> chosen);
                notice.set(Optional.of(
                        cause.isPresent()
                                ? new Notice(
                                        Tone.ATTENTION,
                                        texts.get("hold.unconfirmed"),
                                        texts.get("hold.unconfirmed.next"))
                                : away(cause)));
            }
        }
    }

    /** The places were lost: says so above the alternatives, which the next refresh brings. */
    void lost(String code) {
        String title = texts.has("lost." + code) ? texts.get("lost." + code) : refusals.cause(code, Map.of());
        String next = texts.has("lost." + code) ? texts.get("lost.next") : refusals.next(code, Map.of());
        lossTold = true;
        notice.set(Optional.of(new Notice(Tone.ATTENTION, title, next)));
    }

    /** The operator goes away: a hold that may exist is given back. */
    public void close() {
        unconfirmed.ifPresent(before -> release(before.holdId()));
        unconfirmed = Optional.empty();
    }

    private void release(UUID holdId) {
        background.does(() -> uses.hold().release(holdId)).onSuccess(done -> {});
    }

    private void stop(Notice why) {
        notice.set(Optional.of(why));
        if (rows.isEmpty()) {
            step.set(Step.STOPPED);
        }
    }

    private Notice refusal(String code, Map<String, String> arguments) {
        return new Notice(Tone.DANGER, refusals.cause(code, arguments), refusals.next(code, arguments));
    }

    /** Searching and booking need the server: a calm refusal with what to offer instead (off-line matrix). */
    private Notice away(Optional<BackendFault> cause) {
        String title = cause.map(fault -> refusals.cause(fault.code().supportCode(), Map.of()))
                .orElseGet(() -> texts.get("away.title"));
        return new Notice(Tone.INFORMATION, title, texts.get("away.next"));
    }

    private Notice nothing(String reason) {
        String key = "nothing." + reason;
        String title = texts.has(key) ? texts.get(key) : texts.get("nothing.OTHER");
        return new Notice(
                Tone.ATTENTION, title, texts.get(widen.get() < WIDEST ? "nothing.widen" : "nothing.callback"));
    }

    private String classOf(BookingCase now, Optional<LocalDate> limit) {
        if (now.prescription().accessType().equals(Optional.of("0"))) {
            return texts.get("class.control");
        }
        return now.prescription()
                .priorityClass()
                .map(letter -> limit.map(day -> texts.get("class.limit", letter, words.dateInWords(day)))
                        .orElseGet(() -> texts.get("class.letter", letter)))
                .orElseGet(() -> texts.get("class.none"));
    }

    /** Empty outside when it cannot be read; the field then says so. */
    private Optional<Optional<LocalDate>> typedFrom() {
        String typed = from.get().strip();
        fromError.set("");
        if (typed.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        try {
            LocalDate day = LocalDate.parse(typed, TYPED_DATE);
            if (!day.isBefore(LocalDate.now(clock))) {
                return Optional.of(Optional.of(day));
            }
            fromError.set(texts.get("from.past"));
        } catch (DateTimeException unreadable) {
            fromError.set(texts.get("from.wrong"));
        }
        return Optional.empty();
    }
}
