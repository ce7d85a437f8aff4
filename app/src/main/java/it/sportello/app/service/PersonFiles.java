package it.sportello.app.service;

import it.sportello.api.Accesses;
import it.sportello.api.Dues;
import it.sportello.api.Persons;
import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.offlinecache.cache.Aged;
import it.sportello.offlinecache.cache.DueSeen;
import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.remote.BackendFault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Loads the page of a person for any screen that shows it: first the row of the access log, then the server's data, or
 * the desk's own with their age when the server does not answer; over both lies what this desk did (R-SEC-3, R-STATE-2,
 * R-SYN-6). May wait for disk and network.
 */
public final class PersonFiles {
    private final Journal journal;
    private final Backend backend;
    private final LocalCache cache;
    private final DeskContext desk;

    public PersonFiles(Journal journal, Backend backend, LocalCache cache, DeskContext desk) {
        this.journal = journal;
        this.backend = backend;
        this.cache = cache;
        this.desk = desk;
    }

    /** What loading comes to. */
    public sealed interface Result {
        /**
         * The page may be shown: its access is in the log.
         *
         * @param file dues settled and bookings accepted at this desk are shown as such
         * @param asOf when the server confirmed it; empty when it is live
         * @param disputed dues paid here that the server calls open in a newer version (Q04)
         */
        record Loaded(Persons.PersonFile file, Optional<Instant> asOf, List<Dues.DueView> disputed) implements Result {
            public Loaded {
                disputed = List.copyOf(disputed);
            }

            /** Only those still to be paid. */
            public List<Dues.DueView> openDues() {
                return file.dues().stream()
                        .filter(due -> due.state().equals("OPEN"))
                        .toList();
            }

            /** In cents. */
            public long openCents() {
                return openDues().stream().mapToLong(Dues.DueView::amountCents).sum();
            }

            /** Says nothing of the person. */
            @Override
            public String toString() {
                return "Loaded[" + file.person().id() + "]";
            }
        }

        /** The registry does not know the person (any more). */
        record NotFound() implements Result {}

        /** The server will not show it, such as to a sign-in that has ended. */
        record Refused(Problem problem) implements Result {}

        /** The server does not answer, and the person is not in the desk's working set. */
        record NotReachable(BackendFault cause) implements Result {}
    }

    /**
     * Loads the page of a person.
     *
     * @param screen that will show it, such as {@code S07}
     * @throws it.sportello.offlinecache.StoreFault when the access could not be written down: nothing may be shown then
     */
    public Result load(String personId, String screen, AccessReason reason) {
        journal.commit(transaction -> transaction.logAccess(
                desk.author(), desk.offline(), Accesses.Viewed.page(personId, screen, reason.name())));
        if (desk.offline()) {
            Optional<Result> kept = fromCache(personId);
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        return switch (backend.viewPerson(new Persons.View(personId, reason.name()))) {
            case Answer.Done<Persons.PersonFile>(Persons.PersonFile file) -> live(file);
            case Answer.Refused<Persons.PersonFile>(Problem problem) -> refused(problem);
            case Answer.NotConfirmed<Persons.PersonFile>(BackendFault cause) ->
                fromCache(personId).orElseGet(() -> new Result.NotReachable(cause));
        };
    }

    private Result live(Persons.PersonFile file) {
        cache.putPersonFile(file);
        Persons.PersonFile seen =
                cache.personFile(file.person().id()).map(Aged::value).orElse(file);
        List<Dues.DueView> disputed = cache.overlay(file.dues()).stream()
                .filter(DueSeen::disputed)
                .map(DueSeen::due)
                .toList();
        return new Result.Loaded(seen, Optional.empty(), disputed);
    }

    private Optional<Result> fromCache(String personId) {
        return cache.personFile(personId)
                .map(aged -> new Result.Loaded(aged.value(), Optional.of(aged.asOf()), List.of()));
    }

    private static Result refused(Problem problem) {
        boolean unknown = problem.code().equals(ProblemCode.PERSON_UNKNOWN.name())
                || problem.code().equals(ProblemCode.NOT_FOUND.name());
        return unknown ? new Result.NotFound() : new Result.Refused(problem);
    }
}
