package it.sportello.app.wiring;

import it.sportello.app.frame.DeskState;
import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.sync.Sync;
import it.sportello.offlinecache.sync.TillHistory;
import java.time.Clock;

/**
 * What the use cases of the screens share. Everything but the session's properties and the state may be called from any
 * thread but the window's, which is turned away because it never waits.
 *
 * @param journal the durable file: every fact goes through one commit of it before anything is printed or shown
 * @param cache what the desk knows of the server's world, with its age
 * @param backend the questions of the contract
 * @param sync the sending of operations; {@code submit} waits for the answer to one
 * @param history whether the server knows more of the till of this desk than the journal
 * @param parameters the dated parameters of this desk
 * @param session who works here, and the author of every operation
 * @param state what the bars show; the till writes its own notice there, on the window's thread
 * @param clock the desk's one clock, corrected by the server's time, zone Europe/Rome
 */
public record DeskServices(
        Journal journal,
        LocalCache cache,
        Backend backend,
        Sync sync,
        TillHistory history,
        DeskParameters parameters,
        DeskSession session,
        DeskState state,
        Clock clock) {}
