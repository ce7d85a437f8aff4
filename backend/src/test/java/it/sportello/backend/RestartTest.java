package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.api.Headers;
import it.sportello.api.Operation;
import it.sportello.api.Sessions.EnrolDesk;
import it.sportello.api.Sessions.EnrolledDesk;
import it.sportello.api.Sessions.SignIn;
import it.sportello.api.Sessions.SignedIn;
import it.sportello.domain.operation.UuidV7;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered once is answered the same after a restart; one server at a time owns a home. */
class RestartTest {
    private final TestServer sender = TestServer.shared();
    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T08:00:00Z"));

    @Test
    void anOperationIsKnownAfterARestart(@TempDir Path home) {
        Reply first;
        byte[] body;
        Map<String, String> headers;
        try (Backend backend = start(home)) {
            World world = new World(backend.database(), clock);
            String desk = world.desk("S1");
            String operator = world.operator("CUP");
            EnrolledDesk enrolled = send(
                            backend, "/v1/desks/enrolments", Map.of(), TestDesk.json(new EnrolDesk(desk, "I", desk)))
                    .as(EnrolledDesk.class);
            headers = Map.of(Headers.DESK, desk, Headers.DESK_SECRET, enrolled.secret());
            SignIn signIn = new SignIn(World.userName(operator), World.PASSWORD);
            SignedIn session = send(backend, "/v1/sessions", headers, TestDesk.json(signIn))
                    .as(SignedIn.class);
            String person = world.person();
            body = TestDesk.json(new Operation(
                    new UuidV7(clock, new SecureRandom()).next(),
                    "booking.accept",
                    1,
                    "booking:X",
                    Optional.empty(),
                    desk,
                    "I",
                    operator,
                    session.sessionId(),
                    clock.instant(),
                    1,
                    false,
                    "salt",
                    it.sportello.api.Json.strict()
                            .valueToTree(new it.sportello.api.Bookings.Accept(person, 1, Optional.empty()))));
            first = send(backend, "/v1/operations", headers, body);
            assertEquals(202, first.status());
            assertThrows(UncheckedIOException.class, () -> start(home).close());
        }
        try (Backend backend = start(home)) {
            Reply again = send(backend, "/v1/operations", headers, body);
            assertEquals(200, again.status(), "done before: the stored answer");
            assertArrayEquals(first.bytes(), again.bytes());
        }
    }

    private Backend start(Path home) {
        return Backend.start(new BackendSettings(home, 0, null, clock));
    }

    private Reply send(Backend backend, String path, Map<String, String> headers, byte[] body) {
        return sender.send(backend.uri(), "POST", path, headers, body);
    }
}
