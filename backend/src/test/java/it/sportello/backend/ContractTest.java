package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Accesses;
import it.sportello.api.Bookings;
import it.sportello.api.Documents;
import it.sportello.api.Dues;
import it.sportello.api.Exemptions;
import it.sportello.api.Feeds;
import it.sportello.api.Json;
import it.sportello.api.Operation;
import it.sportello.api.OperationAnswer;
import it.sportello.api.Persons;
import it.sportello.api.Prescriptions;
import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.api.Queues;
import it.sportello.api.Sessions;
import it.sportello.api.Tills;
import it.sportello.domain.operation.OperationType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records and OpenAPI document say the same. */
class ContractTest {
    private final Contract contract = new Contract();
    private final JsonNode document = contract.document();

    @Test
    void everyRecordOfTheWireHasItsSchemaAndEverySchemaItsRecord() {
        List<Class<?>> records = Stream.of(
                        Accesses.class,
                        Bookings.class,
                        Documents.class,
                        Dues.class,
                        Exemptions.class,
                        Feeds.class,
                        Operation.class,
                        OperationAnswer.class,
                        Persons.class,
                        Prescriptions.class,
                        Problem.class,
                        Queues.class,
                        Sessions.class,
                        Tills.class)
                .flatMap(holder -> Stream.concat(Stream.of(holder), Arrays.stream(holder.getDeclaredClasses())))
                .filter(Class::isRecord)
                .<Class<?>>map(type -> type)
                .toList();
        assertEquals(Set.copyOf(records), WireRecords.SCHEMAS.keySet());
        Set<String> named = new TreeSet<>(WireRecords.SCHEMAS.values());
        named.addAll(Set.of("Health", "Link"));
        Set<String> documented = document.at("/components/schemas")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(named, documented);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyFieldHasTheTypeOfItsSchema(Class<?> record) {
        assertEquals(List.of(), WireRecords.differences(record, document));
    }

    /** As full as can be, and as empty. */
    @ParameterizedTest
    @MethodSource("records")
    void aSampleOfEveryRecordIsOfItsSchema(Class<?> record) {
        for (boolean full : new boolean[] {true, false}) {
            JsonNode sample = Json.strict().valueToTree(WireRecords.sample(record, full, document));
            assertEquals(List.of(), contract.errors(WireRecords.nameOf(record), sample), () -> sample.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void aFieldOfAnotherTypeOrMissingIsNotOfTheSchema(Class<?> record) {
        String schema = WireRecords.nameOf(record);
        ObjectNode sample = Json.strict().valueToTree(WireRecords.sample(record, true, document));
        for (Map.Entry<String, JsonNode> field : sample.properties()) {
            ObjectNode other = sample.deepCopy();
            if (field.getValue().isBoolean()) {
                other.put(field.getKey(), "true");
            } else {
                other.put(field.getKey(), true);
            }
            ObjectNode without = sample.deepCopy();
            without.remove(field.getKey());
            for (ObjectNode wrong : List.of(other, without)) {
                assertFalse(contract.errors(schema, wrong).isEmpty(), () -> schema + " takes " + wrong);
            }
        }
    }

    static Set<Class<?>> records() {
        return WireRecords.SCHEMAS.keySet();
    }

    @Test
    void everyTypeOfOperationIsInTheContract() {
        Set<String> types = Arrays.stream(OperationType.values())
                .map(OperationType::wireName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = document.at("/components/schemas/Operation/properties/type/enum")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(types, told);
    }

    @Test
    void everyProblemCodeIsInTheContract() {
        Set<String> codes = document.at("/components/schemas/Problem/properties/code/enum")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                Arrays.stream(ProblemCode.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new)),
                codes);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        document.findValuesAsString("$ref")
                .forEach(ref -> assertTrue(!document.at(ref.substring(1)).isMissingNode(), ref));
    }
}
