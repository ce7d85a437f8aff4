package it.sportello.app.secondscreen;

import it.sportello.app.frame.CitizenLanguage;
import it.sportello.app.frame.CitizenMessage;
import it.sportello.app.frame.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * State of the citizen's screen (S66): one page, in Italian and in the language of the citizen. It gets {@link
 * CitizenMessage}s and nothing else, which is why nothing else can be on it (R-SEC-7).
 */
public final class CitizenScreenViewModel {
    /** Why nothing is told. */
    public enum Standing {
        /** Nobody works here. */
        CLOSED,
        /** The operator has locked the desk. */
        PAUSED,
        SERVING
    }

    /**
     * A text in Italian and in the citizen's language.
     *
     * @param other empty text when the citizen speaks Italian
     */
    public record Said(String italian, String other) {}

    /** How much a fact weighs on its page. */
    public enum Weight {
        /** What the citizen looks for: alone in its space. */
        LARGEST,
        STRONG,
        PLAIN,
        /** Plain, of several lines. */
        PLACE
    }

    /** A fact with its name. */
    public record Fact(Said name, Said value, Weight weight) {}

    /**
     * What is on the screen.
     *
     * @param choice the consent that is asked; empty on every other page
     */
    public record Page(Said title, List<Fact> facts, List<Said> sentences, Optional<CitizenMessage.Consent> choice) {
        public Page {
            facts = List.copyOf(facts);
            sentences = List.copyOf(sentences);
        }
    }

    /** Where the citizen is. */
    public record Desk(int number, String badge) {}

    private final CitizenTexts texts;
    private final Words words;
    private final ReadOnlyObjectWrapper<CitizenLanguage> language = new ReadOnlyObjectWrapper<>(CitizenLanguage.IT);
    private final ReadOnlyObjectWrapper<Optional<Desk>> desk = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Page> page;
    private CitizenMessage message = new CitizenMessage.Waiting();
    private Standing standing = Standing.CLOSED;

    CitizenScreenViewModel(CitizenTexts texts, Words words) {
        this.texts = texts;
        this.words = words;
        this.page = new ReadOnlyObjectWrapper<>(pageOfNow());
    }

    public ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** The citizen's language; Italian until another is chosen. */
    public ReadOnlyObjectProperty<CitizenLanguage> languageProperty() {
        return language.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Desk>> deskProperty() {
        return desk.getReadOnlyProperty();
    }

    /** Who is here: the badge, never the name. */
    public void at(Optional<Desk> next) {
        desk.set(next);
    }

    /** The citizen, or the operator for them, chose a language. */
    public void speak(CitizenLanguage next) {
        language.set(next);
        turn();
    }

    /** The current screen of the desk has something to tell, or no longer. */
    public void tell(CitizenMessage next) {
        message = next;
        if (next instanceof CitizenMessage.Appointments appointments && appointments.language() != CitizenLanguage.IT) {
            language.set(appointments.language());
        }
        turn();
    }

    /** Another citizen: nothing of the one before stays, not even the language. */
    public void another() {
        language.set(CitizenLanguage.IT);
        message = new CitizenMessage.Waiting();
        turn();
    }

    /** Whether somebody works here; while nobody does, nothing is told. */
    public void stand(Standing next) {
        standing = next;
        turn();
    }

    /** The citizen answers; a second touch finds the question gone. */
    public void answer(boolean yes) {
        page.get().choice().ifPresent(consent -> {
            message = new CitizenMessage.Waiting();
            turn();
            consent.reply().given(yes);
        });
    }

    /** A text in both languages. */
    public Said said(String key, Object... arguments) {
        CitizenLanguage second = language.get();
        return new Said(
                texts.get(CitizenLanguage.IT, key, arguments),
                second == CitizenLanguage.IT ? "" : texts.get(second, key, arguments));
    }

    private void turn() {
        page.set(pageOfNow());
    }

    private Page pageOfNow() {
        return switch (standing) {
            case CLOSED -> plain("closed.title");
            case PAUSED -> plain("paused.title");
            case SERVING -> pageOf(message);
        };
    }

    private Page plain(String title, String... sentences) {
        List<Said> said = new ArrayList<>();
        for (String sentence : sentences) {
            said.add(said(sentence));
        }
        return new Page(said(title), List.of(), said, Optional.empty());
    }

    private Page pageOf(CitizenMessage told) {
        return switch (told) {
            case CitizenMessage.Waiting waiting -> plain("waiting.title", "waiting.text");
            case CitizenMessage.ToPay toPay ->
                new Page(
                        said("pay.title"),
                        List.of(new Fact(said("pay.total"), only(words.money(toPay.total())), Weight.LARGEST)),
                        List.of(),
                        Optional.empty());
            case CitizenMessage.Paid paid ->
                new Page(
                        said("paid.title"),
                        List.of(
                                new Fact(said("pay.total"), only(words.money(paid.total())), Weight.PLAIN),
                                new Fact(said("paid.tendered"), only(words.money(paid.tendered())), Weight.PLAIN),
                                new Fact(said("paid.change"), only(words.money(paid.change())), Weight.LARGEST)),
                        List.of(said("paid.text")),
                        Optional.empty());
            case CitizenMessage.PaidByCard paid ->
                new Page(
                        said("paid.title"),
                        List.of(new Fact(said("pay.total"), only(words.money(paid.total())), Weight.LARGEST)),
                        List.of(said("paid.card")),
                        Optional.empty());
            case CitizenMessage.Appointments appointments -> appointments(appointments);
            case CitizenMessage.Consent consent ->
                new Page(
                        said("consent.title"),
                        List.of(),
                        List.of(said("consent." + consent.kind().name()), said("consent.free")),
                        Optional.of(consent));
        };
    }

    private Page appointments(CitizenMessage.Appointments told) {
        List<Fact> facts = new ArrayList<>();
        for (CitizenMessage.Visit visit : told.visits()) {
            facts.add(new Fact(said("visit.when"), moment(visit), Weight.STRONG));
            facts.add(new Fact(said("visit.where"), only(where(visit)), Weight.PLACE));
            if (!visit.number().text().isEmpty()) {
                facts.add(new Fact(said("visit.number"), only(visit.number().text()), Weight.PLAIN));
            }
        }
        String many = told.visits().size() > 1 ? ".many" : "";
        return new Page(
                said((told.booked() ? "visit.booked" : "visit.proposed") + many),
                facts,
                told.booked() ? List.of(said("visit.bring")) : List.of(said("visit.check")),
                Optional.empty());
    }

    private Said moment(CitizenMessage.Visit visit) {
        CitizenLanguage second = language.get();
        return new Said(
                texts.moment(CitizenLanguage.IT, visit.startsAt()),
                second == CitizenLanguage.IT ? "" : texts.moment(second, visit.startsAt()));
    }

    /** Amounts, numbers and places are the same in every language. */
    private static Said only(String text) {
        return new Said(text, "");
    }

    /** A place is never translated. */
    private static String where(CitizenMessage.Visit visit) {
        List<String> lines = new ArrayList<>();
        for (CitizenMessage.Place place : List.of(visit.site(), visit.address(), visit.room())) {
            if (!place.text().isBlank()) {
                lines.add(place.text());
            }
        }
        return String.join("\n", lines);
    }
}
