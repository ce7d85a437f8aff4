package it.sportello.app.frame;

/** Makes a screen for a work. Called on the window's thread; must not wait. */
@FunctionalInterface
public interface ScreenFactory<A> {
    Screen create(Work work, A argument);
}
