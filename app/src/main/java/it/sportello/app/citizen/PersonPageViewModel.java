package it.sportello.app.citizen;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.CitizenContext;
import it.sportello.app.frame.Notice;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.CitizenFacts;
import it.sportello.app.service.PersonFiles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The page of the work's citizen (S07): read anew each time it is shown, live or as the desk knows it. */
public final class PersonPageViewModel {
    private final CitizenContext context;
    private final OpenPage pages;
    private final Background background;
    private final Refusals refusals;
    private final Texts texts;
    private final Words words;
    private final Clock clock;
    private final PageBlocks maker;
    private final CitizenFacts facts;
    private final ObservableList<PageBlock> blocks = FXCollections.observableArrayList();
    // Kept, because a list that only views hold would take their listeners with it when it is collected.
    private final ObservableList<PageBlock> blocksSeen = FXCollections.unmodifiableObservableList(blocks);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper collectable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper whyNotCollectable = new ReadOnlyStringWrapper("");
    private String toAccept = "";

    public PersonPageViewModel(
            CitizenContext context,
            OpenPage pages,
            Background background,
            Refusals refusals,
            Words words,
            Clock clock) {
        this.context = context;
        this.pages = pages;
        this.background = background;
        this.refusals = refusals;
        this.texts = Texts.of(PersonPageViewModel.class);
        this.words = words;
        this.clock = clock;
        this.maker = new PageBlocks(texts, words);
        this.facts = new CitizenFacts(words);
        whyNotCollectable.set(texts.get("page.collect.loading"));
    }

    /** Empty while nothing may be shown. */
    public ObservableList<PageBlock> blocks() {
        return blocksSeen;
    }

    /** Age of what is shown, or why nothing is. */
    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the person's data are on the screen. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether there is something to pay and a till to pay at. */
    public ReadOnlyBooleanProperty collectableProperty() {
        return collectable.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty whyNotCollectableProperty() {
        return whyNotCollectable.getReadOnlyProperty();
    }

    /** The one booking of today that waits for its acceptance; empty text when there is none or several. */
    public String toAccept() {
        return toAccept;
    }

    /** Reads the page; each reading is an access of its own. */
    public void load() {
        Optional<Citizen> citizen = context.citizen();
        if (citizen.isEmpty()) {
            say(Tone.ATTENTION, texts.get("page.nobody"), texts.get("page.nobody.next"));
            return;
        }
        String personId = citizen.get().personId();
        busy.set(true);
        Consumer<OpenPage.Result> done = this::show;
        background
                .run(() -> pages.open(personId))
                .whenOver(() -> busy.set(false))
                .onSuccess(done);
    }

    private void show(OpenPage.Result result) {
        switch (result) {
            case OpenPage.Result.Page page -> show(page);
            case OpenPage.Result.Without without -> explain(without.why());
            case OpenPage.Result.NotWritten failed ->
                withhold(
                        Tone.DANGER,
                        texts.get("notWritten", failed.code().supportCode()),
                        texts.get("notWritten.next"));
        }
    }

    private void show(OpenPage.Result.Page page) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        PersonFiles.Result.Loaded loaded = page.loaded();
        Optional<String> acting = context.citizen().flatMap(Citizen::actingPerson);
        Citizen header = facts.of(loaded, today);
        context.serve(new Citizen(
                header.personId(),
                header.surname(),
                header.names(),
                header.code(),
                header.birthDate(),
                acting,
                header.doctor(),
                header.chips()));
        blocks.setAll(maker.of(loaded, today));
        List<String> waiting = PageBlocks.acceptable(loaded.file(), today).stream()
                .map(booking -> booking.id())
                .toList();
        toAccept = waiting.size() == 1 ? waiting.getFirst() : "";
        shown.set(true);
        collecting(loaded, page.till());
        notice.set(standing(loaded));
    }

    private void collecting(PersonFiles.Result.Loaded loaded, TillStanding till) {
        boolean owes = !loaded.openDues().isEmpty();
        collectable.set(owes && till == TillStanding.OPEN);
        whyNotCollectable.set(texts.get(owes ? "page.collect." + till.name() : "page.collect.nothing"));
    }

    private Optional<Notice> standing(PersonFiles.Result.Loaded loaded) {
        if (!loaded.disputed().isEmpty()) {
            return Optional.of(new Notice(
                    Tone.ATTENTION,
                    texts.get("page.disputed", loaded.disputed().size()),
                    texts.get("page.disputed.next")));
        }
        return loaded.asOf()
                .map(asOf -> new Notice(
                        Tone.INFORMATION,
                        texts.get("page.cached", age(asOf), words.time(asOf)),
                        texts.get("page.cached.next")));
    }

    private void explain(PersonFiles.Result why) {
        switch (why) {
            case PersonFiles.Result.NotFound nobody ->
                withhold(Tone.ATTENTION, texts.get("page.notFound"), texts.get("page.notFound.next"));
            case PersonFiles.Result.Refused refused ->
                withhold(
                        Tone.DANGER,
                        refusals.cause(
                                refused.problem().code(), refused.problem().arguments()),
                        refusals.next(
                                refused.problem().code(), refused.problem().arguments()));
            case PersonFiles.Result.NotReachable cut ->
                withhold(
                        Tone.INFORMATION,
                        texts.get(PersonSearchViewModel.offlineKey(cut.cause())),
                        texts.get("page.offline.next"));
            case PersonFiles.Result.Loaded loaded -> throw new IllegalStateException("a loaded page is shown");
        }
    }

    private void withhold(Tone tone, String title, String next) {
        blocks.clear();
        shown.set(false);
        toAccept = "";
        collectable.set(false);
        whyNotCollectable.set(texts.get("page.collect.noData"));
        say(tone, title, next);
    }

    private void say(Tone tone, String title, String next) {
        notice.set(Optional.of(new Notice(tone, title, next)));
    }

    private String age(Instant asOf) {
        Duration age = Duration.between(asOf, clock.instant());
        if (age.toHours() >= 24) {
            return texts.get("age.days", age.toDays());
        }
        return age.toMinutes() >= 60
                ? texts.get("age.hours", age.toHours())
                : texts.get("age.minutes", Math.max(0, age.toMinutes()));
    }
}
