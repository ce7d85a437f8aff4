package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.api.Headers;
import it.sportello.api.Sessions.EnrolDesk;
import it.sportello.api.Sessions.EnrolledDesk;
import it.sportello.api.Sessions.SignIn;
import it.sportello.api.Sessions.SignedIn;
import java.util.HashMap;
import java.util.Map;

/** A server other than the shared one, spoken to through the same checks of the contract. */
final class Elsewhere {
    private final TestServer sender;
    private final Backend backend;
    private final World world;

    Elsewhere(TestServer sender, Backend backend, World world) {
        this.sender = sender;
        this.backend = backend;
        this.world = world;
    }

    /** The headers of an operator with the roles, signed in at a new desk of site S1. */
    Map<String, String> signIn(String... roles) {
        String desk = world.desk("S1");
        String operator = world.operator(roles);
        EnrolledDesk enrolled = post("/v1/desks/enrolments", Map.of(), new EnrolDesk(desk, "I-" + desk, desk))
                .as(EnrolledDesk.class);
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.DESK, desk);
        headers.put(Headers.DESK_SECRET, enrolled.secret());
        Reply signedIn = post("/v1/sessions", headers, new SignIn(World.userName(operator), World.PASSWORD));
        assertEquals(201, signedIn.status());
        headers.put("Authorization", "Bearer " + signedIn.as(SignedIn.class).token());
        return headers;
    }

    Reply get(String path, Map<String, String> headers) {
        return sender.send(backend.uri(), "GET", path, headers, new byte[0]);
    }

    Reply post(String path, Map<String, String> headers, Object body) {
        return sender.send(backend.uri(), "POST", path, headers, TestDesk.json(body));
    }
}
