package it.sportello.app;

/** A group of screens that joins the workstation: it registers its screens and routes once, before sign-in. */
@FunctionalInterface
interface ScreenGroup {
    /** Called on the window's thread, with the workstation built but not yet shown. */
    void join(Workstation workstation);
}
