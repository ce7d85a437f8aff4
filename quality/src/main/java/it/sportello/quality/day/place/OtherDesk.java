package it.sportello.quality.day.place;

import it.sportello.api.Bookings;
import it.sportello.api.Queues;
import it.sportello.api.Sessions;
import it.sportello.backend.sample.SampleCast;
import it.sportello.offlinecache.ThreadGuard;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.BackendClient;
import it.sportello.offlinecache.remote.BackendOptions;
import it.sportello.offlinecache.remote.Credentials;
import it.sportello.offlinecache.remote.ExchangeListener;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Another desk of the same site, speaking the contract: it gives numbers at the entrance and takes places that others
 * wanted too.
 */
public final class OtherDesk implements AutoCloseable {
    private final BackendClient backend;
    private final String siteId;

    private OtherDesk(BackendClient backend, String siteId) {
        this.backend = backend;
        this.siteId = siteId;
    }

    /** Enrols on a desk and signs in. */
    public static OtherDesk open(URI server, SampleCast.Desk desk, String userName, String password) {
        Pass pass = new Pass();
        BackendClient backend = new BackendClient(
                BackendOptions.at(server), pass, ExchangeListener.NONE, ThreadGuard.NONE, System::nanoTime);
        Sessions.EnrolledDesk enrolled = done(backend.enrol(
                new Sessions.EnrolDesk(desk.id(), UUID.randomUUID().toString(), desk.enrolmentCode())));
        pass.desk = Optional.of(new Credentials.DeskIdentity(desk.id(), enrolled.secret()));
        pass.token = Optional.of(
                done(backend.signIn(new Sessions.SignIn(userName, password))).token());
        return new OtherDesk(backend, desk.siteId());
    }

    /** What identifies this desk, as it gets to know it. */
    private static final class Pass implements Credentials {
        private volatile Optional<DeskIdentity> desk = Optional.empty();
        private volatile Optional<String> token = Optional.empty();

        @Override
        public Optional<DeskIdentity> desk() {
            return desk;
        }

        @Override
        public Optional<String> operatorToken() {
            return token;
        }
    }

    /** A number for somebody who comes in. */
    public String number(String category) {
        return done(backend.issueTicket(siteId, new Queues.Issue(UUID.randomUUID(), category, 0)))
                .number();
    }

    /** Takes a place for somebody else, as often as it has room: nobody gets it any more. */
    public int takeAll(List<String> slotIds, String personId) {
        int taken = 0;
        while (backend.hold(new Bookings.HoldRequest(UUID.randomUUID(), slotIds, personId))
                instanceof Answer.Done<Bookings.Hold>) {
            taken++;
        }
        return taken;
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T> refused ->
                throw new IllegalStateException(
                        "the server refused: " + refused.problem().code());
            case Answer.NotConfirmed<T> silent -> throw new IllegalStateException("no answer", silent.cause());
        };
    }

    @Override
    public void close() {
        backend.close();
    }
}
