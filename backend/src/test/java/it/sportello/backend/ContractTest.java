package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Accesses;
import it.sportello.api.Bookings;
import it.sportello.api.Documents;
import it.sportello.api.Dues;
import it.sportello.api.Exemptions;
import it.sportello.api.Feeds;
import it.sportello.api.Operation;
import it.sportello.api.OperationAnswer;
import it.sportello.api.Persons;
import it.sportello.api.Prescriptions;
import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.api.Queues;
import it.sportello.api.Sessions;
import it.sportello.api.Tills;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Records and OpenAPI document say the same. */
class ContractTest {
    private final JsonNode document = new Contract().document();

    @Test
    void everyRecordOfTheWireHasASchemaWithItsFields() {
        Set<Set<String>> schemas = document.path("components")
                .path("schemas")
                .valueStream()
                .map(schema -> fields(schema.path("properties")))
                .collect(Collectors.toSet());
        List<Class<?>> missing = Stream.of(
                        Accesses.class,
                        Bookings.class,
                        Documents.class,
                        Dues.class,
                        Exemptions.class,
                        Feeds.class,
                        Persons.class,
                        Prescriptions.class,
                        Queues.class,
                        Sessions.class,
                        Tills.class,
                        Problem.class)
                .flatMap(holder -> Stream.concat(Stream.of(holder), Arrays.stream(holder.getDeclaredClasses())))
                .filter(Class::isRecord)
                .<Class<?>>map(type -> type)
                .filter(type -> !schemas.contains(components(type)))
                .toList();
        assertEquals(List.of(), missing);
        assertTrue(schemas.contains(components(Operation.class)));
        assertTrue(schemas.contains(components(OperationAnswer.class)));
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

    private static Set<String> fields(JsonNode properties) {
        return properties.propertyStream().map(java.util.Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }
}
