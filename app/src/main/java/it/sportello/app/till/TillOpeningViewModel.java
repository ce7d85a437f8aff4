package it.sportello.app.till;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Count;
import it.sportello.domain.till.TillRefusal;
import it.sportello.domain.till.TillSession;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Opening the till: first one's own count, only then the float that was left (S20). */
public final class TillOpeningViewModel {
    private final OpenTill openTill;
    private final Background background;
    private final Texts texts;
    private final Words words;
    private final CountModel count;
    private final ReadOnlyBooleanWrapper reasonWanted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper comparison = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reasonError = new ReadOnlyStringWrapper("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public TillOpeningViewModel(OpenTill openTill, Background background, Texts texts, Words words) {
        this.openTill = openTill;
        this.background = background;
        this.texts = texts;
        this.words = words;
        this.count = new CountModel(texts, openTill.countsContainer());
        count.totalProperty().subscribe(() -> reasonWanted.set(false));
    }

    public CountModel count() {
        return count;
    }

    public StringProperty reasonProperty() {
        return reason;
    }

    /** True once the count was compared and differs. */
    public ReadOnlyBooleanProperty reasonWantedProperty() {
        return reasonWanted.getReadOnlyProperty();
    }

    /** Float left, counted and difference, in one sentence; empty before the count. */
    public ReadOnlyStringProperty comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty reasonErrorProperty() {
        return reasonError.getReadOnlyProperty();
    }

    public BooleanProperty busyProperty() {
        return busy;
    }

    /** What the screen does next. */
    public interface Endings {
        void countUnreadable();

        void reasonWanted();

        void opened(TillSession session);

        void refused(List<TillRefusal> refusals);
    }

    /** Confirms the count, with the reason when one was asked for. */
    public void confirm(Endings endings) {
        if (busy.get()) {
            return;
        }
        count.count().ifPresentOrElse(counted -> open(counted, endings), endings::countUnreadable);
    }

    private void open(Count counted, Endings endings) {
        @Nullable String why = reasonWanted.get() ? reason.get() : null;
        if (why != null && why.isBlank()) {
            reasonError.set(texts.get("opening.reason.missing"));
            endings.reasonWanted();
            return;
        }
        Optional<Count> inContainer = count.containerCount();
        busy.set(true);
        background
                .run(() -> openTill.open(counted, inContainer, why))
                .whenOver(() -> busy.set(false))
                .onSuccess(result -> show(result, endings));
    }

    private void show(OpenTill.Result result, Endings endings) {
        switch (result) {
            case OpenTill.Result.Opened opened -> endings.opened(opened.session());
            case OpenTill.Result.Refused refused -> endings.refused(refused.refusals());
            case OpenTill.Result.ReasonWanted wanted -> {
                comparison.set(texts.get(
                        "opening.comparison",
                        words.money(wanted.carried()),
                        words.money(wanted.counted()),
                        signed(wanted.difference())));
                reasonError.set("");
                reasonWanted.set(true);
                endings.reasonWanted();
            }
        }
    }

    private String signed(Money difference) {
        return difference.isPositive()
                ? texts.get("amount.more", words.money(difference))
                : texts.get("amount.less", words.money(difference.negated()));
    }
}
