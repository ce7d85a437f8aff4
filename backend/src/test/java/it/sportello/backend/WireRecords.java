package it.sportello.backend;

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
import it.sportello.api.Queues;
import it.sportello.api.Sessions;
import it.sportello.api.Tills;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Every record of the wire with the name of its schema; its fields against the schema's, and samples of it. */
final class WireRecords {
    static final Map<Class<?>, String> SCHEMAS = schemas();

    /** What stands behind the fields whose form depends on another field: the first that the contract names. */
    private static final Map<Class<?>, Class<?>> INSIDE = Map.of(
            Operation.class, Tills.Opened.class,
            OperationAnswer.class, Bookings.Booked.class,
            Feeds.Item.class, Persons.PersonRecord.class);

    private static final Map<Type, List<String>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, List.of("string", "")),
            Map.entry(boolean.class, List.of("boolean", "")),
            Map.entry(int.class, List.of("integer", "int32")),
            Map.entry(Integer.class, List.of("integer", "int32")),
            Map.entry(long.class, List.of("integer", "int64")),
            Map.entry(Long.class, List.of("integer", "int64")),
            Map.entry(Instant.class, List.of("string", "date-time")),
            Map.entry(LocalDate.class, List.of("string", "date")),
            Map.entry(LocalDateTime.class, List.of("string", "")),
            Map.entry(UUID.class, List.of("string", "uuid")));

    private WireRecords() {}

    private static Map<Class<?>, String> schemas() {
        Map<Class<?>, String> schemas = new LinkedHashMap<>();
        List<Class<?>> sameName = List.of(
                Accesses.AccessSummary.class,
                Bookings.AvailabilityQuery.class,
                Bookings.Offers.class,
                Bookings.Offer.class,
                Bookings.OfferSlot.class,
                Bookings.HoldRequest.class,
                Bookings.Hold.class,
                Bookings.BookingView.class,
                Bookings.Booked.class,
                Bookings.DayList.class,
                Dues.DueView.class,
                Dues.DueOutcome.class,
                Exemptions.ExemptionView.class,
                Operation.class,
                OperationAnswer.class,
                Persons.PersonFile.class,
                Persons.PersonRecord.class,
                Prescriptions.PrescriptionView.class,
                Prescriptions.ServiceRow.class,
                Problem.class,
                Problem.Violation.class,
                Queues.QueueState.class,
                Queues.DeskStand.class,
                Sessions.EnrolDesk.class,
                Sessions.EnrolledDesk.class,
                Sessions.Desk.class,
                Sessions.SignIn.class,
                Sessions.SignedIn.class,
                Sessions.Operator.class,
                Sessions.OpenDesk.class,
                Sessions.DeskOpened.class,
                Sessions.ParameterTable.class,
                Sessions.ParameterRow.class,
                Tills.DueSettled.class,
                Tills.TenderLine.class,
                Tills.DocumentLine.class,
                Tills.SeriesHead.class,
                Tills.CardSlip.class,
                Tills.TerminalTotals.class,
                Tills.LedgerSummary.class);
        sameName.forEach(type -> schemas.put(type, type.getSimpleName()));
        schemas.put(Accesses.Viewed.class, "AccessViewed");
        schemas.put(Accesses.ViewedCounted.class, "AccessViewedCounted");
        schemas.put(Bookings.Book.class, "BookingBook");
        schemas.put(Bookings.Accept.class, "BookingAccept");
        schemas.put(Documents.Printed.class, "DocumentPrinted");
        schemas.put(Exemptions.Register.class, "ExemptionRegister");
        schemas.put(Exemptions.Registered.class, "ExemptionRegistered");
        schemas.put(Feeds.Page.class, "FeedPage");
        schemas.put(Feeds.Item.class, "FeedItem");
        schemas.put(Persons.Search.class, "PersonSearch");
        schemas.put(Persons.Found.class, "PersonsFound");
        schemas.put(Persons.Hit.class, "PersonHit");
        schemas.put(Persons.View.class, "PersonView");
        schemas.put(Prescriptions.Lookup.class, "PrescriptionLookup");
        queues(schemas);
        tills(schemas);
        return schemas;
    }

    private static void queues(Map<Class<?>, String> schemas) {
        schemas.put(Queues.Issue.class, "QueueIssue");
        schemas.put(Queues.Call.class, "QueueCall");
        schemas.put(Queues.Change.class, "QueueChange");
        schemas.put(Queues.Entry.class, "QueueEntry");
        schemas.put(Queues.Act.class, "QueueAct");
        schemas.put(Queues.Pause.class, "DeskPause");
        schemas.put(Queues.Category.class, "QueueCategory");
        schemas.put(Queues.LeftOpen.class, "QueueLeftOpen");
        schemas.put(Queues.Recorded.class, "QueueRecorded");
        schemas.put(Queues.Waits.class, "QueueWaits");
        schemas.put(Queues.HalfHour.class, "QueueHalfHour");
        schemas.put(Queues.Leg.class, "QueueLeg");
        schemas.put(Queues.Figures.class, "QueueFigures");
    }

    private static void tills(Map<Class<?>, String> schemas) {
        schemas.put(Tills.Opened.class, "TillOpened");
        schemas.put(Tills.Collected.class, "TillCollected");
        schemas.put(Tills.Annulled.class, "TillAnnulled");
        schemas.put(Tills.Attempted.class, "TillAttempted");
        schemas.put(Tills.Squared.class, "TillSquared");
        schemas.put(Tills.Closed.class, "TillClosed");
        schemas.put(Tills.Entry.class, "LedgerEntry");
        schemas.put(Tills.Document.class, "FiscalDocument");
    }

    // ----------------------------------------------------------------------------------------------------- types

    /** Where a record and its schema say different things; empty when nowhere. */
    static List<String> differences(Class<?> record, JsonNode document) {
        JsonNode properties = schema(record, document).path("properties");
        List<String> wrong = new ArrayList<>();
        for (RecordComponent field : record.getRecordComponents()) {
            compare(field.getGenericType(), properties.path(field.getName()), field.getName(), wrong);
        }
        if (properties.size() != record.getRecordComponents().length) {
            wrong.add(properties.size() + " fields");
        }
        return wrong;
    }

    static String nameOf(Class<?> record) {
        return Objects.requireNonNull(SCHEMAS.get(record), () -> record + " has no schema");
    }

    private static JsonNode schema(Class<?> record, JsonNode document) {
        return document.path("components").path("schemas").path(nameOf(record));
    }

    private static void compare(Type type, JsonNode schema, String where, List<String> wrong) {
        if (type == JsonNode.class || (isOf(type, Optional.class) && argument(type, 0) == JsonNode.class)) {
            return; // its form depends on another field: the samples show it
        }
        if (isOf(type, Optional.class) && schema.path("anyOf").size() == 2) {
            require(schema.at("/anyOf/0/type").asString("").equals("null"), where, schema, wrong);
            compare(argument(type, 0), schema.at("/anyOf/1"), where, wrong);
            return;
        }
        List<String> types = schema.path("type").isArray()
                ? schema.path("type").valueStream().map(JsonNode::asString).toList()
                : List.of(schema.path("type").asString(""));
        boolean optional = isOf(type, Optional.class);
        if (optional != types.contains("null")) {
            wrong.add(where + " may be null on one side only");
        }
        Type inner = optional ? argument(type, 0) : type;
        String name =
                types.stream().filter(one -> !one.equals("null")).findFirst().orElse("");
        if (isOf(inner, List.class)) {
            compare(argument(inner, 0), schema.path("items"), where + "[]", wrong);
            require(name.equals("array"), where, schema, wrong);
        } else if (isOf(inner, Map.class)) {
            compare(argument(inner, 1), schema.path("additionalProperties"), where + "{}", wrong);
            require(name.equals("object"), where, schema, wrong);
        } else if (inner instanceof Class<?> record && record.isRecord()) {
            String reference = "#/components/schemas/" + nameOf(record);
            require(schema.path("$ref").asString("").equals(reference), where, schema, wrong);
        } else {
            List<String> told = List.of(name, schema.path("format").asString(""));
            require(told.equals(SIMPLE.get(inner)), where, schema, wrong);
            require(inner != LocalDateTime.class || schema.has("pattern"), where, schema, wrong);
        }
    }

    private static void require(boolean right, String where, JsonNode schema, List<String> wrong) {
        if (!right) {
            wrong.add(where + " is " + schema);
        }
    }

    private static boolean isOf(Type type, Class<?> raw) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == raw;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    // --------------------------------------------------------------------------------------------------- samples

    /** @param full with every optional value and one element in every list, or with none */
    static Object sample(Class<?> record, boolean full, JsonNode document) {
        JsonNode properties = schema(record, document).path("properties");
        RecordComponent[] fields = record.getRecordComponents();
        Object[] values = Arrays.stream(fields)
                .map(field -> isJson(field)
                        ? inside(record, field, full, document)
                        : value(field.getGenericType(), properties.path(field.getName()), full, document))
                .toArray();
        Class<?>[] types = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isJson(RecordComponent field) {
        return field.getType() == JsonNode.class
                || field.getGenericType().getTypeName().contains("JsonNode");
    }

    private static Object inside(Class<?> record, RecordComponent field, boolean full, JsonNode document) {
        JsonNode json = Json.strict().valueToTree(sample(Objects.requireNonNull(INSIDE.get(record)), full, document));
        if (field.getType() == JsonNode.class) {
            return json;
        }
        return full ? Optional.of(json) : Optional.empty();
    }

    private static Object value(Type type, JsonNode schema, boolean full, JsonNode document) {
        if (isOf(type, Optional.class)) {
            return full ? Optional.of(value(argument(type, 0), schema, true, document)) : Optional.empty();
        }
        if (isOf(type, List.class)) {
            return full ? List.of(value(argument(type, 0), schema.path("items"), true, document)) : List.of();
        }
        if (isOf(type, Map.class)) {
            Object key = argument(type, 0) == Integer.class ? (Object) 500 : "nome";
            JsonNode values = schema.path("additionalProperties");
            return full ? Map.of(key, value(argument(type, 1), values, true, document)) : Map.of();
        }
        return type instanceof Class<?> record && record.isRecord()
                ? sample(record, full, document)
                : simple(type, schema);
    }

    private static Object simple(Type type, JsonNode schema) {
        return switch (type.getTypeName()) {
            case "java.lang.String" -> schema.path("enum").path(0).asString("testo");
            case "boolean" -> false;
            case "int", "java.lang.Integer" -> 1;
            case "long", "java.lang.Long" -> 1L;
            case "java.time.Instant" -> Instant.parse("2026-11-23T08:00:00Z");
            case "java.time.LocalDate" -> LocalDate.of(2026, 11, 23);
            case "java.time.LocalDateTime" -> LocalDateTime.of(2026, 11, 23, 9, 30);
            case "java.util.UUID" -> new UUID(0x70007000L, 0x8000000000000001L);
            default -> throw new IllegalArgumentException("no sample of " + type);
        };
    }
}
