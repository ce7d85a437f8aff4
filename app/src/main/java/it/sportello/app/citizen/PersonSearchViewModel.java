package it.sportello.app.citizen;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Notice;
import it.sportello.app.frame.Pending;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.TypedDate;
import it.sportello.domain.identity.CodeViolation;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.remote.BackendFault;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The search of a person (S06): what the desk knows at once, the server on Enter, the previous request dropped (Q58). */
public final class PersonSearchViewModel {
    private final FindPerson find;
    private final Background background;
    private final Refusals refusals;
    private final Texts texts;
    private final CodeWords words;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty names = new SimpleStringProperty("");
    private final StringProperty birth = new SimpleStringProperty("");
    private final ObservableList<String> mistakes = FXCollections.observableArrayList();
    private final ObservableList<FoundPerson> found = FXCollections.observableArrayList();
    // Kept, because a list that only views hold would take their listeners with it when it is collected.
    private final ObservableList<String> mistakesSeen = FXCollections.unmodifiableObservableList(mistakes);
    private final ObservableList<FoundPerson> foundSeen = FXCollections.unmodifiableObservableList(found);
    private final ReadOnlyStringWrapper birthMistake = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable Pending<?> running;

    /** What the screen does next. */
    public interface Endings {
        /** One person it is. */
        void chosen(FoundPerson person);

        /** Several: the list wants a choice. */
        void several();

        /** Something typed is wrong; it is said beside the field. */
        void mistaken(boolean inBirthDate);

        /** It was a prescription number, or half of one. */
        void prescription(String text);

        /** The chip tells another surname or birth date than the registry. */
        void cardDiffers(FoundPerson registry, Reading.Card card);
    }

    public PersonSearchViewModel(FindPerson find, Background background, Refusals refusals, Texts texts) {
        this.find = find;
        this.background = background;
        this.refusals = refusals;
        this.texts = texts;
        this.words = new CodeWords(texts);
    }

    /** A code, a number, or a surname. */
    public StringProperty textProperty() {
        return text;
    }

    public StringProperty namesProperty() {
        return names;
    }

    public StringProperty birthProperty() {
        return birth;
    }

    /** What is wrong with what was typed, one sentence each. */
    public ObservableList<String> mistakes() {
        return mistakesSeen;
    }

    /** What is wrong with the date of birth, or empty text. */
    public ReadOnlyStringProperty birthMistakeProperty() {
        return birthMistake.getReadOnlyProperty();
    }

    /** Their access is in the log. */
    public ObservableList<FoundPerson> found() {
        return foundSeen;
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether the server is being asked. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Something was typed: shows who of the desk's own persons fits so far. */
    public void typed() {
        drop();
        mistakes.clear();
        birthMistake.set("");
        notice.set(Optional.empty());
        PersonQuery query = query();
        if (query instanceof PersonQuery.Empty || !isSearchable(query)) {
            found.clear();
            return;
        }
        Set<String> shown = found.stream().map(FoundPerson::personId).collect(Collectors.toSet());
        Consumer<List<FoundPerson>> show = this::replace;
        running = background.run(() -> find.local(query, shown)).onSuccess(show);
    }

    /** Enter: asks the server; only a name without a birth date needs more first. */
    public void search(Endings endings) {
        search(query(), endings, person -> endings.chosen(person));
    }

    /** Whether Enter on the main field would only ask for the birth date. */
    public boolean wantsBirthDate() {
        return query() instanceof PersonQuery.Name name && name.birthDate().isEmpty();
    }

    /** A code was scanned while the search is shown, or the search was opened with it. */
    public void scanned(String code, Endings endings) {
        text.set(code.strip());
        names.set("");
        birth.set("");
        search(endings);
    }

    /** A health card was read. */
    public void card(Reading.Card card, Endings endings) {
        text.set(card.code());
        names.set("");
        birth.set("");
        CardHolder holder = new CardHolder(card);
        search(query(), endings, person -> {
            if (holder.differsFrom(person)) {
                endings.cardDiffers(person, card);
            } else {
                endings.chosen(person);
            }
        });
    }

    /** A card could not be read: said here, nothing typed is lost. */
    public void cardFault(String sentence) {
        notice.set(Optional.of(new Notice(Tone.ATTENTION, sentence, texts.get("search.card.instead"))));
    }

    private PersonQuery query() {
        return QueryReader.read(text.get(), names.get(), birth.get());
    }

    private static boolean isSearchable(PersonQuery query) {
        return query.isExact() || query instanceof PersonQuery.Phone || query instanceof PersonQuery.Name;
    }

    private void search(PersonQuery query, Endings endings, Consumer<FoundPerson> one) {
        drop();
        mistakes.clear();
        birthMistake.set("");
        notice.set(Optional.empty());
        switch (query) {
            case PersonQuery.PrescriptionText prescription -> endings.prescription(prescription.text());
            case PersonQuery.Empty empty -> mistaken(texts.get("search.empty"), endings);
            case PersonQuery.Incomplete incomplete -> mistaken(texts.get("search.incomplete"), endings);
            case PersonQuery.NotAPerson other -> mistaken(texts.get("search.notAPerson"), endings);
            case PersonQuery.WrongCard card -> mistaken(texts.get("search.wrongCard", card.digits()), endings);
            case PersonQuery.WrongCode wrong -> wrongCode(wrong.violations(), endings);
            case PersonQuery.WrongDate wrong -> wrongDate(endings);
            case PersonQuery.Name name
            when name.birthDate().isEmpty() -> {
                birthMistake.set(texts.get("search.birth.wanted"));
                endings.mistaken(true);
            }
            case PersonQuery.Name name -> ask(query, endings, one);
            case PersonQuery.Code code -> ask(query, endings, one);
            case PersonQuery.Card card -> ask(query, endings, one);
            case PersonQuery.Phone phone -> ask(query, endings, one);
            case PersonQuery.Booking booking -> ask(query, endings, one);
        }
    }

    private void ask(PersonQuery query, Endings endings, Consumer<FoundPerson> one) {
        busy.set(true);
        Consumer<FindPerson.Result> done = result -> show(result, query, endings, one);
        running = background
                .run(() -> result(query))
                .whenOver(() -> busy.set(false))
                .onSuccess(done);
    }

    // A code known here leads to the page at once; the page itself asks the server.
    private FindPerson.Result result(PersonQuery query) {
        try {
            List<FoundPerson> known = query.isExact() ? find.local(query, Set.of()) : List.of();
            return known.size() == 1 ? new FindPerson.Result.Found(known, false) : find.central(query);
        } catch (StoreFault failed) {
            return new FindPerson.Result.NotWritten(failed.code());
        }
    }

    private void show(FindPerson.Result result, PersonQuery query, Endings endings, Consumer<FoundPerson> one) {
        switch (result) {
            case FindPerson.Result.Found answer -> {
                replace(answer.persons());
                if (answer.truncated()) {
                    say(Tone.INFORMATION, texts.get("search.truncated"), texts.get("search.truncated.next"));
                }
                only(answer.persons(), endings, one);
            }
            case FindPerson.Result.Nobody nobody -> {
                replace(List.of());
                say(Tone.ATTENTION, texts.get(nobodyKey(query)), texts.get("search.nobody.next"));
                endings.mistaken(false);
            }
            case FindPerson.Result.Refused refused -> {
                String code = refused.problem().code();
                say(
                        Tone.DANGER,
                        refusals.cause(code, refused.problem().arguments()),
                        refusals.next(code, refused.problem().arguments()));
                endings.mistaken(false);
            }
            case FindPerson.Result.NotWritten failed -> {
                replace(List.of());
                say(Tone.DANGER, texts.get("notWritten", failed.code().supportCode()), texts.get("notWritten.next"));
            }
            case FindPerson.Result.NotReachable cut -> {
                replace(cut.known());
                say(
                        Tone.INFORMATION,
                        texts.get(offlineKey(cut.cause())),
                        texts.get(cut.known().isEmpty() ? "offline.nobody" : "offline.known"));
                only(cut.known(), endings, one);
            }
        }
    }

    private static void only(List<FoundPerson> persons, Endings endings, Consumer<FoundPerson> one) {
        if (persons.size() == 1) {
            one.accept(persons.getFirst());
        } else if (persons.size() > 1) {
            endings.several();
        }
    }

    /** Something that is not our server answered, such as a page of HTML; or nothing did. */
    static String offlineKey(BackendFault cause) {
        return switch (cause.code()) {
            case NOT_JSON, NOT_THE_CONTRACT, REDIRECTED, NOT_TRUSTED -> "offline.stranger";
            default -> "offline.silent";
        };
    }

    private static String nobodyKey(PersonQuery query) {
        return switch (query) {
            case PersonQuery.Code code -> "search.nobody.code";
            case PersonQuery.Card card -> "search.nobody.card";
            case PersonQuery.Phone phone -> "search.nobody.phone";
            case PersonQuery.Booking booking -> "search.nobody.booking";
            default -> "search.nobody.name";
        };
    }

    private void wrongCode(List<CodeViolation> violations, Endings endings) {
        mistakes.setAll(words.sentences(violations));
        mistakes.add(texts.get("code.next"));
        endings.mistaken(false);
    }

    private void wrongDate(Endings endings) {
        boolean inBirthDate =
                !birth.get().isBlank() && TypedDate.parse(birth.get()).isEmpty();
        if (inBirthDate) {
            birthMistake.set(texts.get("search.birth.wrong"));
        } else {
            mistakes.setAll(texts.get("search.birth.wrong"));
        }
        endings.mistaken(inBirthDate);
    }

    private void mistaken(String sentence, Endings endings) {
        mistakes.setAll(sentence);
        endings.mistaken(false);
    }

    private void say(Tone tone, String title, String next) {
        notice.set(Optional.of(new Notice(tone, title, next)));
    }

    private void replace(List<FoundPerson> persons) {
        if (!found.equals(persons)) {
            found.setAll(persons);
        }
    }

    private void drop() {
        Pending<?> previous = running;
        if (previous != null) {
            previous.cancel();
        }
        running = null;
        busy.set(false);
    }
}
