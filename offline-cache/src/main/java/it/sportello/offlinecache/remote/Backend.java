package it.sportello.offlinecache.remote;

import it.sportello.api.Accesses;
import it.sportello.api.Bookings;
import it.sportello.api.Feeds;
import it.sportello.api.Persons;
import it.sportello.api.Prescriptions;
import it.sportello.api.Queues;
import it.sportello.api.Sessions;
import it.sportello.api.Tills;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The questions of the contract, one method each. They wait for the network; a thread of the window is turned away.
 * Nothing is tried again behind the caller's back. Operations do not go this way: they belong to the sync loop.
 */
public interface Backend {
    /** Whether a server of the contract answers. */
    Answer<Health> health();

    Answer<Sessions.EnrolledDesk> enrol(Sessions.EnrolDesk request);

    Answer<Sessions.SignedIn> signIn(Sessions.SignIn request);

    /**
     * Ends the session of a token. The token comes with the question: who signs out is gone from this desk before the
     * server answers.
     */
    Answer<Nothing> signOut(String token);

    Answer<Sessions.DeskOpened> openDesk(Sessions.OpenDesk request);

    Answer<Sessions.ParameterTable> parameters(String deskId);

    Answer<Persons.Found> searchPersons(Persons.Search request);

    Answer<Persons.PersonFile> viewPerson(Persons.View request);

    Answer<Prescriptions.PrescriptionView> prescription(Prescriptions.Lookup request);

    Answer<Bookings.Offers> availability(Bookings.AvailabilityQuery request);

    Answer<Bookings.Hold> hold(Bookings.HoldRequest request);

    Answer<Bookings.Hold> extendHold(UUID holdId);

    Answer<Nothing> releaseHold(UUID holdId);

    /** A page of the feed after a cursor; the first page has the empty cursor. */
    Answer<Feeds.Page> feed(String after, int limit);

    Answer<Queues.QueueState> queue(String siteId);

    Answer<Queues.Entry> issueTicket(String siteId, Queues.Issue request);

    Answer<Queues.Entry> callNext(String siteId, Queues.Call request);

    Answer<Queues.Entry> changeTicket(String entryId, Queues.Change request);

    /** Calls this ticket, puts it back, hands it over or joins it with another. */
    Answer<Queues.Entry> actOnTicket(String entryId, Queues.Act request);

    /** The own desk pauses or resumes. */
    Answer<Queues.DeskStand> pauseDesk(String deskId, Queues.Pause request);

    /** The plain figures of one day of the own site. */
    Answer<Queues.Figures> queueFigures(String siteId, LocalDate day);

    Answer<Bookings.DayList> bookings(String siteId, LocalDate day);

    Answer<Tills.LedgerSummary> ledger(String tillId);

    Answer<Accesses.AccessSummary> accesses(String deskId);
}
