package it.sportello.domain.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class OperationTest {
    private static final long MILLIS = Instant.parse("2026-03-10T08:00:00.123Z").toEpochMilli();

    /** All bits set: the counter is about to wrap. */
    private static final RandomGenerator ONES = () -> -1L;

    private static InstantSource clock(AtomicLong millis) {
        return () -> Instant.ofEpochMilli(millis.get());
    }

    @Test
    void anIdHoldsVersionVariantAndTime() {
        UuidV7 ids = new UuidV7(clock(new AtomicLong(MILLIS)), new Random(1));
        UUID id = ids.next();
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(MILLIS, UuidV7.millisOf(id));
        assertThrows(IllegalArgumentException.class, () -> UuidV7.millisOf(new UUID(0, 0)));
    }

    @Test
    void idsAlwaysGrowAlsoWhenTheClockGoesBack() {
        AtomicLong millis = new AtomicLong(MILLIS);
        UuidV7 ids = new UuidV7(clock(millis), new Random(1));
        Random steps = new Random(2);
        Set<UUID> seen = new HashSet<>();
        String previous = "";
        for (int i = 0; i < 100_000; i++) {
            UUID id = ids.next();
            assertTrue(seen.add(id));
            assertEquals(7, id.version());
            assertEquals(2, id.variant());
            assertTrue(id.toString().compareTo(previous) > 0, "text order is time order");
            previous = id.toString();
            millis.addAndGet(steps.nextInt(4) - 1);
        }
    }

    @Test
    void aCounterThatWrapsMovesOnToTheNextMillisecond() {
        UuidV7 ids = new UuidV7(clock(new AtomicLong(MILLIS)), ONES);
        UUID last = ids.next();
        UUID next = ids.next();
        assertEquals(MILLIS + 1, UuidV7.millisOf(next));
        assertTrue(next.toString().compareTo(last.toString()) > 0);
    }

    @Test
    void namesOfTheWireAreFixed() {
        Set<String> names = new HashSet<>();
        for (OperationType type : OperationType.values()) {
            assertTrue(names.add(type.wireName()));
            assertEquals(type, OperationType.of(type.wireName()));
        }
        assertEquals(
                Set.of(
                        "till.opened",
                        "till.collected",
                        "till.annulled",
                        "till.attempted",
                        "till.squared",
                        "till.closed",
                        "booking.book",
                        "booking.accept",
                        "exemption.register",
                        "access.viewed",
                        "document.printed",
                        "queue.recorded"),
                names);
        assertNull(OperationType.of("till.reset"));
    }

    @Test
    void moneyAndViewsAreChainedFacts() {
        assertTrue(OperationType.TILL_COLLECTED.isFact());
        assertTrue(OperationType.TILL_COLLECTED.isChained());
        assertTrue(OperationType.ACCESS_VIEWED.isChained());
        assertFalse(OperationType.BOOKING_BOOK.isFact());
        assertFalse(OperationType.EXEMPTION_REGISTER.isChained());
        assertEquals(LaneKind.PERSON, OperationType.EXEMPTION_REGISTER.lane());
    }

    @Test
    void lanesReadBack() {
        for (Lane lane : Set.of(Lane.till("T01"), Lane.access("D-1"), Lane.person("a_b"), Lane.booking("9.1"))) {
            assertEquals(lane, Lane.parse(lane.name()));
        }
        assertEquals("till:T01", Lane.till("T01").toString());
        assertNull(Lane.parse("till:"));
        assertNull(Lane.parse("tilL:T01"));
        assertNull(Lane.parse("other:T01"));
        assertNull(Lane.parse("till:T 01"));
        assertThrows(IllegalArgumentException.class, () -> Lane.till(""));
    }
}
