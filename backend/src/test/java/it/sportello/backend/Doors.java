package it.sportello.backend;

import it.sportello.api.Bookings;
import it.sportello.api.Json;
import it.sportello.api.Persons;
import it.sportello.api.Prescriptions;
import it.sportello.api.Queues;
import it.sportello.api.Sessions.EnrolDesk;
import it.sportello.api.Sessions.OpenDesk;
import it.sportello.api.Sessions.SignIn;
import it.sportello.domain.operation.UuidV7;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Every resource of the contract with a request that succeeds, in a little world of its own. */
final class Doors {
    /** What has to be shown at a door. */
    enum Key {
        NOTHING,
        DESK,
        SESSION
    }

    /**
     * One resource.
     *
     * @param name its {@code operationId} in the contract
     * @param body a body that is accepted, null when it takes none
     * @param good status of the answer to it
     * @param wrongRole a role that is refused, null when every role may
     */
    record Door(
            String name,
            String method,
            String path,
            @Nullable ObjectNode body,
            int good,
            Key key,
            @Nullable String wrongRole) {
        @Override
        public String toString() {
            return name;
        }

        byte[] bytes() {
            return body == null ? new byte[0] : Json.strict().writeValueAsBytes(body);
        }

        /** The part of the path that names a thing, empty when it names none. */
        Optional<String> id() {
            List<String> fixed = List.of(
                    "v1",
                    "persons",
                    "search",
                    "view",
                    "prescriptions",
                    "lookup",
                    "availability",
                    "holds",
                    "extension",
                    "sites",
                    "bookings",
                    "operations",
                    "feed",
                    "tills",
                    "ledger",
                    "queue",
                    "tickets",
                    "calls",
                    "changes",
                    "acts",
                    "pause",
                    "figures",
                    "desks",
                    "enrolments",
                    "sessions",
                    "current",
                    "opening",
                    "accesses",
                    "parameters",
                    "health");
            return java.util.Arrays.stream(path.replaceAll("\\?.*", "").split("/"))
                    .filter(part -> !part.isEmpty() && !fixed.contains(part))
                    .findFirst();
        }
    }

    final TestServer server = TestServer.shared();
    /** Every role but the auditor's, at a desk of every profile. */
    final TestDesk desk;

    final String person;
    private final String slot;
    private final List<Door> doors = new ArrayList<>();

    Doors() {
        World world = server.world;
        desk = new TestDesk(
                server,
                world.desk("S1", "SSN", "PRIVATE_PRACTICE", "MULTIFUNCTION"),
                "CASHIER",
                "CUP",
                "AUR",
                "SUPERVISOR");
        person = world.person();
        slot = world.slot(
                world.agenda("S1", "SSN", World.VISIT),
                TestDesk.at(world.today().plusDays(9), 9),
                1000);
        sessions();
        persons(world);
        bookings(world);
        operations();
        queue();
    }

    List<Door> all() {
        return List.copyOf(doors);
    }

    Door named(String name) {
        return doors.stream()
                .filter(door -> door.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void add(
            String name, String method, String path, @Nullable Object body, int good, @Nullable String wrongRole) {
        add(name, method, path, body, good, Key.SESSION, wrongRole);
    }

    private void add(
            String name,
            String method,
            String path,
            @Nullable Object body,
            int good,
            Key key,
            @Nullable String wrongRole) {
        ObjectNode json =
                body == null ? null : (ObjectNode) Json.strict().<tools.jackson.databind.JsonNode>valueToTree(body);
        doors.add(new Door(name, method, path, json, good, key, wrongRole));
    }

    private void sessions() {
        String other = server.world.desk("S1");
        add("health", "GET", "/v1/health", null, 200, Key.NOTHING, null);
        add(
                "enrolDesk",
                "POST",
                "/v1/desks/enrolments",
                new EnrolDesk(other, "INST-DOOR", other),
                201,
                Key.NOTHING,
                null);
        add(
                "signIn",
                "POST",
                "/v1/sessions",
                new SignIn(World.userName(desk.operator), World.PASSWORD),
                201,
                Key.DESK,
                null);
        add("signOut", "DELETE", "/v1/sessions/current", null, 204, null);
        add(
                "openDesk",
                "POST",
                "/v1/desks/" + desk.id + "/opening",
                new OpenDesk(desk.id, "SSN", Optional.empty()),
                201,
                null);
        add("accesses", "GET", "/v1/desks/" + desk.id + "/accesses", null, 200, null);
        add("parameters", "GET", "/v1/parameters", null, 200, null);
    }

    private void persons(World world) {
        add(
                "searchPersons",
                "POST",
                "/v1/persons/search",
                new Persons.Search(
                        Optional.of("STP0505030000000"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                200,
                "AUDITOR");
        add("viewPerson", "POST", "/v1/persons/view", new Persons.View(person, "prova"), 200, "AUDITOR");
        add(
                "lookupPrescription",
                "POST",
                "/v1/prescriptions/lookup",
                new Prescriptions.Lookup(world.prescription(person, 3, null, World.VISIT), Optional.of(person)),
                200,
                "AUDITOR");
    }

    private void bookings(World world) {
        add(
                "availability",
                "POST",
                "/v1/availability",
                new Bookings.AvailabilityQuery(
                        person,
                        Optional.empty(),
                        List.of(World.VISIT),
                        "SSN",
                        Optional.of("D"),
                        Optional.of("1"),
                        server.clock.instant(),
                        Optional.of(world.today()),
                        1,
                        5),
                200,
                "SUPERVISOR");
        UUID held = UUID.randomUUID();
        UUID released = UUID.randomUUID();
        desk.hold(held, person, slot);
        desk.hold(released, person, slot);
        add(
                "hold",
                "POST",
                "/v1/holds",
                new Bookings.HoldRequest(UUID.randomUUID(), List.of(slot), person),
                201,
                "SUPERVISOR");
        add("extendHold", "POST", "/v1/holds/" + held + "/extension", null, 200, "SUPERVISOR");
        add("releaseHold", "DELETE", "/v1/holds/" + released, null, 204, "SUPERVISOR");
        add("dayList", "GET", "/v1/sites/S1/bookings?day=" + world.today(), null, 200, "AUDITOR");
    }

    private void operations() {
        UUID held = UUID.randomUUID();
        desk.hold(held, person, slot);
        UUID id = new UuidV7(server.clock, new SecureRandom()).next();
        add(
                "postOperation",
                "POST",
                "/v1/operations",
                desk.operation(
                        id,
                        "booking.book",
                        "booking:" + held,
                        Optional.empty(),
                        desk.book(held, person, Optional.empty(), World.VISIT)),
                201,
                Key.DESK,
                null);
        TestDesk.Ready opening = desk.opening(1_000);
        desk.send(opening);
        add("readOperation", "GET", "/v1/operations/" + opening.id(), null, 200, Key.DESK, null);
        add("feed", "GET", "/v1/feed?limit=3", null, 200, null);
        add("ledger", "GET", "/v1/tills/" + desk.till() + "/ledger", null, 200, "CUP");
    }

    private void queue() {
        add("queue", "GET", "/v1/sites/S1/queue", null, 200, "AUDITOR");
        add(
                "issueTicket",
                "POST",
                "/v1/sites/S1/queue/tickets",
                new Queues.Issue(UUID.randomUUID(), "A", 0),
                200,
                "AUDITOR");
        server.world.run("update queue_entry set state = 'DONE' where site_id = 'S1' and state = 'WAITING'");
        Reply ticket = desk.post("/v1/sites/S1/queue/tickets", new Queues.Issue(UUID.randomUUID(), "A", 9));
        add(
                "callNext",
                "POST",
                "/v1/sites/S1/queue/calls",
                new Queues.Call(UUID.randomUUID(), desk.id, List.of("A")),
                200,
                "AUDITOR");
        add(
                "changeTicket",
                "POST",
                "/v1/queue/" + ticket.body().path("id").asString() + "/changes",
                new Queues.Change(UUID.randomUUID(), "SERVING"),
                200,
                "AUDITOR");
        add(
                "actOnTicket",
                "POST",
                "/v1/queue/" + ticket.body().path("id").asString() + "/acts",
                new Queues.Act(
                        UUID.randomUUID(),
                        "TRANSFER",
                        Optional.empty(),
                        Optional.of(1),
                        Optional.of("A"),
                        Optional.of(desk.id),
                        Optional.empty()),
                200,
                "AUDITOR");
        add("queueFigures", "GET", "/v1/sites/S1/queue/figures?day=" + server.world.today(), null, 200, "CUP");
        add(
                "pauseDesk",
                "POST",
                "/v1/desks/" + desk.id + "/pause",
                new Queues.Pause(UUID.randomUUID(), false, Optional.empty()),
                200,
                "AUDITOR");
    }

    /** The headers that a door asks for. */
    Map<String, String> headers(Door door) {
        return switch (door.key()) {
            case NOTHING -> Map.of();
            case DESK -> desk.deskHeaders();
            case SESSION -> desk.headers();
        };
    }

    Reply knock(Door door) {
        return knock(door, door.bytes());
    }

    Reply knock(Door door, byte[] body) {
        return server.send(door.method(), door.path(), headers(door), body);
    }
}
