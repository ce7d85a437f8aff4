package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.api.Documents;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No answer of success stands in the contract that was never asked for and held to it. */
class ContractCoverageTest {
    @Test
    void everyEndpointWithEveryStatusOfSuccessIsHeldToTheContract() {
        Doors doors = new Doors();
        doors.all().stream().filter(door -> !door.name().equals("signOut")).forEach(doors::knock);
        repeatedAndFlagged();
        doors.knock(doors.named("signOut"));
        Set<String> documented = new TreeSet<>();
        doors.server
                .contract()
                .document()
                .path("paths")
                .valueStream()
                .flatMap(path -> path.valueStream())
                .forEach(operation -> operation
                        .path("responses")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(status -> status.startsWith("2"))
                        .forEach(status ->
                                documented.add(operation.path("operationId").asString() + " " + status)));
        Set<String> never = new TreeSet<>(documented);
        never.removeAll(doors.server.contract().held());
        assertEquals(Set.of(), never);
    }

    private static void repeatedAndFlagged() {
        TestDesk desk = TestDesk.with("CASHIER");
        TestDesk.Ready opening = desk.opening(1_000);
        desk.send(opening);
        assertEquals(200, desk.send(opening).status());
        Documents.Printed unknown = new Documents.Printed("SR-none", false, "PRINTED");
        assertEquals(
                202,
                desk.operate("document.printed", "till:" + desk.till(), unknown).status());
    }
}
