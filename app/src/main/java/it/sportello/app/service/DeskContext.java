package it.sportello.app.service;

import it.sportello.app.print.Letterhead;
import it.sportello.domain.parameter.Parameters;
import it.sportello.offlinecache.journal.Author;
import java.util.Optional;
import java.util.Set;

/** Who acts, where, under which parameters: what every act at the desk stamps on its operation. */
public interface DeskContext {
    /**
     * The signed-in operator at this installation.
     *
     * @throws IllegalStateException when nobody is signed in: no act is possible then
     */
    Author author();

    /**
     * The roles of who is signed in, by the names of the contract.
     *
     * @throws IllegalStateException when nobody is signed in
     */
    Set<String> roles();

    /** Whether somebody is signed in, so that {@link #author} answers. */
    default boolean isSignedIn() {
        return true;
    }

    /** The till of this desk; empty at a desk without one. */
    Optional<String> tillId();

    /** The site of this desk. */
    String siteId();

    /** Whether the desk is cut off now. */
    boolean offline();

    /** The parameters of this site. */
    Parameters parameters();

    /** The head of the documents. */
    Letterhead letterhead();
}
