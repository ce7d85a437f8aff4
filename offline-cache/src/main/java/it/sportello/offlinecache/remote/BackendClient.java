package it.sportello.offlinecache.remote;

import it.sportello.api.Accesses;
import it.sportello.api.Bookings;
import it.sportello.api.Feeds;
import it.sportello.api.Headers;
import it.sportello.api.Json;
import it.sportello.api.OperationAnswer;
import it.sportello.api.Persons;
import it.sportello.api.Prescriptions;
import it.sportello.api.Problem;
import it.sportello.api.Queues;
import it.sportello.api.Sessions;
import it.sportello.api.Tills;
import it.sportello.offlinecache.ThreadGuard;
import it.sportello.offlinecache.journal.OutboxBody;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.LongSupplier;
import okhttp3.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contract over HTTP. Strict JSON both ways; only the feed may know more than this program. Whatever does not answer
 * as the contract says (a page of HTML, a redirect, an endless body) is a fault and never a value. Call it on a virtual
 * thread: it waits.
 */
public final class BackendClient implements Backend, OperationSender, AutoCloseable {
    private static final String BOOKINGS = "bookings";
    private static final int TOO_MANY = 429;

    private final Wire wire;
    private final ThreadGuard guard;

    /**
     * Makes a client; no exchange takes place yet.
     *
     * @param nanos a clock that never goes back, in nanoseconds, such as {@code System::nanoTime}
     */
    public BackendClient(
            BackendOptions options,
            Credentials credentials,
            ExchangeListener listener,
            ThreadGuard guard,
            LongSupplier nanos) {
        this.wire = new Wire(options, credentials, listener, nanos);
        this.guard = guard;
    }

    @Override
    public Answer<Health> health() {
        return ask(wire.to("health").get(), Health.class, Json.feed());
    }

    @Override
    public Answer<Sessions.EnrolledDesk> enrol(Sessions.EnrolDesk request) {
        return post(request, Sessions.EnrolledDesk.class, "desks", "enrolments");
    }

    @Override
    public Answer<Sessions.SignedIn> signIn(Sessions.SignIn request) {
        return post(request, Sessions.SignedIn.class, "sessions");
    }

    @Override
    public Answer<Nothing> signOut(String token) {
        return ask(wire.as(token, "sessions", "current").delete(), Nothing.class, Json.strict());
    }

    @Override
    public Answer<Sessions.DeskOpened> openDesk(Sessions.OpenDesk request) {
        return post(request, Sessions.DeskOpened.class, "desks", request.deskId(), "opening");
    }

    @Override
    public Answer<Sessions.ParameterTable> parameters(String deskId) {
        return ask(
                wire.asking("desk", deskId, wire.to("parameters").get()), Sessions.ParameterTable.class, Json.strict());
    }

    @Override
    public Answer<Persons.Found> searchPersons(Persons.Search request) {
        return post(request, Persons.Found.class, "persons", "search");
    }

    @Override
    public Answer<Persons.PersonFile> viewPerson(Persons.View request) {
        return post(request, Persons.PersonFile.class, "persons", "view");
    }

    @Override
    public Answer<Prescriptions.PrescriptionView> prescription(Prescriptions.Lookup request) {
        return post(request, Prescriptions.PrescriptionView.class, "prescriptions", "lookup");
    }

    @Override
    public Answer<Bookings.Offers> availability(Bookings.AvailabilityQuery request) {
        return post(request, Bookings.Offers.class, "availability");
    }

    @Override
    public Answer<Bookings.Hold> hold(Bookings.HoldRequest request) {
        return post(request, Bookings.Hold.class, "holds");
    }

    @Override
    public Answer<Bookings.Hold> extendHold(UUID holdId) {
        return ask(
                wire.to("holds", holdId.toString(), "extension").post(Wire.json(new byte[0])),
                Bookings.Hold.class,
                Json.strict());
    }

    @Override
    public Answer<Nothing> releaseHold(UUID holdId) {
        return ask(wire.to("holds", holdId.toString()).delete(), Nothing.class, Json.strict());
    }

    @Override
    public Answer<Feeds.Page> feed(String after, int limit) {
        Request.Builder request =
                wire.asking("limit", String.valueOf(limit), wire.to("feed").get());
        return ask(after.isEmpty() ? request : wire.asking("after", after, request), Feeds.Page.class, Json.feed());
    }

    @Override
    public Answer<Queues.QueueState> queue(String siteId) {
        return ask(wire.to("sites", siteId, "queue").get(), Queues.QueueState.class, Json.strict());
    }

    @Override
    public Answer<Queues.Entry> issueTicket(String siteId, Queues.Issue request) {
        return post(request, Queues.Entry.class, "sites", siteId, "queue", "tickets");
    }

    @Override
    public Answer<Queues.Entry> callNext(String siteId, Queues.Call request) {
        return post(request, Queues.Entry.class, "sites", siteId, "queue", "calls");
    }

    @Override
    public Answer<Queues.Entry> changeTicket(String entryId, Queues.Change request) {
        return post(request, Queues.Entry.class, "queue", entryId, "changes");
    }

    @Override
    public Answer<Queues.Entry> actOnTicket(String entryId, Queues.Act request) {
        return post(request, Queues.Entry.class, "queue", entryId, "acts");
    }

    @Override
    public Answer<Queues.DeskStand> pauseDesk(String deskId, Queues.Pause request) {
        return post(request, Queues.DeskStand.class, "desks", deskId, "pause");
    }

    @Override
    public Answer<Queues.Figures> queueFigures(String siteId, LocalDate day) {
        return ask(
                wire.asking(
                        "day",
                        day.toString(),
                        wire.to("sites", siteId, "queue", "figures").get()),
                Queues.Figures.class,
                Json.strict());
    }

    @Override
    public Answer<Bookings.DayList> bookings(String siteId, LocalDate day) {
        return ask(
                wire.asking(
                        "day",
                        day.toString(),
                        wire.to("sites", siteId, BOOKINGS).get()),
                Bookings.DayList.class,
                Json.strict());
    }

    @Override
    public Answer<Tills.LedgerSummary> ledger(String tillId) {
        return ask(wire.to("tills", tillId, "ledger").get(), Tills.LedgerSummary.class, Json.strict());
    }

    @Override
    public Answer<Accesses.AccessSummary> accesses(String deskId) {
        return ask(wire.to("desks", deskId, "accesses").get(), Accesses.AccessSummary.class, Json.strict());
    }

    @Override
    public Answer<OperationAnswer> answerOf(UUID operationId) {
        return ask(wire.ofDesk("operations", operationId.toString()).get(), OperationAnswer.class, Json.strict());
    }

    @Override
    public OperationReply send(OutboxBody operation) {
        guard.blocking("POST operations");
        Request.Builder request = wire.ofDesk("operations").post(Wire.json(operation.bytes()));
        operation
                .link()
                .ifPresent(triple -> request.header(
                                Headers.CHAIN_PREVIOUS, triple.previous().hex())
                        .header(Headers.CHAIN_LINK, triple.link().hex())
                        .header(Headers.RUNNING_TOTAL, String.valueOf(triple.runningTotalCents())));
        try {
            Exchange exchange = wire.exchange(request.build());
            if (exchange.status() == TOO_MANY) {
                return new OperationReply.Unknown(
                        new BackendFault(BackendFault.Code.SERVER_FAULT, TOO_MANY, "status " + TOO_MANY, null));
            }
            if (exchange.status() >= 400) {
                return new OperationReply.Denied(problem(exchange), exchange.expectedSequence());
            }
            OperationAnswer answer = read(exchange, OperationAnswer.class, Json.strict());
            if (!answer.operationId().equals(operation.item().id())) {
                throw notTheContract(exchange, null);
            }
            return new OperationReply.Stored(answer, exchange.status() == 202);
        } catch (BackendFault unknown) {
            return new OperationReply.Unknown(unknown);
        }
    }

    private <T> Answer<T> post(Object body, Class<T> form, String... path) {
        return ask(wire.to(path).post(Wire.json(Json.strict().writeValueAsBytes(body))), form, Json.strict());
    }

    private <T> Answer<T> ask(Request.Builder builder, Class<T> form, JsonMapper mapper) {
        Request request = builder.build();
        guard.blocking(request.method() + " " + request.url().encodedPath());
        try {
            Exchange exchange = wire.exchange(request);
            if (exchange.status() >= 400) {
                return new Answer.Refused<>(problem(exchange));
            }
            return new Answer.Done<>(read(exchange, form, mapper));
        } catch (BackendFault fault) {
            return new Answer.NotConfirmed<>(fault);
        }
    }

    private static Problem problem(Exchange exchange) {
        return read(exchange, Problem.class, Json.strict());
    }

    private static <T> T read(Exchange exchange, Class<T> form, JsonMapper mapper) {
        if (form == Nothing.class) {
            return form.cast(new Nothing());
        }
        T read;
        try {
            read = mapper.readValue(exchange.body(), form);
        } catch (JacksonException unreadable) {
            throw notTheContract(exchange, unreadable);
        }
        if (read == null) {
            // the JSON word null is well formed and yet no record
            throw notTheContract(exchange, null);
        }
        return read;
    }

    private static BackendFault notTheContract(Exchange exchange, @org.jspecify.annotations.Nullable Throwable cause) {
        // the parser's message may quote the body, so only its kind is told
        String kind =
                cause == null ? "not what was asked for" : cause.getClass().getSimpleName();
        return new BackendFault(BackendFault.Code.NOT_THE_CONTRACT, exchange.status(), kind, null);
    }

    @Override
    public void close() {
        wire.close();
    }
}
