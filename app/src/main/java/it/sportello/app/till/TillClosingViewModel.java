package it.sportello.app.till;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.RefusalCard;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Count;
import it.sportello.domain.till.PendingWork;
import it.sportello.domain.till.TenderCheck;
import it.sportello.domain.till.TillRefusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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

/** Closing the till: blind count, comparison, perhaps one recount, booking (S28). */
public final class TillClosingViewModel {
    /** Where the closing stands. */
    public enum Step {
        STARTING,
        BLOCKED,
        FORBIDDEN,
        COUNTING,
        COMPARED,
        CLOSED
    }

    /** What the screen does next. */
    public interface Endings {
        void counting();

        void countUnreadable();

        /** Something stands against the closing: it is listed where it has to be ended or carried. */
        void blocked();

        void compared();

        void closed();

        void refused(List<TillRefusal> refusals);

        void notOpen();
    }

    private final CloseTill closeTill;
    private final DayFolder folder;
    private final OpenBaskets baskets;
    private final Supplier<Optional<CardDesk.Totals>> terminal;
    private final Background background;
    private final Refusals refusals;
    private final Texts texts;
    private final Words words;
    private final CountModel count;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.STARTING);
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper figures = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Money> difference = new ReadOnlyObjectWrapper<>(Money.ZERO);
    private final BooleanProperty mayRecount = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty floatLeft = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper floatError = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper forWhom = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper wayOut = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper blockers = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Citizen.Tone> tone = new ReadOnlyObjectWrapper<>(Citizen.Tone.NEUTRAL);
    private final ReadOnlyObjectWrapper<Optional<Money>> deposit = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Money counted = Money.ZERO;
    private final ReadOnlyBooleanWrapper cardsInDoubt = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper container = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Citizen.Tone> containerTone = new ReadOnlyObjectWrapper<>(Citizen.Tone.NEUTRAL);
    private final ReadOnlyStringWrapper cards = new ReadOnlyStringWrapper("");
    private Optional<StoredCards.Terminal> told = Optional.empty();
    private boolean mayCarry;

    /** @param terminal what the card terminal says it took; may wait for it */
    public TillClosingViewModel(
            CloseTill closeTill,
            DayFolder folder,
            OpenBaskets baskets,
            Supplier<Optional<CardDesk.Totals>> terminal,
            Background background,
            Refusals refusals,
            Texts texts,
            Words words) {
        this.closeTill = closeTill;
        this.folder = folder;
        this.baskets = baskets;
        this.terminal = terminal;
        this.background = background;
        this.refusals = refusals;
        this.texts = texts;
        this.words = words;
        this.count = new CountModel(texts, closeTill.countsContainer());
        floatLeft.subscribe(this::followFloat);
    }

    public CountModel count() {
        return count;
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Balanced, short or over, in words; empty until the count is confirmed. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Money> differenceProperty() {
        return difference.getReadOnlyProperty();
    }

    /** What the verdict means: good when balanced, else what wants an eye. */
    public ReadOnlyObjectProperty<Citizen.Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    /** What goes into the bag of values with the float typed now; empty while that is no possible amount. */
    public ReadOnlyObjectProperty<Optional<Money>> depositProperty() {
        return deposit.getReadOnlyProperty();
    }

    public BooleanProperty mayRecountProperty() {
        return mayRecount;
    }

    /** What stays for the next opening, as typed. */
    public StringProperty floatLeftProperty() {
        return floatLeft;
    }

    public ReadOnlyStringProperty floatErrorProperty() {
        return floatError.getReadOnlyProperty();
    }

    /** For whom the till is closed, when not for oneself; else empty text. */
    public ReadOnlyStringProperty forWhomProperty() {
        return forWhom.getReadOnlyProperty();
    }

    /** What sort of thing keeps the till from closing. */
    public ReadOnlyStringProperty blockedProperty() {
        return blocked.getReadOnlyProperty();
    }

    /** What can be done about it. */
    public ReadOnlyStringProperty wayOutProperty() {
        return wayOut.getReadOnlyProperty();
    }

    /** What keeps the till from closing, a line each. */
    public ReadOnlyStringProperty blockersProperty() {
        return blockers.getReadOnlyProperty();
    }

    /** Where the sheets of the day are. */
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public ObservableBooleanValue idle() {
        return busy.not();
    }

    /** Whether typed rows would be lost. */
    public ObservableBooleanValue typing() {
        return Bindings.createBooleanBinding(
                () -> step.get() == Step.COUNTING && !count.isEmpty(), step, count.totalProperty());
    }

    /** Begins, or goes on where a killed program stopped. */
    public void start(boolean carryUnprinted, Endings endings) {
        List<PendingWork> open = baskets.pending();
        run(() -> closeTill.begin(carryUnprinted, open), endings);
    }

    /** The primary action of the step. */
    public void conclude(Endings endings) {
        switch (step.get()) {
            case COUNTING ->
                count.count()
                        .ifPresentOrElse(
                                read -> {
                                    Optional<Count> inside = count.containerCount();
                                    run(() -> closeTill.count(read, inside), endings);
                                },
                                endings::countUnreadable);
            case COMPARED -> book(endings);
            case BLOCKED -> start(mayCarry, endings);
            case STARTING -> start(false, endings);
            case FORBIDDEN, CLOSED -> endings.notOpen();
        }
    }

    /** Counts again from nothing. */
    public void recount(Endings endings) {
        count.clear();
        step.set(Step.COUNTING);
        endings.counting();
    }

    /** Back to work before a count was confirmed. */
    public void giveUp(Endings endings) {
        run(closeTill::giveUp, endings);
    }

    /** Label of the concluding verb at this step. */
    public String verb() {
        return texts.get(
                switch (step.get()) {
                    case STARTING, COUNTING -> "closing.verb.count";
                    case COMPARED -> "closing.verb.close";
                    case BLOCKED -> mayCarry ? "closing.verb.carry" : "closing.verb.again";
                    case FORBIDDEN -> "closing.verb.back";
                    case CLOSED -> "closing.verb.home";
                });
    }

    private void book(Endings endings) {
        Optional<Money> possible = possibleFloat();
        if (possible.isEmpty()) {
            floatError.set(texts.get("closing.float.wrong", words.money(counted)));
            endings.compared();
            return;
        }
        floatError.set("");
        Money left = possible.get();
        Optional<StoredCards.Terminal> figures = told;
        run(() -> closeTill.book(left, figures), endings);
    }

    private Optional<Money> possibleFloat() {
        Money left = Money.parse(floatLeft.get());
        boolean possible = left != null && !left.isNegative() && left.compareTo(counted) <= 0;
        return possible ? Optional.ofNullable(left) : Optional.empty();
    }

    // What was said about a wrong amount goes with it.
    private void followFloat() {
        Optional<Money> possible = possibleFloat();
        deposit.set(possible.map(counted::minus));
        if (possible.isPresent()) {
            floatError.set("");
        }
    }

    private void run(Background.Waiting<CloseTill.Result> act, Endings endings) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        background.run(act).whenOver(() -> busy.set(false)).onSuccess(result -> show(result, endings));
    }

    private void show(CloseTill.Result result, Endings endings) {
        switch (result) {
            case CloseTill.Result.Counting(Optional<String> holder) -> {
                tellFor(holder);
                step.set(Step.COUNTING);
                endings.counting();
            }
            case CloseTill.Result.Compared compared -> compared(compared, endings);
            case CloseTill.Result.Closed closed -> closed(closed.closing(), endings);
            case CloseTill.Result.Refused(List<TillRefusal> refusals) -> refused(refusals, endings);
            case CloseTill.Result.Forbidden(TillRefusal refusal, String holder) -> forbidden(refusal, holder, endings);
            case CloseTill.Result.NotOpen notOpen -> endings.notOpen();
        }
    }

    private void refused(List<TillRefusal> refusals, Endings endings) {
        if (refusals.get(0) instanceof TillRefusal.Pending(List<PendingWork> work)) {
            boolean cards = has(work, PendingWork.Kind.UNRESOLVED_ATTEMPT);
            boolean baskets = has(work, PendingWork.Kind.OPEN_BASKET);
            mayCarry = !baskets && (!cards || closeTill.mayCarryCards());
            String what = baskets ? "closing.blocked.baskets" : cards ? "closing.blocked.cards" : "closing.blocked";
            blocked.set(texts.get(what));
            wayOut.set(texts.get(cards && mayCarry ? "closing.blocked.carry.next" : what + ".next"));
            cardsInDoubt.set(cards);
            background.run(() -> work.stream().map(this::line).toList()).onSuccess(lines -> {
                blockers.set(String.join("\n", lines));
                step.set(Step.BLOCKED);
                endings.blocked();
            });
        } else {
            endings.refused(refusals);
        }
    }

    private void forbidden(TillRefusal refusal, String holder, Endings endings) {
        RefusalCard card = refusals.card(Refusals.codeOf(refusal), Map.of("holder", holder), "");
        blocked.set(card.cause());
        blockers.set(card.rule());
        wayOut.set(texts.get("closing.forbidden.next", card.who(), card.next()));
        step.set(Step.FORBIDDEN);
        endings.blocked();
    }

    private void tellFor(Optional<String> holder) {
        forWhom.set(holder.map(badge -> texts.get("closing.for", badge)).orElse(""));
    }

    private static boolean has(List<PendingWork> work, PendingWork.Kind kind) {
        return work.stream().anyMatch(one -> one.kind() == kind);
    }

    // May wait for the disk: not on the window's thread.
    private String line(PendingWork work) {
        String what = switch (work.kind()) {
            case OPEN_BASKET -> baskets.holder(work.reference());
            case UNPRINTED_DOCUMENT -> PrintPanel.name(work.reference(), texts);
            case UNRESOLVED_ATTEMPT ->
                closeTill
                        .attempt(work.reference())
                        .map(attempt -> texts.get(
                                "closing.blocker.attempt",
                                words.money(attempt.amount()),
                                words.time(attempt.createdAt())))
                        .orElse(work.reference());
        };
        return texts.get("closing.blocker." + work.kind().name(), what);
    }

    /** Whether a payment by card without a known end is in the way. */
    public ReadOnlyBooleanProperty cardsInDoubtProperty() {
        return cardsInDoubt.getReadOnlyProperty();
    }

    /** The cards of the session beside the terminal's figures, a line each; empty text when no card was taken. */
    public ReadOnlyStringProperty cardsProperty() {
        return cards.getReadOnlyProperty();
    }

    /** The validators' container beside the drawer, in one sentence; empty text without one or before the count. */
    public ReadOnlyStringProperty containerProperty() {
        return container.getReadOnlyProperty();
    }

    /** What the container's sentence means: one that is short is not balanced by a drawer that is over. */
    public ReadOnlyObjectProperty<Citizen.Tone> containerToneProperty() {
        return containerTone.getReadOnlyProperty();
    }

    private void showContainer() {
        background.run(closeTill::inContainer).onSuccess(found -> {
            boolean right = found.filter(
                            one -> one.uncertain() || !one.difference().isZero())
                    .isEmpty();
            containerTone.set(right ? Citizen.Tone.INFORMATION : Citizen.Tone.ATTENTION);
            container.set(found.map(this::sentence).orElse(""));
        });
    }

    private String sentence(StoredContainer found) {
        return texts.get(
                found.uncertain() ? "closing.container.uncertain" : "closing.container",
                words.cents(found.expectedCents()),
                words.cents(found.countedCents()),
                words.money(found.difference()));
    }

    private void askTerminal() {
        background.run(closeTill::cards).onSuccess(booked -> {
            tell(booked, false);
            if (!booked.isEmpty()) {
                background.run(terminal::get).onSuccess(totals -> {
                    told = totals.map(StoredCards.Terminal::of);
                    tell(booked.with(told), true);
                });
            }
        });
    }

    private void tell(StoredCards now, boolean asked) {
        if (now.isEmpty()) {
            cards.set("");
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("closing.cards.booked", words.money(now.booked()), now.payments()));
        if (now.check().isPresent()) {
            TenderCheck check = now.check().get();
            lines.add(texts.get(
                    "closing.cards.terminal", words.money(check.confirmed()), words.money(check.difference())));
            now.terminal()
                    .flatMap(StoredCards.Terminal::hostCents)
                    .ifPresent(host -> lines.add(texts.get("closing.cards.host", words.cents(host))));
            lines.add(texts.get("closing.cards.note"));
        } else {
            lines.add(texts.get(asked ? "closing.cards.silent" : "closing.cards.asking"));
        }
        cards.set(String.join("\n", lines));
    }

    private void compared(CloseTill.Result.Compared compared, Endings endings) {
        counted = compared.counted();
        tellFor(compared.forHolder());
        tell(compared.difference(), compared.expected(), compared.counted());
        askTerminal();
        showContainer();
        mayRecount.set(compared.mayRecount() && !compared.difference().isZero());
        step.set(Step.COMPARED);
        background.run(closeTill::proposedFloat).onSuccess(proposed -> {
            floatLeft.set(proposed.plain());
            followFloat();
            endings.compared();
        });
    }

    private void closed(StoredClosing closing, Endings endings) {
        tell(closing.difference(), Money.ofCents(closing.expectedCents()), Money.ofCents(closing.countedCents()));
        deposit.set(Optional.of(Money.ofCents(closing.countedCents()).minus(Money.ofCents(closing.floatLeftCents()))));
        step.set(Step.CLOSED);
        UUID session = closing.sessionId();
        background.run(() -> folder.write(session)).onSuccess(files -> {
            Path first = files.get(0).getParent();
            saved.set(texts.get("closing.saved", first == null ? "" : first.toString()));
        });
        endings.closed();
    }

    private void tell(Money off, Money expected, Money found) {
        difference.set(off);
        String key = off.isZero() ? "closing.balanced" : off.isNegative() ? "closing.short" : "closing.over";
        verdict.set(texts.get(key));
        tone.set(off.isZero() ? Citizen.Tone.GOOD : off.isNegative() ? Citizen.Tone.DANGER : Citizen.Tone.ATTENTION);
        figures.set(texts.get("closing.figures", words.money(expected), words.money(found)));
    }
}
