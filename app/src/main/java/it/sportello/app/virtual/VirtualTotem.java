package it.sportello.app.virtual;

import it.sportello.api.Queues;
import it.sportello.api.Sessions;
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

/** The machine at the entrance that gives numbers: another desk of the same site, which speaks the contract as any. */
final class VirtualTotem implements AutoCloseable {
    private static final String INSTALLATION = "virtual-totem";

    private final BackendClient backend;
    private final Pass pass = new Pass();
    private final SampleFile.Desk served;
    private final SampleFile.Desk own;
    private final Sessions.SignIn operator;

    private VirtualTotem(URI server, SampleFile.Desk served, SampleFile.Desk own, Sessions.SignIn operator) {
        this.served = served;
        this.own = own;
        this.operator = operator;
        this.backend = new BackendClient(
                BackendOptions.at(server), pass, ExchangeListener.NONE, ThreadGuard.NONE, System::nanoTime);
    }

    /** The one of the site of a desk; empty when the site has no second desk or nobody to work there. */
    static Optional<VirtualTotem> at(URI server, SampleFile.Cast cast, SampleFile.Desk served) {
        Optional<SampleFile.Desk> own = cast.desks().stream()
                .filter(desk ->
                        desk.siteId().equals(served.siteId()) && !desk.id().equals(served.id()))
                .findFirst();
        Optional<SampleFile.Operator> operator = cast.operators().stream()
                .filter(one -> one.roles().equals(List.of("CUP")))
                .reduce((before, last) -> last);
        return own.flatMap(desk -> operator.map(
                one -> new VirtualTotem(server, served, desk, new Sessions.SignIn(one.userName(), cast.password()))));
    }

    /** What one may ask a number for. */
    List<String> categories() {
        return served.queueCategories();
    }

    /** A new number, as printed on the ticket; empty when the server gave none. Waits for the server. */
    Optional<String> number(String category) {
        if (pass.desk().isEmpty()) {
            pass.desk = done(backend.enrol(new Sessions.EnrolDesk(own.id(), INSTALLATION, own.enrolmentCode())))
                    .map(enrolled -> new Credentials.DeskIdentity(own.id(), enrolled.secret()));
        }
        pass.token = done(backend.signIn(operator)).map(Sessions.SignedIn::token);
        Optional<String> number = pass.token.isEmpty()
                ? Optional.empty()
                : done(backend.issueTicket(served.siteId(), new Queues.Issue(UUID.randomUUID(), category, 0)))
                        .map(Queues.Entry::number);
        pass.token.ifPresent(backend::signOut);
        pass.token = Optional.empty();
        return number;
    }

    private static <T> Optional<T> done(Answer<T> answer) {
        return answer instanceof Answer.Done<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    @Override
    public void close() {
        backend.close();
    }

    /** What identifies it, as it gets to know it. */
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
}
