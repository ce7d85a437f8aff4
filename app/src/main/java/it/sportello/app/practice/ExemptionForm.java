package it.sportello.app.practice;

import it.sportello.api.Exemptions;
import it.sportello.api.Persons;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.practice.ExemptionSentences.Remark;
import it.sportello.app.service.TypedDate;
import it.sportello.domain.exemption.Exemption;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.exemption.ExemptionChecks;
import it.sportello.domain.exemption.ExemptionCode;
import it.sportello.domain.exemption.ExemptionDecision;
import it.sportello.domain.exemption.ExemptionFinding;
import it.sportello.domain.exemption.ExemptionOrigin;
import it.sportello.domain.exemption.ValidityProposal;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.prescription.Finding;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What is typed for a new exemption, what the catalogue proposes for it, and what the rules say of it so far. */
public final class ExemptionForm {
    private static final int OLDEST_INCOME = 10;

    /** The fields, in the order in which they are filled. */
    public enum Field {
        CODE,
        FROM,
        TO,
        /** Year of the income that is declared. */
        YEAR,
        /** Who certified the disease. */
        ISSUER,
        /** Day of the certificate. */
        CERTIFIED
    }

    /** What the form is about. */
    public record Setting(Persons.PersonRecord person, List<Exemptions.ExemptionView> held, Parameters parameters) {
        public Setting {
            held = List.copyOf(held);
        }

        /** Personal. */
        @Override
        public String toString() {
            return "Setting[" + person.id() + "]";
        }
    }

    private final ExemptionCatalogue catalogue;
    private final ExemptionSentences sentences;
    private final Texts texts;
    private final Words words;
    private final Map<Field, StringProperty> values = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyStringWrapper> errors = new EnumMap<>(Field.class);
    private final ObservableList<ExemptionCode> matches = FXCollections.observableArrayList();
    private final ObservableList<Remark> remarks = FXCollections.observableArrayList();
    // Kept here: a view made anew for each caller would be gone, with its listeners, at the next collection of garbage.
    private final ObservableList<ExemptionCode> matchesSeen = FXCollections.unmodifiableObservableList(matches);
    private final ObservableList<Remark> remarksSeen = FXCollections.unmodifiableObservableList(remarks);
    private final ReadOnlyObjectWrapper<Optional<ExemptionCode>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Setting setting;
    private LocalDate today = LocalDate.EPOCH;
    private String typedCode = "";
    private String proposedTo = "";
    private boolean filling;

    ExemptionForm(ExemptionCatalogue catalogue, ExemptionSentences sentences, Texts texts, Words words) {
        this.catalogue = catalogue;
        this.sentences = sentences;
        this.texts = texts;
        this.words = words;
        for (Field field : Field.values()) {
            values.put(field, new SimpleStringProperty(""));
            errors.put(field, new ReadOnlyStringWrapper(""));
        }
        value(Field.CODE).subscribe((before, now) -> codeTyped(now));
        value(Field.FROM).subscribe((before, now) -> fromTyped());
        value(Field.TO).subscribe((before, now) -> periodTyped(Field.TO));
        for (Field field : List.of(Field.YEAR, Field.ISSUER, Field.CERTIFIED)) {
            value(field).subscribe((before, now) -> error(field, ""));
        }
    }

    /** The person is known; what was typed stays. */
    void begin(Setting about, LocalDate day) {
        setting = about;
        today = day;
        judge();
    }

    public StringProperty value(Field field) {
        return java.util.Objects.requireNonNull(values.get(field));
    }

    /** What is wrong with a field, empty text when nothing is. */
    public ReadOnlyStringProperty errorProperty(Field field) {
        return wrapper(field).getReadOnlyProperty();
    }

    private ReadOnlyStringWrapper wrapper(Field field) {
        return java.util.Objects.requireNonNull(errors.get(field));
    }

    /** Codes that fit what was typed; empty once one is chosen. */
    public ObservableList<ExemptionCode> matches() {
        return matchesSeen;
    }

    /** What the rules say of the chosen code and period. */
    public ObservableList<Remark> remarks() {
        return remarksSeen;
    }

    public ReadOnlyObjectProperty<Optional<ExemptionCode>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether the chosen code rests on the citizen's own declaration of income. */
    public boolean isDeclared() {
        return chosen.get()
                .map(ExemptionCode::origin)
                .filter(ExemptionOrigin.INCOME::equals)
                .isPresent();
    }

    /** Whether something typed would be lost. */
    public boolean isTouched() {
        return !value(Field.CODE).get().isBlank();
    }

    /** Enter on the code: takes the one that was meant; false when several fit or none does. */
    public boolean chooseTyped() {
        Setting about = setting;
        String typed = value(Field.CODE).get();
        if (about == null || chosen.get().isPresent()) {
            return chosen.get().isPresent();
        }
        if (typed.isBlank()) {
            error(Field.CODE, texts.get("code.missing"));
            return false;
        }
        Optional<ExemptionCode> meant = search(about).meant(typed);
        meant.ifPresent(code -> choose(code, typed));
        if (meant.isEmpty() && matches.isEmpty()) {
            error(Field.CODE, whyNot(about, typed));
        }
        return meant.isPresent();
    }

    /** A code of the list. */
    public void choose(ExemptionCode code) {
        choose(code, code.code());
    }

    private void choose(ExemptionCode code, String typed) {
        filling = true;
        typedCode = catalogue.find(typed) == null ? code.code() : typed;
        value(Field.CODE).set(code.code());
        // Another code may ask for other fields: what was wrong with those of the last one would block unseen.
        for (Field field : List.of(Field.CODE, Field.YEAR, Field.ISSUER, Field.CERTIFIED)) {
            error(field, "");
        }
        matches.clear();
        chosen.set(Optional.of(code));
        if (value(Field.FROM).get().isBlank()) {
            value(Field.FROM).set(words.date(today));
        }
        boolean declared = code.origin() == ExemptionOrigin.INCOME;
        value(Field.YEAR).set(declared ? Integer.toString(today.getYear() - 1) : "");
        filling = false;
        propose(code);
        judge();
    }

    private void propose(ExemptionCode code) {
        Setting about = setting;
        if (about == null) {
            return;
        }
        TypedDate.parse(value(Field.FROM).get()).ifPresent(from -> {
            ValidityProposal proposal =
                    ValidityProposal.of(code, from, about.person().birthDate(), about.parameters());
            LocalDate to = proposal.to();
            boolean untouched = value(Field.TO).get().equals(proposedTo);
            proposedTo = to == null ? "" : words.date(to);
            if (untouched) {
                value(Field.TO).set(proposedTo);
            }
        });
    }

    private void codeTyped(String text) {
        if (filling) {
            return;
        }
        error(Field.CODE, "");
        chosen.set(Optional.empty());
        remarks.clear();
        Setting about = setting;
        matches.setAll(about == null ? List.of() : search(about).matching(text));
    }

    private void fromTyped() {
        if (!filling) {
            chosen.get().ifPresent(this::propose);
        }
        periodTyped(Field.FROM);
    }

    private void periodTyped(Field field) {
        error(field, "");
        if (!filling) {
            judge();
        }
    }

    private CatalogueSearch search(Setting about) {
        return new CatalogueSearch(catalogue, about.parameters().scope().region());
    }

    private String whyNot(Setting about, String typed) {
        Exemption wanted =
                new Exemption(typed.strip(), about.person().id(), today, null, ExemptionOrigin.OTHER, "CERTIFICATE");
        List<String> why = decide(about, wanted).findings().stream()
                .filter(finding -> field(finding.code()) == Field.CODE)
                .filter(finding -> finding.level() == Finding.Level.BLOCK)
                .map(finding -> sentences.of(finding).text())
                .toList();
        return why.isEmpty() ? texts.get("code.unclear") : String.join("\n", why);
    }

    private ExemptionDecision decide(Setting about, Exemption wanted) {
        List<Exemption> held = about.held().stream().map(this::held).toList();
        return new ExemptionChecks(catalogue, about.parameters())
                .judge(wanted, held, about.person().birthDate(), today);
    }

    private Exemption held(Exemptions.ExemptionView view) {
        @Nullable ExemptionCode known = catalogue.find(view.code());
        return new Exemption(
                view.code(),
                view.personId(),
                view.validFrom(),
                view.validTo().orElse(null),
                known == null ? ExemptionOrigin.OTHER : known.origin(),
                view.source());
    }

    /** Says what the rules object to, as far as the form can be read; the first field that has to change. */
    private Optional<Field> judge() {
        Setting about = setting;
        Optional<ExemptionCode> code = chosen.get();
        Optional<LocalDate> from = TypedDate.parse(value(Field.FROM).get());
        Optional<LocalDate> to = TypedDate.parse(value(Field.TO).get());
        boolean readable =
                from.isPresent() && (to.isPresent() || value(Field.TO).get().isBlank());
        if (about == null || code.isEmpty() || !readable) {
            remarks.clear();
            return Optional.empty();
        }
        ExemptionDecision decision = decide(
                about,
                new Exemption(
                        typedCode,
                        about.person().id(),
                        from.get(),
                        to.orElse(null),
                        code.get().origin(),
                        isDeclared() ? "SELF_DECLARATION" : "CERTIFICATE"));
        remarks.setAll(decision.findings().stream().map(sentences::of).toList());
        return decision instanceof ExemptionDecision.Refused
                ? decision.findings().stream()
                        .filter(finding -> finding.level() == Finding.Level.BLOCK)
                        .map(finding -> field(finding.code()))
                        .findFirst()
                : Optional.empty();
    }

    /** The field that a finding is about. */
    static Field field(ExemptionFinding.Code code) {
        return switch (code) {
            case UNKNOWN_CODE,
                    CLOSED_CODE,
                    NOT_REGISTRABLE,
                    OTHER_REGION,
                    CODE_REPLACED,
                    SIMILAR_CODE,
                    AGE_OUTSIDE,
                    ENDS_WITH_JOB -> Field.CODE;
            case BEFORE_BIRTH, ALREADY_HELD, JOINED, REVOKED_BEFORE_BEGIN -> Field.FROM;
            case ENDS_BEFORE_BEGIN, END_MISSING, NO_REVIEW_DATE, END_TOO_LATE, ENDED_ALREADY, RECOVERY_FILE_NEEDED ->
                Field.TO;
        };
    }

    /** What reading the form comes to. */
    sealed interface Read {
        record Complete(RegisterExemption.Wish wish) implements Read {}

        /** Every mistake is said at its field or in the remarks; the first field to mend. */
        record Wrong(Field field) implements Read {}
    }

    /**
     * Reads everything and marks every mistake, not only the first.
     *
     * @param exemptionId of this intent
     * @param acting who acts for the person, if anybody
     */
    Read read(UUID exemptionId, Optional<String> acting) {
        Setting about = setting;
        if (about == null || (chosen.get().isEmpty() && !chooseTyped())) {
            if (wrapper(Field.CODE).get().isEmpty()) {
                error(Field.CODE, texts.get("code.choose"));
            }
            return new Read.Wrong(Field.CODE);
        }
        Optional<LocalDate> from = date(Field.FROM, false);
        Optional<LocalDate> to = date(Field.TO, true);
        Optional<Integer> year = isDeclared() ? year() : Optional.empty();
        Optional<LocalDate> certified = isDeclared() ? Optional.empty() : certified(about);
        Optional<String> issuer = isDeclared() ? Optional.empty() : issuer();
        Optional<Field> broken = judge();
        for (Field field : Field.values()) {
            if (!wrapper(field).get().isEmpty()) {
                return new Read.Wrong(field);
            }
        }
        if (broken.isPresent()) {
            return new Read.Wrong(broken.get());
        }
        return new Read.Complete(new RegisterExemption.Wish(
                exemptionId,
                about.person(),
                chosen.get().orElseThrow(),
                from.orElseThrow(),
                to,
                year,
                issuer,
                certified,
                acting));
    }

    private Optional<LocalDate> date(Field field, boolean mayBeEmpty) {
        String typed = value(field).get();
        Optional<LocalDate> date = TypedDate.parse(typed);
        if (date.isEmpty() && !(mayBeEmpty && typed.isBlank())) {
            error(field, texts.get(typed.isBlank() ? "date.missing" : "date.wrong"));
        }
        return date;
    }

    private Optional<Integer> year() {
        String typed = value(Field.YEAR).get().strip();
        int latest = today.getYear();
        if (typed.matches("\\d{4}")) {
            int year = Integer.parseInt(typed);
            if (year <= latest && year > latest - OLDEST_INCOME) {
                return Optional.of(year);
            }
        }
        error(Field.YEAR, texts.get("year.wrong", Integer.toString(latest - 1)));
        return Optional.empty();
    }

    private Optional<String> issuer() {
        String typed = value(Field.ISSUER).get().strip();
        if (typed.isEmpty()) {
            error(Field.ISSUER, texts.get("issuer.missing"));
        }
        return Optional.of(typed).filter(text -> !text.isEmpty());
    }

    private Optional<LocalDate> certified(Setting about) {
        Optional<LocalDate> date = date(Field.CERTIFIED, false);
        date.ifPresent(day -> {
            if (day.isAfter(today)) {
                error(Field.CERTIFIED, texts.get("certified.future"));
            } else if (day.isBefore(about.person().birthDate())) {
                error(Field.CERTIFIED, texts.get("certified.beforeBirth"));
            }
        });
        return date;
    }

    private void error(Field field, String sentence) {
        wrapper(field).set(sentence);
    }
}
