package it.sportello.app.frame;

import it.sportello.app.frame.ScreenKey.Nothing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Opens screens by their key and moves between the open works. The only way from one group of screens to another. Used
 * on the window's thread only.
 */
public final class Navigator {
    /** The rail has room for nine: one for each digit. */
    public static final int MOST_WORKS = 9;

    private record Registration<A>(ScreenKey<A> key, ScreenFactory<A> factory) {}

    /** A draft that was on show when a reading opened something else. */
    private record Interrupted(Work work, Work.Opened draft) {}

    private final Map<String, Registration<?>> registrations = new HashMap<>();
    private final ObservableList<Work> works = FXCollections.observableArrayList();
    // Kept in a field: the wrapper holds its source weakly, and its listeners would go with it.
    private final ObservableList<Work> worksShown = FXCollections.unmodifiableObservableList(works);
    private final ReadOnlyObjectWrapper<Work> currentWork = new ReadOnlyObjectWrapper<>(new Work(true));
    private final ReadOnlyObjectWrapper<Optional<Screen>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Runnable whenFull;
    private final List<Consumer<Work>> concluded = new ArrayList<>();
    private Work home = currentWork.get();
    private Optional<Interrupted> interrupted = Optional.empty();

    /** @param whenFull told when a tenth work was asked for */
    public Navigator(Runnable whenFull) {
        this.whenFull = whenFull;
    }

    /** Says how the screen of a key is made; each key once. */
    public <A> void register(ScreenKey<A> key, ScreenFactory<A> factory) {
        if (registrations.putIfAbsent(key.id(), new Registration<>(key, factory)) != null) {
            throw new IllegalStateException("registered twice: " + key.id());
        }
    }

    /** Whether this desk has that screen. */
    public boolean has(ScreenKey<?> key) {
        return registrations.containsKey(key.id());
    }

    /** The screen in the centre. */
    public ReadOnlyObjectProperty<Optional<Screen>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public Optional<Screen> current() {
        return current.get();
    }

    public ReadOnlyObjectProperty<Work> currentWorkProperty() {
        return currentWork.getReadOnlyProperty();
    }

    public Work currentWork() {
        return currentWork.get();
    }

    /** The works of the rail, in the order of their digits. */
    public ObservableList<Work> works() {
        return worksShown;
    }

    /** Opens a screen that needs no argument. */
    public void open(ScreenKey<Nothing> key) {
        open(key, Nothing.NOTHING);
    }

    /**
     * Opens a screen in the current work, above what is there; a screen about a citizen opened from the desk's home
     * starts a work of its own. A screen already open for the same argument comes back as it was left, draft and all.
     *
     * @throws IllegalStateException when no group registered the key
     */
    public <A> void open(ScreenKey<A> key, A argument) {
        if (key.forCitizen() && currentWork.get().isHome() && !beginWork()) {
            return;
        }
        Work work = currentWork.get();
        if (work.isOnTop(key, argument)) {
            return;
        }
        hideCurrent();
        if (work.isOpen(key, argument)) {
            while (!work.isOnTop(key, argument)) {
                work.pop();
            }
        } else {
            work.push(key, argument, work.takeDraft(key, argument).orElseGet(() -> create(work, key, argument)));
        }
        showTop();
    }

    /** Opens a screen in place of the current one, which is over: no way back to it. */
    public <A> void replace(ScreenKey<A> key, A argument) {
        Work work = currentWork.get();
        hideCurrent();
        Screen next = work.takeDraft(key, argument).orElseGet(() -> create(work, key, argument));
        if (work.depth() > 0) {
            work.drop();
        }
        work.push(key, argument, next);
        showTop();
    }

    /** One screen back; a draft is kept. From the first screen of a work the desk's home comes back. */
    public void back() {
        Work work = currentWork.get();
        if (work.depth() > 1) {
            hideCurrent();
            work.pop();
            showTop();
        } else if (!comeBack() && !work.isHome()) {
            home();
        }
    }

    /**
     * Runs what a reading opens. When a draft was on show, Esc on the first screen of the work then reached leads back to
     * it instead of home.
     */
    public void leadingBack(Runnable opening) {
        Work work = currentWork.get();
        Optional<Work.Opened> draft = work.topDraft();
        opening.run();
        if (draft.isPresent() && !draft.map(Work.Opened::screen).equals(current.get())) {
            interrupted = draft.map(left -> new Interrupted(work, left));
        }
    }

    private boolean comeBack() {
        Optional<Interrupted> left = interrupted;
        interrupted = Optional.empty();
        if (left.isEmpty()) {
            return false;
        }
        Work work = left.get().work();
        boolean open = work == home || works.contains(work);
        if (!open || !work.raise(left.get().draft())) {
            return false;
        }
        if (work == currentWork.get()) {
            hideCurrent();
            showTop();
        } else {
            switchTo(work);
        }
        return true;
    }

    /** The current screen has done what it was opened for: closed for good, whatever was typed in it. */
    public void finish() {
        Work work = currentWork.get();
        if (work.depth() > 1) {
            hideCurrent();
            work.drop();
            showTop();
        } else if (!work.isHome()) {
            conclude();
        }
    }

    /** Shows the desk's home; the work left stays in the rail while it holds anything. */
    public void home() {
        switchTo(home);
    }

    /** A new work becomes the current one, still without screens: open one at once. False when nine are open. */
    public boolean beginWork() {
        if (works.size() >= MOST_WORKS) {
            whenFull.run();
            return false;
        }
        hideCurrent();
        leave(currentWork.get());
        Work work = new Work(false);
        works.add(work);
        currentWork.set(work);
        current.set(Optional.empty());
        return true;
    }

    /** The current work is over: its screens are closed, drafts and all, and the home comes back. */
    public void conclude() {
        Work work = currentWork.get();
        if (work.isHome()) {
            return;
        }
        hideCurrent();
        works.remove(work);
        currentWork.set(home);
        work.close();
        showTop();
        concluded.forEach(listener -> listener.accept(work));
    }

    /** Told of every work that is over, after the home came back: the queue closes its number. */
    public void onConcluded(Consumer<Work> listener) {
        concluded.add(listener);
    }

    /** Shows the open work of a digit from 1; false when there is none. */
    public boolean switchTo(int number) {
        if (number < 1 || number > works.size()) {
            return false;
        }
        switchTo(works.get(number - 1));
        return true;
    }

    private void switchTo(Work work) {
        if (work == currentWork.get()) {
            return;
        }
        hideCurrent();
        leave(currentWork.get());
        currentWork.set(work);
        showTop();
    }

    /** Closes every work and begins again from one screen, with no way back: sign-in, desk opening, home. */
    public void restart(ScreenKey<Nothing> key) {
        interrupted = Optional.empty();
        hideCurrent();
        works.forEach(Work::close);
        works.clear();
        home.close();
        home = new Work(true);
        currentWork.set(home);
        home.push(key, Nothing.NOTHING, create(home, key, Nothing.NOTHING));
        showTop();
    }

    private void leave(Work work) {
        if (!work.isWorthKeeping()) {
            works.remove(work);
            work.close();
        }
    }

    private void hideCurrent() {
        current.get().ifPresent(Screen::onHidden);
    }

    private void showTop() {
        Optional<Screen> top = currentWork.get().top();
        interrupted =
                interrupted.filter(left -> !top.equals(Optional.of(left.draft().screen())));
        current.set(top);
        top.ifPresent(Screen::onShown);
    }

    private <A> Screen create(Work work, ScreenKey<A> key, A argument) {
        Registration<?> registration = registrations.get(key.id());
        if (registration == null) {
            throw new IllegalStateException("no screen for " + key.id());
        }
        return make(registration, work, argument);
    }

    private static <B> Screen make(Registration<B> registration, Work work, Object argument) {
        return registration.factory().create(work, registration.key().argument().cast(argument));
    }
}
