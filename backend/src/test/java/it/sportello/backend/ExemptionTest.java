package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Dues.DueOutcome;
import it.sportello.api.Exemptions.Register;
import it.sportello.api.Exemptions.Registered;
import it.sportello.api.Json;
import it.sportello.api.Persons.PersonFile;
import it.sportello.api.Persons.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Registering exemptions, and the open dues looked at one by one. */
@Tag("R-MUL-4")
class ExemptionTest {
    private final TestServer server = TestServer.shared();
    private final World world = server.world;

    static Register register(String person, String code, LocalDate from) {
        return new Register(
                UUID.randomUUID(),
                person,
                code,
                from,
                Optional.empty(),
                "CERTIFICATE",
                Optional.of("Struttura di prova"),
                Optional.of(from),
                Optional.empty(),
                Optional.empty(),
                "SP-1");
    }

    @Test
    void onlyTheDueWhosePrescriptionCarriesTheCodeChanges() {
        TestDesk desk = TestDesk.with("AUR");
        String person = world.person();
        String carries = world.due(
                person, "SPECIALIST_COPAYMENT", 1055, world.prescription(person, 5, "013", World.BLOOD), "013");
        String bare =
                world.due(person, "SPECIALIST_COPAYMENT", 1055, world.prescription(person, 5, null, World.BLOOD), null);
        String other = world.due(
                person, "SPECIALIST_COPAYMENT", 1055, world.prescription(person, 5, "E01", World.BLOOD), "E01");
        String record = world.due(person, "MEDICAL_RECORD", 500, null, null);
        Reply reply = desk.operate(
                "exemption.register",
                "person:" + person,
                register(person, "013", world.today().minusDays(30)));
        assertEquals(201, reply.status(), () -> reply.body().toString());
        Registered registered = Json.strict().treeToValue(reply.body().path("result"), Registered.class);
        assertTrue(registered.protocolNumber().matches("2026/[0-9]{7}"));
        Map<String, DueOutcome> outcomes =
                registered.dues().stream().collect(Collectors.toMap(DueOutcome::dueId, it -> it));
        assertEquals("COVERED", outcomes.get(carries).reason());
        assertEquals(0, outcomes.get(carries).newAmountCents());
        assertEquals("NO_CODE_ON_PRESCRIPTION", outcomes.get(bare).reason());
        assertEquals("OTHER_CODE_ON_PRESCRIPTION", outcomes.get(other).reason());
        assertEquals("NO_CODE_ON_PRESCRIPTION", outcomes.get(record).reason());
        assertEquals("CANCELLED", world.value(String.class, "select state from due where id = ?", carries));
        assertEquals(1055, world.value(Integer.class, "select amount_cents from due where id = ?", bare));
    }

    @Test
    void theSamePeriodTwiceIsRefusedAndTheNumberIsNotUsedUp() {
        TestDesk desk = TestDesk.with("AUR");
        String person = world.person();
        Reply first = desk.operate("exemption.register", "person:" + person, register(person, "013", world.today()));
        Reply second = desk.operate("exemption.register", "person:" + person, register(person, "013", world.today()));
        assertEquals("EXEMPTION_OVERLAP", second.code());
        assertEquals(List.of("ALREADY_HELD"), second.violations());
        String another = world.person();
        Reply third = desk.operate("exemption.register", "person:" + another, register(another, "013", world.today()));
        assertEquals(number(first) + 1, number(third));
    }

    @Test
    void anEarlierBeginJoinsWhatThePersonHolds() {
        TestDesk desk = TestDesk.with("AUR");
        String person = world.person();
        desk.operate("exemption.register", "person:" + person, register(person, "013", world.today()));
        Reply joined = desk.operate(
                "exemption.register",
                "person:" + person,
                register(person, "013", world.today().minusYears(1)));
        assertEquals(201, joined.status());
        PersonFile file =
                desk.post("/v1/persons/view", new View(person, "prova")).as(PersonFile.class);
        assertEquals(1, file.exemptions().size());
        assertEquals(world.today().minusYears(1), file.exemptions().getFirst().validFrom());
    }

    @Test
    void anUnknownCodeAndAWrongRoleAreRefused() {
        TestDesk desk = TestDesk.with("AUR");
        String person = world.person();
        Reply unknown = desk.operate("exemption.register", "person:" + person, register(person, "ZZZ", world.today()));
        assertEquals("EXEMPTION_NOT_ASSIGNABLE", unknown.code());
        Reply cashier = TestDesk.with("CASHIER")
                .operate("exemption.register", "person:" + person, register(person, "013", world.today()));
        assertEquals(403, cashier.status());
    }

    private static int number(Reply reply) {
        return Integer.parseInt(
                reply.body().path("result").path("protocolNumber").asString().substring(5));
    }
}
