package it.sportello.app.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One open work of the operator: a citizen (or the desk itself), the screens opened for it one above the other, and the
 * drafts left behind. Its screens live only in it.
 */
public final class Work {
    /** A screen with what it was opened for: the same key and argument is the same screen. */
    record Opened(String id, Object argument, Screen screen) {
        boolean isFor(ScreenKey<?> key, Object other) {
            return id.equals(key.id()) && argument.equals(other);
        }
    }

    private final CitizenContext context = new CitizenContext();
    private final List<Opened> stack = new ArrayList<>();
    private final List<Opened> drafts = new ArrayList<>();
    private final boolean home;

    Work(boolean home) {
        this.home = home;
    }

    /** The citizen of this work. */
    public CitizenContext citizen() {
        return context;
    }

    /** Whether this is the desk's own work, which has no citizen and no card in the rail. */
    public boolean isHome() {
        return home;
    }

    /** The screen on top. */
    public Optional<Screen> top() {
        return stack.isEmpty() ? Optional.empty() : Optional.of(stack.getLast().screen());
    }

    int depth() {
        return stack.size();
    }

    void push(ScreenKey<?> key, Object argument, Screen screen) {
        stack.add(new Opened(key.id(), argument, screen));
    }

    /** Takes the top screen away; one with a draft is kept aside. */
    void pop() {
        Opened top = stack.removeLast();
        if (top.screen().draft().get()) {
            drafts.add(top);
        } else {
            top.screen().onClosed();
        }
    }

    /** Takes the top screen away for good. */
    void drop() {
        stack.removeLast().screen().onClosed();
    }

    boolean isOpen(ScreenKey<?> key, Object argument) {
        return stack.stream().anyMatch(opened -> opened.isFor(key, argument));
    }

    boolean isOnTop(ScreenKey<?> key, Object argument) {
        return !stack.isEmpty() && stack.getLast().isFor(key, argument);
    }

    /** The screen on top when something typed in it would be lost. */
    Optional<Opened> topDraft() {
        return stack.isEmpty() || !stack.getLast().screen().draft().get()
                ? Optional.empty()
                : Optional.of(stack.getLast());
    }

    /** Puts a draft that was left aside on top again; false when it is neither aside nor open any more. */
    boolean raise(Opened draft) {
        if (drafts.remove(draft)) {
            stack.add(draft);
        }
        return stack.contains(draft);
    }

    /** The draft of that screen left in this work, taken back. */
    Optional<Screen> takeDraft(ScreenKey<?> key, Object argument) {
        Optional<Opened> found =
                drafts.stream().filter(draft -> draft.isFor(key, argument)).findFirst();
        found.ifPresent(drafts::remove);
        return found.map(Opened::screen);
    }

    /** Whether something typed in it would be lost. */
    public boolean hasDrafts() {
        return !drafts.isEmpty()
                || stack.stream().anyMatch(opened -> opened.screen().draft().get());
    }

    /** Whether the rail goes on showing it after the operator left it. */
    boolean isWorthKeeping() {
        return home
                || hasDrafts()
                || context.citizen().isPresent()
                || context.calledProperty().get().isPresent();
    }

    void close() {
        stack.forEach(opened -> opened.screen().onClosed());
        drafts.forEach(opened -> opened.screen().onClosed());
        stack.clear();
        drafts.clear();
    }
}
