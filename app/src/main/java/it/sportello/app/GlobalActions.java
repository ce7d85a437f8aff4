package it.sportello.app;

import it.sportello.app.desk.QueueViewModel;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScreenKey;
import it.sportello.app.frame.ScreenKey.Nothing;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import it.sportello.app.frame.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Subscription;

/** What can be done from any screen of the open desk: the verbs that lead to another screen, and the window's own. */
final class GlobalActions {
    private final Navigator navigator;
    private final Texts texts;
    private final Texts frameTexts;
    private final BooleanProperty hasCitizen = new SimpleBooleanProperty();
    private final BooleanProperty hasNumber = new SimpleBooleanProperty();
    private final List<KeyAction> actions = new ArrayList<>();
    private Subscription following = Subscription.EMPTY;

    GlobalActions(Frame frame, Texts texts, Texts frameTexts) {
        this.navigator = frame.navigator();
        this.texts = texts;
        this.frameTexts = frameTexts;
        navigator.currentWorkProperty().subscribe(work -> {
            following.unsubscribe();
            following = work.citizen()
                    .citizenProperty()
                    .subscribe(citizen -> hasCitizen.set(citizen.isPresent()))
                    .and(work.citizen().calledProperty().subscribe(called -> hasNumber.set(called.isPresent())));
        });
    }

    /** The actions, for the screens this desk has. */
    List<KeyAction> make(QueueViewModel queue, Window window, Runnable lock) {
        add(KeyAction.when(
                Verb.CALL_NEXT,
                name(Verb.CALL_NEXT),
                queue.busyProperty().not(),
                texts.get("why.calling"),
                queue::callNext));
        add(KeyAction.when(Verb.RECALL, name(Verb.RECALL), hasNumber, texts.get("why.number"), queue::recall));
        add(KeyAction.when(Verb.ABSENT, name(Verb.ABSENT), hasNumber, texts.get("why.number"), queue::absent));
        opening(Verb.FIND_PERSON, ScreenKeys.FIND_PERSON, "");
        opening(Verb.PRESCRIPTION, ScreenKeys.PRESCRIPTION, "");
        forCitizen(Verb.ACCEPT, ScreenKeys.ACCEPTANCE, "");
        forCitizen(Verb.COLLECT, ScreenKeys.CASH_IN, Nothing.NOTHING);
        forCitizen(Verb.NEW_PRACTICE, ScreenKeys.PRACTICES, Nothing.NOTHING);
        opening(Verb.CLOSE_TILL, ScreenKeys.TILL_CLOSING, Nothing.NOTHING);
        opening(Verb.TASKS, ScreenKeys.TASKS, Nothing.NOTHING);
        opening(Verb.OUTBOX, ScreenKeys.OUTBOX, Nothing.NOTHING);
        opening(Verb.DEVICES, ScreenKeys.DEVICES, Nothing.NOTHING);
        opening(Verb.PRINT, ScreenKeys.PRINTS, Nothing.NOTHING);
        unbound("open.till", ScreenKeys.TILL_OPENING, Nothing.NOTHING);
        unbound("open.cards", ScreenKeys.CARD_PAYMENTS, Nothing.NOTHING);
        unbound("open.queue", ScreenKeys.QUEUE, Nothing.NOTHING);
        unbound("open.figures", ScreenKeys.FIGURES, Nothing.NOTHING);
        unbound("open.preferences", ScreenKeys.PREFERENCES, Nothing.NOTHING);
        unbound("open.exemption", ScreenKeys.EXEMPTION, Nothing.NOTHING);
        unbound("open.detectorRules", ScreenKeys.DETECTOR_RULES, Nothing.NOTHING);
        unbound("open.readerTest", ScreenKeys.READER_TEST, Nothing.NOTHING);
        unbound("open.documents", ScreenKeys.DOCUMENTS, "");
        add(new KeyAction(
                Optional.empty(),
                texts.get("conclude.work"),
                Bindings.createBooleanBinding(() -> !navigator.currentWork().isHome(), navigator.currentWorkProperty()),
                new SimpleStringProperty(texts.get("why.home")),
                navigator::conclude));
        add(KeyAction.always(Verb.HELP, name(Verb.HELP), window::openPanel));
        add(KeyAction.always(Verb.CONTEXT_PANEL, name(Verb.CONTEXT_PANEL), window::togglePanel));
        add(KeyAction.always(Verb.BACK, name(Verb.BACK), window::back));
        add(KeyAction.always(Verb.PALETTE, name(Verb.PALETTE), window::openPalette));
        add(KeyAction.always(Verb.LOCK, name(Verb.LOCK), lock));
        works();
        return List.copyOf(actions);
    }

    private void works() {
        for (int digit = 1; digit <= Navigator.MOST_WORKS; digit++) {
            int number = digit;
            Verb verb = Verb.valueOf("WORK_" + digit);
            ObservableBooleanValue exists =
                    Bindings.createBooleanBinding(() -> navigator.works().size() >= number, navigator.works());
            add(KeyAction.when(verb, name(verb), exists, "", () -> navigator.switchTo(number)));
        }
    }

    private <A> void opening(Verb verb, ScreenKey<A> key, A argument) {
        if (navigator.has(key)) {
            add(KeyAction.always(verb, name(verb), () -> navigator.open(key, argument)));
        }
    }

    private <A> void forCitizen(Verb verb, ScreenKey<A> key, A argument) {
        if (navigator.has(key)) {
            add(KeyAction.when(
                    verb, name(verb), hasCitizen, texts.get("why.citizen"), () -> navigator.open(key, argument)));
        }
    }

    private <A> void unbound(String textKey, ScreenKey<A> key, A argument) {
        if (navigator.has(key)) {
            add(KeyAction.unbound(texts.get(textKey), () -> navigator.open(key, argument)));
        }
    }

    private String name(Verb verb) {
        return frameTexts.get(verb.textKey());
    }

    private void add(KeyAction action) {
        actions.add(action);
    }
}
