package it.sportello.domain.prescription;

import static it.sportello.domain.prescription.PrescriptionState.CANCELLED;
import static it.sportello.domain.prescription.PrescriptionState.DELIVERED;
import static it.sportello.domain.prescription.PrescriptionState.DELIVERY_ANNULLED;
import static it.sportello.domain.prescription.PrescriptionState.EXPIRED;
import static it.sportello.domain.prescription.PrescriptionState.SUSPENDED;
import static it.sportello.domain.prescription.PrescriptionState.TAKEN;
import static it.sportello.domain.prescription.PrescriptionState.TO_DELIVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PrescriptionStateTest {
    @Test
    void valuesOfTheCentralSystem() {
        assertEquals(10, PrescriptionState.values().length);
        for (int value = 1; value <= 10; value++) {
            assertEquals(value, PrescriptionState.ofValue(value).value());
        }
        assertEquals(TAKEN, PrescriptionState.ofValue(5));
        assertThrows(IllegalArgumentException.class, () -> PrescriptionState.ofValue(11));
        assertThrows(IllegalArgumentException.class, () -> PrescriptionState.ofValue(0));
    }

    @Test
    void transitions() {
        assertEquals(Set.of(TAKEN, CANCELLED, EXPIRED), TO_DELIVER.next());
        assertTrue(TAKEN.allows(TO_DELIVER));
        assertTrue(TAKEN.allows(DELIVERED));
        assertFalse(TAKEN.allows(SUSPENDED), "specialist prescriptions are never suspended");
        assertTrue(TAKEN.next().contains(SUSPENDED));
        assertFalse(TAKEN.allows(CANCELLED), "cancelled only while nobody has it");
        assertEquals(Set.of(DELIVERY_ANNULLED), DELIVERED.next());
        assertTrue(DELIVERY_ANNULLED.allows(TO_DELIVER));
        assertTrue(CANCELLED.next().isEmpty());
        assertTrue(EXPIRED.next().isEmpty());
        for (PrescriptionState state : PrescriptionState.values()) {
            assertFalse(state.next().contains(state));
        }
    }
}
