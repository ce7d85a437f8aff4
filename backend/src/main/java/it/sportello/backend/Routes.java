package it.sportello.backend;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import it.sportello.backend.booking.AcceptBooking;
import it.sportello.backend.booking.AvailabilityResource;
import it.sportello.backend.booking.BookBooking;
import it.sportello.backend.booking.BookingRows;
import it.sportello.backend.booking.DayListResource;
import it.sportello.backend.booking.HoldResource;
import it.sportello.backend.feed.Feed;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.RateLimit;
import it.sportello.backend.http.Resource;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.OperationResource;
import it.sportello.backend.person.AccessResource;
import it.sportello.backend.person.AccessViewed;
import it.sportello.backend.person.ExemptionRows;
import it.sportello.backend.person.PersonResource;
import it.sportello.backend.person.PrescriptionResource;
import it.sportello.backend.person.RegisterExemption;
import it.sportello.backend.queue.QueueParts;
import it.sportello.backend.session.EnrolmentResource;
import it.sportello.backend.session.Gate;
import it.sportello.backend.session.OpeningResource;
import it.sportello.backend.session.ParameterTables;
import it.sportello.backend.session.Permission;
import it.sportello.backend.session.Secrets;
import it.sportello.backend.session.SignInResource;
import it.sportello.backend.store.Database;
import it.sportello.backend.till.DocumentPrinted;
import it.sportello.backend.till.LedgerResource;
import it.sportello.backend.till.TillAnnulled;
import it.sportello.backend.till.TillAttempted;
import it.sportello.backend.till.TillClosed;
import it.sportello.backend.till.TillCollected;
import it.sportello.backend.till.TillOpened;
import it.sportello.backend.till.TillSquared;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.operation.UuidV7;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Wires every resource of the contract, under {@code /v1}. */
final class Routes implements HttpService {
    private static final int CALLS_OF_A_DESK = 6000;
    private static final int SIGN_INS_OF_A_DESK = 60;
    private static final int ENROLMENTS_OF_A_PEER = 120;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Secrets secrets = new Secrets();
    private final UuidV7 ids;
    private final ParameterTables parameters = new ParameterTables();
    private final ExemptionCatalogue catalogue = ExemptionCatalogue.shipped();
    private final Gate gate;
    private final QueueParts queue;

    Routes(Database database, Clock clock, LongSupplier nanoTime) {
        this.database = database;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.ids = new UuidV7(clock, new SecureRandom());
        this.gate = new Gate(database, clock, limit(CALLS_OF_A_DESK));
        this.queue = new QueueParts(database, clock, ids, parameters);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/health", Resource.handler(call -> health()));
        sessions(rules);
        persons(rules);
        bookings(rules);
        operations(rules);
        queue(rules);
    }

    private Answer health() {
        database.read(
                handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
        return Answer.ok(Map.of("status", "UP"));
    }

    private void sessions(HttpRules rules) {
        EnrolmentResource enrolments = new EnrolmentResource(database, clock, secrets, limit(ENROLMENTS_OF_A_PEER));
        SignInResource signIn = new SignInResource(database, clock, secrets, limit(SIGN_INS_OF_A_DESK));
        OpeningResource openings = new OpeningResource(database, clock);
        rules.post("/desks/enrolments", Resource.handler(enrolments::enrol));
        rules.post("/sessions", gate.desk(signIn::signIn));
        rules.delete("/sessions/current", gate.signedIn(Permission.WORK, (caller, call) -> signIn.signOut(caller)));
        rules.post("/desks/{id}/opening", gate.signedIn(Permission.WORK, openings::open));
        rules.get(
                "/parameters",
                gate.signedIn(
                        Permission.WORK,
                        (caller, call) ->
                                Answer.ok(database.read(handle -> parameters.table(handle, caller.siteId())))));
    }

    private void persons(HttpRules rules) {
        PersonResource persons =
                new PersonResource(database, clock, new ExemptionRows(catalogue), BookingRows::ofPerson);
        PrescriptionResource prescriptions = new PrescriptionResource(database, clock, parameters, catalogue);
        rules.post("/persons/search", gate.signedIn(Permission.PERSONS, persons::search));
        rules.post("/persons/view", gate.signedIn(Permission.PERSONS, persons::view));
        rules.post("/prescriptions/lookup", gate.signedIn(Permission.PERSONS, prescriptions::lookup));
        rules.get("/desks/{id}/accesses", gate.signedIn(Permission.WORK, new AccessResource(database)::summary));
    }

    private void bookings(HttpRules rules) {
        AvailabilityResource availability = new AvailabilityResource(database, clock, parameters);
        HoldResource holds = new HoldResource(database, clock, parameters);
        rules.post("/availability", gate.signedIn(Permission.BOOKING, availability::search));
        rules.post("/holds", gate.signedIn(Permission.BOOKING, holds::hold));
        rules.post("/holds/{id}/extension", gate.signedIn(Permission.BOOKING, holds::extend));
        rules.delete("/holds/{id}", gate.signedIn(Permission.BOOKING, holds::release));
        rules.get(
                "/sites/{id}/bookings", gate.signedIn(Permission.PERSONS, new DayListResource(database, clock)::list));
    }

    private void operations(HttpRules rules) {
        OperationResource operations = new OperationResource(database, clock, appliers());
        rules.post("/operations", gate.desk(operations::post));
        rules.get("/operations/{id}", gate.desk(operations::get));
        rules.get("/feed", gate.signedIn(Permission.WORK, new Feed(database, clock)::page));
        rules.get("/tills/{id}/ledger", gate.signedIn(Permission.WORK, new LedgerResource(database)::ledger));
    }

    private List<Applier> appliers() {
        return List.of(
                new TillOpened(),
                new TillCollected(),
                new TillAnnulled(parameters),
                new TillAttempted(),
                new TillSquared(),
                new TillClosed(),
                new DocumentPrinted(),
                new BookBooking(parameters, catalogue, ids),
                new AcceptBooking(),
                new RegisterExemption(parameters, catalogue),
                new AccessViewed(),
                queue.recorded());
    }

    private void queue(HttpRules rules) {
        rules.get("/sites/{id}/queue", gate.signedIn(Permission.QUEUE, queue.tickets()::state));
        rules.post("/sites/{id}/queue/tickets", gate.signedIn(Permission.QUEUE, queue.tickets()::issue));
        rules.post("/sites/{id}/queue/calls", gate.signedIn(Permission.QUEUE, queue.tickets()::call));
        rules.post("/queue/{entryId}/changes", gate.signedIn(Permission.QUEUE, queue.tickets()::change));
        rules.post("/queue/{entryId}/acts", gate.signedIn(Permission.QUEUE, queue.tickets()::act));
        rules.post("/desks/{id}/pause", gate.signedIn(Permission.QUEUE, queue.pauses()::pause));
        rules.get("/sites/{id}/queue/figures", gate.signedIn(Permission.CONTROL, queue.figures()::figures));
    }

    private RateLimit limit(int calls) {
        return new RateLimit(nanoTime, calls, WINDOW);
    }
}
