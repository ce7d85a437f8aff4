package it.sportello.app.prescription;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.CitizenContext;
import it.sportello.app.frame.Notice;
import it.sportello.app.frame.Pending;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.CitizenFacts;
import it.sportello.devices.scanner.Scan;
import it.sportello.domain.identity.PrescriptionNumber;
import it.sportello.domain.identity.PrescriptionNumberReader;
import it.sportello.domain.identity.PrescriptionNumberReader.Reading;
import it.sportello.offlinecache.remote.BackendFault;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/** A prescription from its two bar codes in any order, or typed (S11). */
public final class PrescriptionViewModel {
    /** What the readings lead to. */
    public interface Endings {
        /** The field wants another try; what was typed stays. */
        void mistaken();

        /** The prescription is on the screen. */
        void shown();

        /** One half is there, the other is missing. */
        void waiting();
    }

    private final CitizenContext context;
    private final LookUpPrescription lookUp;
    private final PrescriptionNumberReader reader;
    private final Duration patience;
    private final Background background;
    private final Refusals refusals;
    private final Texts texts;
    private final Words words;
    private final Clock clock;
    private final CitizenFacts facts;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper mistake = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PrescriptionSheet>> sheet =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper whyNotUsable = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper unverified = new ReadOnlyBooleanWrapper();
    private final BooleanBinding unread;
    private final BooleanBinding concludable;
    private @Nullable PrescriptionNumber number;
    private @Nullable Pending<?> running;

    /**
     * A screen for one prescription after the other.
     *
     * @param patience how long one half waits for the other
     */
    public PrescriptionViewModel(
            CitizenContext context, LookUpPrescription lookUp, Duration patience, Desk desk, Texts texts) {
        this.context = context;
        this.lookUp = lookUp;
        this.patience = patience;
        this.reader = new PrescriptionNumberReader(patience);
        this.background = desk.background();
        this.refusals = desk.refusals();
        this.words = desk.words();
        this.clock = desk.clock();
        this.texts = texts;
        this.facts = new CitizenFacts(words);
        whyNotUsable.set(texts.get("why.nothing"));
        this.unread = Bindings.createBooleanBinding(
                () -> !typed.get().isBlank() && !typed.get().strip().equalsIgnoreCase(number()), typed, usable, busy);
        this.concludable = unread.or(usable);
    }

    /** What the model needs of the frame. */
    public record Desk(Background background, Refusals refusals, Words words, Clock clock) {}

    public StringProperty typedProperty() {
        return typed;
    }

    /** What is wrong with what was typed, or empty text. */
    public ReadOnlyStringProperty mistakeProperty() {
        return mistake.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The prescription; its person's access is in the log. */
    public ReadOnlyObjectProperty<Optional<PrescriptionSheet>> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether places may be searched for. */
    public ReadOnlyBooleanProperty usableProperty() {
        return usable.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty whyNotUsableProperty() {
        return whyNotUsable.getReadOnlyProperty();
    }

    /** A number waits for the server to be verified: it must not get lost. */
    public ReadOnlyBooleanProperty unverifiedProperty() {
        return unverified.getReadOnlyProperty();
    }

    /** A number in the field that is not the one on the screen: it is read first. */
    public ObservableBooleanValue unreadProperty() {
        return unread;
    }

    /** Whether the step can be concluded: a number to read, or places to search for. */
    public ObservableBooleanValue concludable() {
        return concludable;
    }

    public Duration patience() {
        return patience;
    }

    /** The number that was read; empty text before one is complete. */
    public String number() {
        PrescriptionNumber complete = number;
        return complete == null ? "" : complete.value();
    }

    /** Enter in the field. */
    public void enter(Endings endings) {
        if (typed.get().isBlank()) {
            mistaken(texts.get("typed.empty"), endings);
            return;
        }
        if (!read(typed.get(), endings)) {
            mistaken(texts.get("typed.wrong", typed.get().strip().length()), endings);
        }
    }

    /** A code was read. Whether it is a prescription's; ten digits of another paper are not half a number. */
    public boolean scanned(it.sportello.app.frame.Reading.Code code, Endings endings) {
        return switch (code.scan()) {
            case Scan.PrescriptionPart1 part -> scanned(part.part(), endings);
            case Scan.PrescriptionPart2 part -> scanned(part.part(), endings);
            case Scan.WholeNre whole -> scanned(whole.content(), endings);
            default -> false;
        };
    }

    /**
     * A text was scanned, or came with the opening of the screen.
     *
     * @return false when it is no part of a prescription number
     */
    public boolean scanned(String code, Endings endings) {
        return read(code, endings);
    }

    /** The half that was read is forgotten: the other one did not come in time. */
    public void patienceOver() {
        reader.clear();
        notice.set(
                Optional.of(new Notice(Tone.ATTENTION, texts.get("part.forgotten"), texts.get("part.forgotten.next"))));
    }

    /** The line is back: a number that waits is verified now. */
    public void lineIsBack(Endings endings) {
        PrescriptionNumber waiting = number;
        if (unverified.get() && waiting != null && !busy.get()) {
            ask(waiting, endings);
        }
    }

    private boolean read(String code, Endings endings) {
        return switch (reader.accept(code, clock.instant())) {
            case Reading.Complete complete -> {
                ask(complete.number(), endings);
                yield true;
            }
            case Reading.WaitingForFirst first -> {
                waiting("part.first", endings);
                yield true;
            }
            case Reading.WaitingForSecond second -> {
                waiting("part.second", endings);
                yield true;
            }
            case Reading.PersonCodeRead person -> false;
            case Reading.NotRecognised other -> false;
        };
    }

    private void waiting(String key, Endings endings) {
        mistake.set("");
        typed.set("");
        notice.set(Optional.of(
                new Notice(Tone.INFORMATION, texts.get(key), texts.get("part.next", patience.toSeconds()))));
        endings.waiting();
    }

    private void ask(PrescriptionNumber wanted, Endings endings) {
        Pending<?> previous = running;
        if (previous != null) {
            previous.cancel();
        }
        number = wanted;
        typed.set(wanted.value());
        mistake.set("");
        notice.set(Optional.empty());
        forbid(texts.get("why.loading"));
        busy.set(true);
        Optional<String> person = context.citizen().map(Citizen::personId);
        Consumer<LookUpPrescription.Result> done = result -> show(result, endings);
        running = background
                .run(() -> lookUp.find(wanted, person))
                .whenOver(() -> {
                    busy.set(false);
                    forbid(texts.get("why.nothing"));
                })
                .onSuccess(done);
    }

    private void show(LookUpPrescription.Result result, Endings endings) {
        unverified.set(result instanceof LookUpPrescription.Result.NotReachable);
        switch (result) {
            case LookUpPrescription.Result.Shown shown -> show(shown, endings);
            case LookUpPrescription.Result.Unknown unknown -> refuse("unknown", endings);
            case LookUpPrescription.Result.OtherPerson other -> refuse("otherPerson", endings);
            case LookUpPrescription.Result.PersonMissing missing -> refuse("personMissing", endings);
            case LookUpPrescription.Result.Refused refused -> {
                String code = refused.problem().code();
                withhold(new Notice(
                        Tone.DANGER,
                        refusals.cause(code, refused.problem().arguments()),
                        refusals.next(code, refused.problem().arguments())));
                endings.mistaken();
            }
            case LookUpPrescription.Result.NotWritten failed ->
                withhold(new Notice(
                        Tone.DANGER,
                        texts.get("notWritten", failed.code().supportCode()),
                        texts.get("notWritten.next")));
            case LookUpPrescription.Result.NotReachable cut -> {
                withhold(new Notice(
                        Tone.INFORMATION, texts.get(offlineKey(cut.cause()), number()), texts.get("offline.next")));
                forbid(texts.get("why.unverified"));
            }
        }
    }

    private void show(LookUpPrescription.Result.Shown shown, Endings endings) {
        serve(shown);
        PrescriptionSheet now = PrescriptionSheet.of(shown, texts, words);
        sheet.set(Optional.of(now));
        shown.firstBlock()
                .ifPresentOrElse(
                        block -> forbid(new FindingWords(texts, words).sentence(block)), () -> usable.set(true));
        endings.shown();
    }

    private void serve(LookUpPrescription.Result.Shown shown) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Citizen citizen = facts.of(shown.loaded(), today);
        Optional<Citizen> served = context.citizen();
        if (served.isEmpty()) {
            context.serve(citizen);
        } else if (served.get().personId().equals(citizen.personId())) {
            context.serve(served.get().withChips(citizen.chips()));
        }
    }

    private void refuse(String key, Endings endings) {
        withhold(new Notice(Tone.DANGER, texts.get("refused." + key), texts.get("refused." + key + ".next")));
        endings.mistaken();
    }

    private void withhold(Notice why) {
        sheet.set(Optional.empty());
        notice.set(Optional.of(why));
        forbid(why.title());
    }

    private void forbid(String why) {
        usable.set(false);
        whyNotUsable.set(why);
    }

    private void mistaken(String sentence, Endings endings) {
        mistake.set(sentence);
        endings.mistaken();
    }

    // Something that is not our server may have answered, such as a page of HTML.
    private static String offlineKey(BackendFault cause) {
        return switch (cause.code()) {
            case NOT_JSON, NOT_THE_CONTRACT, REDIRECTED, NOT_TRUSTED -> "offline.stranger";
            default -> "offline.silent";
        };
    }
}
