package it.sportello.app.wiring;

import it.sportello.api.Problem;
import it.sportello.api.Sessions;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.remote.BackendFault;
import java.util.Optional;

/**
 * Makes this installation known to the server once, and remembers it. Waits for journal and server.
 */
public final class Enrolling {
    /** What came of it. */
    public sealed interface Result {
        record Ready(Enrolment enrolment) implements Result {}

        /** Never enrolled, and the settings hold no code. */
        record NoCode() implements Result {}

        record Refused(Problem problem) implements Result {}

        /** Never enrolled, and the server does not answer: ask again later. */
        record Unreachable(BackendFault cause) implements Result {}
    }

    private final Journal journal;
    private final Backend backend;
    private final DeskSession session;
    private final Sessions.EnrolDesk request;

    /** @param request desk, installation and the code of the enrolment; the code is empty text when there is none */
    public Enrolling(Journal journal, Backend backend, DeskSession session, Sessions.EnrolDesk request) {
        this.journal = journal;
        this.backend = backend;
        this.session = session;
        this.request = request;
    }

    /** The enrolment, made now when it never was. */
    public Result ensure() {
        Optional<Enrolment> known = session.enrolment().or(() -> journal.setting(Enrolment.SETTING, Enrolment.class));
        if (known.isPresent()) {
            session.enrol(known.get());
            return new Result.Ready(known.get());
        }
        if (request.enrolmentCode().isEmpty()) {
            return new Result.NoCode();
        }
        return switch (backend.enrol(request)) {
            case Answer.Done<Sessions.EnrolledDesk>(Sessions.EnrolledDesk given) -> remember(given);
            case Answer.Refused<Sessions.EnrolledDesk>(Problem problem) -> new Result.Refused(problem);
            case Answer.NotConfirmed<Sessions.EnrolledDesk>(BackendFault cause) -> new Result.Unreachable(cause);
        };
    }

    private Result remember(Sessions.EnrolledDesk given) {
        Enrolment enrolment = new Enrolment(given.desk(), request.installationId(), given.secret(), given.epoch());
        journal.commit(transaction -> {
            transaction.putSetting(Enrolment.SETTING, enrolment);
            return enrolment;
        });
        session.enrol(enrolment);
        return new Result.Ready(enrolment);
    }
}
