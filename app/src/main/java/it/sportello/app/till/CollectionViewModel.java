package it.sportello.app.till;

import it.sportello.api.Dues;
import it.sportello.app.frame.Background;
import it.sportello.app.frame.CitizenMessage;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.PrintDesk;
import it.sportello.devices.scanner.Scan;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.AttemptRefusal;
import it.sportello.domain.till.BasketTotals;
import it.sportello.domain.till.Settlement;
import it.sportello.domain.till.SettlementRefusal;
import it.sportello.domain.till.TillRefusal;
import it.sportello.offlinecache.journal.PrintJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The basket: choose dues, type what was handed over, conclude; the change only after the commit (S21). */
public final class CollectionViewModel {
    /** Where the basket stands. */
    public enum Step {
        LOADING,
        UNKNOWN,
        EMPTY,
        CHOOSING,
        /** The terminal was asked. */
        WAITING,
        /** Nobody knows how the payment by card ended. */
        DOUBT,
        COLLECTED
    }

    /** Who pays, for the receipt. */
    public record Payer(String personId, String holder, String code) {
        @Override
        public String toString() {
            return "Payer[***]";
        }
    }

    /** What the screen does next. */
    public interface Endings {
        void collected();

        void basketRefused(List<SettlementRefusal> refusals);

        void tillRefused(List<TillRefusal> refusals);

        void tillClosed();

        void alreadySettled(String documentNumber);

        /** A payment by card whose end is not known stands in the way. */
        void attemptRefused(List<AttemptRefusal> refusals);

        /** The card was refused: the basket is as it was. */
        void cardRefused();

        /** What a notice that was read comes to here. */
        void noticeRead(SoughtNotice.Outcome outcome);
    }

    private final CollectDues collectDues;
    private final PrintDesk prints;
    private final ReceiptFiles files;
    private final CardPanelModel card;
    private final NotePanelModel notes;
    private final SoughtNotice sought;
    private final Background background;
    private final Texts texts;
    private final Words words;
    private final ObservableList<DueChoice> choices = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.LOADING);
    private final ReadOnlyObjectWrapper<BasketTotals> totals =
            new ReadOnlyObjectWrapper<>(new BasketTotals(Money.ZERO, Money.ZERO, Money.ZERO));
    private final StringProperty received = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper receivedError = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final BooleanProperty opposed = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Money> change = new ReadOnlyObjectWrapper<>(Money.ZERO);
    private final ReadOnlyObjectWrapper<Money> paid = new ReadOnlyObjectWrapper<>(Money.ZERO);
    private final ReadOnlyBooleanWrapper byCard = new ReadOnlyBooleanWrapper();
    private final BasketForCitizen forCitizen = new BasketForCitizen();
    private final ObservableList<PrintJob> jobs = FXCollections.observableArrayList();
    private Optional<Payer> payer = Optional.empty();
    private boolean shown;
    private Runnable whenFilled = () -> {};

    public CollectionViewModel(
            CollectDues collectDues,
            PrintDesk prints,
            ReceiptFiles files,
            CardPanelModel card,
            NotePanelModel notes,
            Background background,
            Texts texts,
            Words words) {
        this.files = files;
        this.card = card;
        this.notes = notes;
        this.collectDues = collectDues;
        this.prints = prints;
        this.background = background;
        this.texts = texts;
        this.words = words;
        this.sought = new SoughtNotice(texts, words);
        card.phaseProperty().subscribe(this::follow);
        step.subscribe(this::followCash);
        totals.subscribe(this::followCash);
        busy.subscribe(this::followCash);
        step.subscribe(() -> forCitizen.follow(step.get(), totals.get()));
        totals.subscribe(() -> forCitizen.follow(step.get(), totals.get()));
    }

    private void follow(CardPanelModel.Phase phase) {
        switch (phase) {
            case WAITING -> step.set(Step.WAITING);
            case DOUBT -> step.set(Step.DOUBT);
            case IDLE -> {
                if (step.get() == Step.WAITING || step.get() == Step.DOUBT) {
                    step.set(Step.CHOOSING);
                }
            }
        }
    }

    /** The basket takes cash while it is seen, has dues and nothing is under way: then only are notes its own. */
    private void followCash() {
        boolean takesCash = shown
                && !busy.get()
                && step.get() == Step.CHOOSING
                && totals.get().payableInCash().isPositive();
        notes.follow(takesCash, totals.get().payableInCash());
    }

    /** The screen is in the centre, or left it. */
    void setShown(boolean now) {
        shown = now;
        followCash();
    }

    /** The notes judged for this basket. */
    NotePanelModel notes() {
        return notes;
    }

    /** What the genuine notes come to becomes what was received: only because the operator said so. */
    void useJudged() {
        received.set(words.money(notes.summaryProperty().get().amount()).replaceAll("[^0-9,]", ""));
    }

    /** The payment by card of this basket. */
    CardPanelModel card() {
        return card;
    }

    /** What asking for the dues of a person came to. */
    void fill(Payer who, OpenDues.Result result, Set<String> frozen, Refusals refusals) {
        switch (result) {
            case OpenDues.Result.Known known -> {
                notice.set(known.asOf()
                        .map(at -> texts.get("collect.asOf", words.date(at), words.time(at)))
                        .orElse(""));
                fill(who, known.dues(), frozen);
            }
            case OpenDues.Result.Unknown unknown -> {
                notice.set(texts.get(
                        "collect.unknown",
                        refusals.cause(unknown.code(), Map.of()),
                        refusals.next(unknown.code(), Map.of())));
                step.set(Step.UNKNOWN);
            }
        }
        Runnable waiting = whenFilled;
        forgetReading();
        waiting.run();
    }

    /**
     * A code was read. A notice is looked for among the dues, as soon as they are known.
     *
     * @return whether it is a notice
     */
    boolean scanned(Reading.Code code, Endings endings) {
        if (code.scan() instanceof Scan.NoticeQr scan) {
            seek(scan, endings);
            return true;
        }
        return false;
    }

    /** Nobody looks at the basket any more: a notice that waits for the dues is told to nobody. */
    void forgetReading() {
        whenFilled = () -> {};
    }

    private void seek(Scan.NoticeQr scan, Endings endings) {
        switch (step.get()) {
            case LOADING -> whenFilled = () -> seek(scan, endings);
            case UNKNOWN -> endings.noticeRead(sought.unknownDues(scan));
            case WAITING, DOUBT -> endings.noticeRead(sought.duringCard(scan));
            case COLLECTED -> endings.noticeRead(sought.afterwards(choices, scan));
            case EMPTY, CHOOSING -> {
                SoughtNotice.Outcome outcome = sought.among(choices, scan, collectDues.noticesCollectable());
                put(outcome);
                endings.noticeRead(outcome);
            }
        }
    }

    private void put(SoughtNotice.Outcome outcome) {
        switch (outcome) {
            case SoughtNotice.Collectable found -> found.due().choose();
            case SoughtNotice.OtherAmount found -> found.due().choose();
            case SoughtNotice.NotNow refused -> {}
            case SoughtNotice.Nowhere none -> {}
        }
    }

    /** The age of the dues, or why they are not known; empty text when they are fresh. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The open dues of a person; all of them are in the basket at first. */
    public void fill(Payer who, List<Dues.DueView> dues) {
        fill(who, dues, Set.of());
    }

    /** The same, but for those that hang on a payment by card whose end is not known. */
    void fill(Payer who, List<Dues.DueView> dues, Set<String> frozen) {
        payer = Optional.of(who);
        choices.setAll(dues.stream()
                .filter(due -> due.state().equals("OPEN"))
                .map(due -> new DueChoice(due, frozen.contains(due.id())))
                .toList());
        choices.forEach(choice -> choice.chosenProperty().subscribe(this::total));
        step.set(choices.isEmpty() ? Step.EMPTY : Step.CHOOSING);
        total();
    }

    public ObservableList<DueChoice> choices() {
        return choices;
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<BasketTotals> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    /** What was handed over, as typed; empty means exactly what is payable. */
    public StringProperty receivedProperty() {
        return received;
    }

    public ReadOnlyStringProperty receivedErrorProperty() {
        return receivedError.getReadOnlyProperty();
    }

    /** The citizen opposes the transmission of the expense to the tax return. */
    public BooleanProperty opposedProperty() {
        return opposed;
    }

    /** Change given, after the commit. */
    public ReadOnlyObjectProperty<Money> changeProperty() {
        return change.getReadOnlyProperty();
    }

    /** What the citizen may read: the amount, and after the commit what was handed over and the change. */
    public ReadOnlyObjectProperty<CitizenMessage> forCitizenProperty() {
        return forCitizen.property();
    }

    /** The prints of the documents just issued. */
    public ObservableList<PrintJob> jobs() {
        return jobs;
    }

    /** Whose dues are in this basket and not collected; empty once they are, or with nothing chosen. */
    Optional<Payer> openFor() {
        return payer.filter(who -> step.get() == Step.CHOOSING && !chosen().isEmpty());
    }

    /** All dues on the list, in cents. */
    public long listedCents() {
        return choices.stream().mapToLong(DueChoice::amountCents).sum();
    }

    /** The dues left out of the basket, in cents. */
    public long leftCents() {
        return choices.stream()
                .filter(choice -> !choice.chosenProperty().get())
                .mapToLong(DueChoice::amountCents)
                .sum();
    }

    /** Whether concluding makes sense now. */
    public ObservableBooleanValue concludable() {
        return Bindings.createBooleanBinding(
                () -> !busy.get()
                        && (step.get() == Step.COLLECTED
                                || step.get() == Step.DOUBT
                                || (step.get() == Step.CHOOSING
                                        && totals.get().payableInCash().isPositive())),
                busy,
                step,
                totals);
    }

    /** Commits the payment; a second press while it runs does nothing (Q23). */
    public void conclude(Endings endings) {
        if (busy.get() || step.get() != Step.CHOOSING || payer.isEmpty()) {
            return;
        }
        Optional<Money> cash = cash();
        if (cash.isEmpty()) {
            receivedError.set(texts.get("collect.received.wrong"));
            return;
        }
        receivedError.set("");
        List<JudgedNote> judged = notes.judged();
        busy.set(true);
        Payer who = payer.get();
        CollectDues.Payment payment =
                new CollectDues.Payment(who.personId(), who.holder(), who.code(), chosen(), cash.get(), opposed.get());
        background
                .run(() -> collectDues.collect(payment, judged))
                .whenOver(() -> busy.set(false))
                .onSuccess(result -> show(result, endings));
    }

    private void show(CollectDues.Result result, Endings endings) {
        switch (result) {
            case CollectDues.Result.Collected collected -> {
                print(collected);
                collected(collected, endings);
            }
            case CollectDues.Result.BasketRefused refused -> endings.basketRefused(refused.refusals());
            case CollectDues.Result.TillRefused refused -> endings.tillRefused(refused.refusals());
            case CollectDues.Result.TillClosed closed -> endings.tillClosed();
            case CollectDues.Result.AttemptRefused refused -> endings.attemptRefused(refused.refusals());
            case CollectDues.Result.AlreadySettled settled ->
                endings.alreadySettled(
                        settled.documentByDue().values().stream().findFirst().orElse(""));
        }
    }

    private void collected(CollectDues.Result.Collected collected, Endings endings) {
        Settlement settlement = collected.settlement();
        change.set(settlement.change());
        paid.set(settlement.payable());
        forCitizen.paid(settlement, byCard.get());
        jobs.setAll(collected.jobs());
        step.set(Step.COLLECTED);
        endings.collected();
    }

    private void print(CollectDues.Result.Collected collected) {
        if (collected.settlement().cashKept().isPositive()) {
            prints.openDrawer();
        }
        collected.jobs().forEach(prints::print);
        background.does(() -> collected.documents().forEach(number -> files.keep(number, collected.tillSessionId())));
    }

    /** Whether the basket may be paid by card now (Q24). */
    ObservableBooleanValue chargeable() {
        return Bindings.createBooleanBinding(
                () -> !busy.get()
                        && step.get() == Step.CHOOSING
                        && card.usableProperty().get()
                        && totals.get().total().isPositive(),
                busy,
                step,
                totals,
                card.usableProperty());
    }

    /** Why it may not; empty text while it may. */
    ObservableValue<String> whyNotChargeable() {
        return Bindings.createStringBinding(
                () -> totals.get().total().isPositive()
                        ? card.standingProperty().get()
                        : texts.get("collect.nothing"),
                totals,
                card.standingProperty());
    }

    /** Asks the terminal for the whole basket; its end comes by itself, and books what was paid. */
    void payByCard(boolean identityChecked, Endings endings) {
        if (!chargeable().get() || payer.isEmpty()) {
            return;
        }
        receivedError.set("");
        Payer who = payer.get();
        CollectDues.Payment payment = new CollectDues.Payment(
                who.personId(), who.holder(), who.code(), chosen(), totals.get().total(), opposed.get());
        card.begin(payment, identityChecked, notes.judged(), new CardPanelModel.Endings() {
            @Override
            public void collected(CollectDues.Result.Collected collected) {
                byCard.set(true);
                CollectionViewModel.this.collected(collected, endings);
            }

            @Override
            public void refused() {
                endings.cardRefused();
            }

            @Override
            public void notBegun(CollectDues.Result why) {
                show(why, endings);
            }
        });
    }

    /** What was paid, and whether by card: then nothing was rounded and there is no change. */
    ReadOnlyObjectProperty<Money> paidProperty() {
        return paid.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty byCardProperty() {
        return byCard.getReadOnlyProperty();
    }

    /** A sentence about a wrong amount, under its field. */
    public void explainReceived(String sentence) {
        receivedError.set(sentence);
    }

    private Optional<Money> cash() {
        String typed = received.get().strip();
        if (typed.isEmpty()) {
            return Optional.of(totals.get().payableInCash());
        }
        Money amount = Money.parse(typed);
        return amount == null || amount.isNegative() ? Optional.empty() : Optional.of(amount);
    }

    private List<Dues.DueView> chosen() {
        return choices.stream()
                .filter(choice -> choice.chosenProperty().get())
                .map(DueChoice::due)
                .toList();
    }

    private void total() {
        List<Dues.DueView> basket = chosen();
        totals.set(
                basket.isEmpty() ? new BasketTotals(Money.ZERO, Money.ZERO, Money.ZERO) : collectDues.totals(basket));
    }

    /** Label of the concluding verb: it repeats the amount. */
    public String verb() {
        return step.get() == Step.COLLECTED || step.get() == Step.DOUBT
                ? texts.get("collect.next.verb")
                : texts.get("collect.verb", words.money(totals.get().payableInCash()));
    }
}
