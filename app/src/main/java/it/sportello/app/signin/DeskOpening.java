package it.sportello.app.signin;

import it.sportello.api.Sessions;
import it.sportello.app.frame.Profile;
import it.sportello.app.wiring.DeskServices;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.BackendFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens the desk for the day, off-line too, and fetches the parameters in force. Waits. */
public final class DeskOpening {
    /** What came of it. */
    public sealed interface Result {
        /** Opened; the notices are for the operator. */
        record Opened(List<String> notices) implements Result {}

        /** Opened on this desk only: the server does not answer. */
        record OpenedOffline() implements Result {}

        /** Somebody works there: a reason takes it over. */
        record InUse(String code, Map<String, String> arguments) implements Result {}

        record Refused(String code, Map<String, String> arguments, String supportCode) implements Result {}
    }

    private static final String IN_USE = "DESK_IN_USE";

    private final DeskServices services;

    public DeskOpening(DeskServices services) {
        this.services = services;
    }

    /** Opens the desk with a profile; a reason takes over one that is in use. */
    public Result open(Profile profile, Optional<String> takeOverReason) {
        String desk = services.session().place().id();
        if (services.session().operator().offline()) {
            return new Result.OpenedOffline();
        }
        return switch (services.backend().openDesk(new Sessions.OpenDesk(desk, profile.name(), takeOverReason))) {
            case Answer.Done<Sessions.DeskOpened>(Sessions.DeskOpened opened) -> {
                refreshParameters(desk);
                compareTill();
                yield new Result.Opened(opened.notices());
            }
            case Answer.Refused<Sessions.DeskOpened>(var problem) ->
                problem.code().equals(IN_USE)
                        ? new Result.InUse(problem.code(), problem.arguments())
                        : new Result.Refused(problem.code(), problem.arguments(), problem.supportCode());
            case Answer.NotConfirmed<Sessions.DeskOpened>(BackendFault cause) -> new Result.OpenedOffline();
        };
    }

    /** Operations of this computer that wait to be sent, whoever made them (R-ACC-5). */
    public int unsent() {
        return services.journal().outbox().pending().size();
    }

    /** A computer put back from a copy is found out before anybody counts a drawer. */
    private void compareTill() {
        services.session()
                .enrolment()
                .ifPresent(here -> here.desk()
                        .tillId()
                        .ifPresent(till -> services.history().compare(till, here.epoch())));
    }

    private void refreshParameters(String desk) {
        if (services.backend().parameters(desk)
                instanceof Answer.Done<Sessions.ParameterTable>(Sessions.ParameterTable table)) {
            services.parameters().update(table);
        }
    }
}
