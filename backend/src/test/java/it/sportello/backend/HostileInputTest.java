package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the server answers with a problem of the contract and never with an error of its own. */
class HostileInputTest {
    private static final List<String> PATHS = List.of(
            "/v1/operations",
            "/v1/persons/search",
            "/v1/persons/view",
            "/v1/prescriptions/lookup",
            "/v1/availability",
            "/v1/holds",
            "/v1/sites/S1/queue/tickets",
            "/v1/sites/S1/queue/calls",
            "/v1/queue/x/changes",
            "/v1/queue/x/acts");

    private final TestServer server = TestServer.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "[]",
                "{}",
                "{",
                "\"text\"",
                "{\"a\":1}{\"b\":2}",
                "{\"personId\":\"a\",\"personId\":\"b\",\"reason\":\"x\"}",
                "{\"personId\":1,\"reason\":2}",
                "{\"personId\":null,\"reason\":null}",
                "{\"number\":\"0500A4000000001\",\"personId\":null,\"more\":1}",
                "{\"requestId\":\"not a uuid\",\"category\":\"A\",\"priority\":0}",
                "{\"requestId\":\"00000000-0000-0000-0000-000000000000\",\"category\":\"A\",\"priority\":5.7}",
                "{\"requestId\":\"00000000-0000-0000-0000-000000000000\",\"category\":\"A\",\"priority\":\"5\"}",
                "{\"requestId\":\"00000000-0000-0000-0000-000000000000\",\"category\":\"A\",\"priority\":99999999999}",
                "<html>no</html>",
                "\u0000\u0001\u0002",
                "{\"personId\":NaN}"
            })
    void malformedBodiesAreProblems(String body) {
        TestDesk desk = Desk.SHARED;
        for (String path : PATHS) {
            Reply reply = server.send("POST", path, desk.headers(), body);
            assertEquals(400, reply.status(), path);
            assertEquals("MALFORMED", reply.code());
        }
    }

    @Test
    void deepBigAndUnstorableBodiesAreProblems() {
        TestDesk desk = Desk.SHARED;
        String deep = "[".repeat(100_000);
        assertEquals(
                400, server.send("POST", "/v1/operations", desk.headers(), deep).status());
        byte[] big = " ".repeat(Json.MAX_BODY_BYTES + 1).getBytes(StandardCharsets.UTF_8);
        Reply tooLarge = server.send("POST", "/v1/operations", desk.headers(), big);
        assertEquals("TOO_LARGE", tooLarge.code());
        Reply nul = server.send(
                "POST", "/v1/persons/view", desk.headers(), "{\"personId\":\"a\\u0000b\",\"reason\":\"x\"}");
        assertEquals("MALFORMED", nul.code());
        Reply quote = server.send(
                "POST", "/v1/persons/view", desk.headers(), "{\"personId\":\"' or 1=1 --\",\"reason\":\"x\"}");
        assertEquals("PERSON_UNKNOWN", quote.code());
    }

    @Test
    void anErrorOfOneCallDoesNotTellWhatWasSent() {
        TestDesk desk = Desk.SHARED;
        Reply reply = server.send(
                "POST", "/v1/persons/view", desk.headers(), "{\"personId\":\"RSSMRA80A01H501U\",\"motive\":\"x\"}");
        assertEquals(400, reply.status());
        assertTrue(
                !reply.body().toString().contains("RSSMRA"), () -> reply.body().toString());
        assertTrue(reply.body().path("supportCode").asString().matches("B-[0-9A-Z]{6}"));
    }

    @Test
    void unknownOperationsVersionsAndLanesAreRefused() {
        TestDesk desk = Desk.SHARED;
        Map<String, String> none = Map.of();
        assertEquals(
                "UNKNOWN_OPERATION",
                desk.operate("till.emptied", "till:" + desk.till(), none).code());
        assertEquals("MALFORMED", desk.operate("till.opened", "booking:x", none).code());
        assertEquals(
                "MALFORMED",
                desk.operate("till.opened", "till:" + desk.till(), none).code());
        assertEquals("NOT_FOUND", desk.get("/v1/operations/not-a-uuid").code());
        assertEquals(404, server.send("GET", "/nothing", none, new byte[0]).status());
        assertEquals(200, server.send("GET", "/v1/health", none, new byte[0]).status());
    }

    private static final class Desk {
        private static final TestDesk SHARED = TestDesk.with("CASHIER");
    }
}
