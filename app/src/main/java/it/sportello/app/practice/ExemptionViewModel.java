package it.sportello.app.practice;

import it.sportello.api.Exemptions;
import it.sportello.api.Problem;
import it.sportello.app.frame.Background;
import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.CitizenContext;
import it.sportello.app.frame.Notice;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.CitizenFacts;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.PersonFiles;
import it.sportello.app.service.PrintDesk;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.journal.PrintJob;
import it.sportello.offlinecache.remote.BackendFault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** An exemption registered for the work's citizen (S39): form, outcome, dues looked at again, papers. */
public final class ExemptionViewModel {
    /** Where the screen stands. */
    public enum Step {
        LOADING,
        /** Nothing may be shown: the notice says why. */
        WITHHELD,
        FORM,
        /** Recorded under the desk's number; the answer is missing. */
        KEPT,
        REGISTERED
    }

    /** What the view model works with. */
    public record Parts(
            OpenExemptions open,
            RegisterExemption register,
            SaveSheets files,
            PrintDesk prints,
            ExemptionCatalogue catalogue,
            DeskContext desk,
            Supplier<UUID> ids) {}

    /** What the screen does next. */
    public interface Endings {
        /** This field wants to be mended. */
        void wrong(ExemptionForm.Field field);

        /** The outcome, final or not, is on the screen. */
        void concluded();

        /** The files of the A4 forms are there. */
        void saved();
    }

    private final CitizenContext context;
    private final Parts parts;
    private final Background background;
    private final Refusals refusals;
    private final Texts texts;
    private final Words words;
    private final Clock clock;
    private final ExemptionSentences sentences;
    private final CitizenFacts facts;
    private final ExemptionForm form;
    private final ObservableList<HeldRow> held = FXCollections.observableArrayList();
    private final ObservableList<DueRow> dues = FXCollections.observableArrayList();
    private final ObservableList<HeldRow> heldSeen = FXCollections.unmodifiableObservableList(held);
    private final ObservableList<DueRow> duesSeen = FXCollections.unmodifiableObservableList(dues);
    private final ObservableList<PrintJob> jobs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.LOADING);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper reference = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private List<ExemptionArchive.Form> forms = List.of();
    private Optional<ExemptionIntent> kept = Optional.empty();
    private UUID exemptionId;

    public ExemptionViewModel(
            CitizenContext context,
            Parts parts,
            Background background,
            Refusals refusals,
            Texts texts,
            Words words,
            Clock clock) {
        this.context = context;
        this.parts = parts;
        this.background = background;
        this.refusals = refusals;
        this.texts = texts;
        this.words = words;
        this.clock = clock;
        this.sentences = new ExemptionSentences(texts, refusals, words);
        this.facts = new CitizenFacts(words);
        this.form = new ExemptionForm(parts.catalogue(), sentences, texts, words);
        this.exemptionId = parts.ids().get();
    }

    public ExemptionForm form() {
        return form;
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What the person holds, the valid ones first. */
    public ObservableList<HeldRow> held() {
        return heldSeen;
    }

    /** Every open due, looked at again. */
    public ObservableList<DueRow> dues() {
        return duesSeen;
    }

    /** The prints of the receipt. */
    public ObservableList<PrintJob> jobs() {
        return jobs;
    }

    /** The protocol number, or the desk's own. */
    public ReadOnlyStringProperty referenceProperty() {
        return reference.getReadOnlyProperty();
    }

    /** Code and validity as registered. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Where the A4 forms were saved, or that they can be. */
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Whether F12 does something now. */
    public ObservableBooleanValue concludable() {
        return Bindings.createBooleanBinding(
                () -> !busy.get() && step.get() != Step.LOADING && step.get() != Step.WITHHELD, busy, step);
    }

    /** What F12 does now. */
    public String verb() {
        return switch (step.get()) {
            case REGISTERED -> texts.get("verb.back");
            case KEPT -> texts.get("verb.again");
            case LOADING, WITHHELD, FORM -> texts.get("verb");
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** Reads the person's exemptions; each reading is an access of its own. */
    public void load(Endings endings) {
        Optional<Citizen> citizen = context.citizen();
        if (citizen.isEmpty()) {
            step.set(Step.WITHHELD);
            say(Tone.ATTENTION, texts.get("nobody"), texts.get("nobody.next"));
            return;
        }
        String personId = citizen.get().personId();
        busy.set(true);
        background
                .run(() -> parts.open().open(personId))
                .whenOver(() -> busy.set(false))
                .onSuccess(result -> show(result, endings));
    }

    private void show(OpenExemptions.Result result, Endings endings) {
        switch (result) {
            case OpenExemptions.Result.Page page -> show(page, endings);
            case OpenExemptions.Result.Without without -> explain(without.why());
            case OpenExemptions.Result.NotWritten failed ->
                withhold(Tone.DANGER, refusals.cause(failed.code().supportCode(), Map.of()), texts.get("notShown"));
        }
    }

    private void show(OpenExemptions.Result.Page page, Endings endings) {
        refresh(page.loaded());
        form.begin(
                new ExemptionForm.Setting(
                        page.loaded().file().person(),
                        page.loaded().file().exemptions(),
                        parts.desk().parameters()),
                today());
        if (!page.settled().isEmpty()) {
            registered(page.settled().getLast(), endings);
            say(Tone.GOOD, texts.get("settled"), texts.get("settled.next"));
            return;
        }
        step.set(Step.FORM);
        notice.set(standing(page));
    }

    private Optional<Notice> standing(OpenExemptions.Result.Page page) {
        if (!page.waiting().isEmpty()) {
            String number = page.waiting().getLast().facts().reference();
            return Optional.of(new Notice(Tone.INFORMATION, texts.get("waiting", number), texts.get("waiting.next")));
        }
        return page.loaded()
                .asOf()
                .map(asOf -> new Notice(
                        Tone.INFORMATION,
                        texts.get("cached", words.date(asOf), words.time(asOf)),
                        texts.get("cached.next")));
    }

    private void explain(PersonFiles.Result why) {
        switch (why) {
            case PersonFiles.Result.NotFound nobody ->
                withhold(
                        Tone.ATTENTION,
                        refusals.cause("PERSON_UNKNOWN", Map.of()),
                        refusals.next("PERSON_UNKNOWN", Map.of()));
            case PersonFiles.Result.Refused(Problem problem) ->
                withhold(
                        Tone.DANGER,
                        refusals.cause(problem.code(), problem.arguments()),
                        refusals.next(problem.code(), problem.arguments()));
            case PersonFiles.Result.NotReachable(BackendFault cause) ->
                withhold(
                        Tone.INFORMATION,
                        refusals.cause(cause.code().supportCode(), Map.of()),
                        texts.get("notReachable.next"));
            case PersonFiles.Result.Loaded loaded -> refresh(loaded);
        }
    }

    private void withhold(Tone tone, String title, String next) {
        held.clear();
        step.set(Step.WITHHELD);
        say(tone, title, next);
    }

    private void refresh(PersonFiles.Result.Loaded loaded) {
        LocalDate today = today();
        Citizen header = facts.of(loaded, today);
        Optional<String> acting = context.citizen().flatMap(Citizen::actingPerson);
        context.serve(new Citizen(
                header.personId(),
                header.surname(),
                header.names(),
                header.code(),
                header.birthDate(),
                acting,
                header.doctor(),
                header.chips()));
        held.setAll(loaded.file().exemptions().stream()
                .map(view -> HeldRow.of(view, today, texts, words))
                .sorted(HeldRow.VALID_FIRST)
                .toList());
    }

    /** Registers, or reads back what became of it; a second press while it runs does nothing (Q23). */
    public void conclude(Endings endings) {
        if (busy.get()) {
            return;
        }
        if (step.get() == Step.FORM) {
            Optional<String> acting = context.citizen().flatMap(Citizen::actingPerson);
            switch (form.read(exemptionId, acting)) {
                case ExemptionForm.Read.Wrong(ExemptionForm.Field field) -> endings.wrong(field);
                case ExemptionForm.Read.Complete(RegisterExemption.Wish wish) ->
                    run(() -> parts.register().register(wish), endings);
            }
        } else if (step.get() == Step.KEPT) {
            kept.ifPresent(intent -> run(() -> parts.register().outcome(intent), endings));
        }
    }

    private void run(Background.Waiting<RegisterExemption.Result> work, Endings endings) {
        busy.set(true);
        Consumer<RegisterExemption.Result> done = result -> show(result, endings);
        background
                .run(() -> attempt(work))
                .whenOver(() -> busy.set(false))
                .onSuccess(attempt -> attempt.accept(done, this::notWritten));
    }

    /** What came of the work, or the store's fault: then nothing was registered. */
    private record Attempt(Optional<RegisterExemption.Result> result, Optional<StoreFault.Code> fault) {
        void accept(Consumer<RegisterExemption.Result> done, Consumer<StoreFault.Code> failed) {
            result.ifPresent(done);
            fault.ifPresent(failed);
        }
    }

    private static Attempt attempt(Background.Waiting<RegisterExemption.Result> work) throws Exception {
        try {
            return new Attempt(Optional.of(work.call()), Optional.empty());
        } catch (StoreFault failed) {
            return new Attempt(Optional.empty(), Optional.of(failed.code()));
        }
    }

    private void notWritten(StoreFault.Code code) {
        say(Tone.DANGER, refusals.cause(code.supportCode(), Map.of()), refusals.next(code.supportCode(), Map.of()));
    }

    private void show(RegisterExemption.Result result, Endings endings) {
        switch (result) {
            case RegisterExemption.Result.Registered registered -> {
                registered(registered, endings);
                notice.set(Optional.empty());
                reload();
            }
            case RegisterExemption.Result.Kept keeping -> kept(keeping, endings);
            case RegisterExemption.Result.Refused refused -> refused(refused, endings);
        }
    }

    private void registered(RegisterExemption.Result.Registered registered, Endings endings) {
        Exemptions.Registered answer = registered.answer();
        kept = Optional.empty();
        reference.set(answer.protocolNumber());
        summary.set(HeldRow.of(answer.exemption(), today(), texts, words).spoken());
        dues.setAll(answer.dues().stream()
                .map(due -> DueRow.of(due, sentences, texts, words))
                .toList());
        papers(registered.forms(), registered.jobs());
        step.set(Step.REGISTERED);
        endings.concluded();
    }

    private void kept(RegisterExemption.Result.Kept keeping, Endings endings) {
        kept = Optional.of(keeping.intent());
        reference.set(keeping.intent().facts().reference());
        summary.set(HeldRow.of(keeping.intent().facts(), texts, words).spoken());
        dues.clear();
        papers(keeping.forms(), keeping.jobs());
        keeping.cause()
                .ifPresentOrElse(
                        cause -> say(
                                Tone.ATTENTION,
                                texts.get(
                                        "notConfirmed",
                                        refusals.cause(cause.code().supportCode(), Map.of())),
                                texts.get("notConfirmed.next")),
                        () -> say(Tone.INFORMATION, texts.get("offline"), texts.get("offline.next")));
        step.set(Step.KEPT);
        endings.concluded();
    }

    /** The receipt goes to the printer once; asking again for the outcome prints nothing twice. */
    private void papers(List<ExemptionArchive.Form> made, List<PrintJob> queued) {
        forms = made;
        saved.set(forms.isEmpty() ? "" : texts.get("files.ready"));
        jobs.setAll(queued);
        queued.stream().filter(job -> job.state() == PrintJob.State.QUEUED).forEach(parts.prints()::print);
    }

    private void refused(RegisterExemption.Result.Refused refused, Endings endings) {
        exemptionId = parts.ids().get();
        kept = Optional.empty();
        step.set(Step.FORM);
        String title = refused.problem()
                .map(problem -> String.join("\n", sentences.of(problem)))
                .orElseGet(() -> refusals.cause("Task.PARKED", Map.of()));
        String next = refused.problem().map(sentences::next).orElse("");
        say(
                Tone.DANGER,
                texts.get("refused", title),
                refused.leftAsTask() ? texts.get("refused.task", next) : texts.get("refused.next", next));
        endings.wrong(ExemptionForm.Field.CODE);
    }

    private void reload() {
        context.citizen()
                .ifPresent(citizen -> background
                        .run(() -> parts.open().open(citizen.personId()))
                        .onSuccess(result -> {
                            if (result instanceof OpenExemptions.Result.Page page) {
                                refresh(page.loaded());
                            }
                        }));
    }

    /** Another copy of the receipt, numbered. */
    public void printAgain() {
        if (!reference.get().isEmpty()) {
            parts.prints().reprint(StoredExemption.key(reference.get()));
        }
    }

    /** Writes the A4 forms as files, because the operator asked for it. */
    public void save(Endings endings) {
        if (forms.isEmpty()) {
            return;
        }
        String number = reference.get();
        List<ExemptionArchive.Form> wanted = forms;
        background.run(() -> parts.files().save(wanted, number)).onSuccess(files -> {
            saved.set(files.map(paths -> texts.get("files.saved", lines(paths))).orElse(texts.get("files.notSaved")));
            endings.saved();
        });
    }

    private static String lines(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining("\n"));
    }

    private void say(Tone tone, String title, String next) {
        notice.set(Optional.of(new Notice(tone, title, next)));
    }
}
