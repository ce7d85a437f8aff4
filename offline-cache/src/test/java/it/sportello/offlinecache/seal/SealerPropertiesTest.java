package it.sportello.offlinecache.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.offlinecache.StoreFault;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is done to a sealed value but to open it where it belongs with its own key: it does not open. */
@Tag("R-SEC-4")
class SealerPropertiesTest {
    private final SecureRandom strong = new SecureRandom();
    private final Random random = new Random(20_261_123);
    private final Sealer sealer = new Sealer(DataKey.random(strong), strong);

    @Test
    void whatWasSealedOpensWhereItBelongsWithItsKeyOnly() {
        Sealer other = new Sealer(DataKey.random(strong), strong);
        for (int round = 0; round < 200; round++) {
            byte[] clear = bytes();
            byte[] sealed = sealer.seal("person", "p" + round, round, clear);
            assertArrayEquals(clear, sealer.open("person", "p" + round, round, sealed));
            refused(other, "person", "p" + round, round, sealed);
            refused(sealer, "booking", "p" + round, round, sealed);
            refused(sealer, "person", "p" + (round + 1), round, sealed);
            refused(sealer, "person", "p" + round, round + 1, sealed);
            refused(sealer, "person", "p" + round, round - 1, sealed);
        }
    }

    @Test
    void swappedRowsDoNotOpen() {
        byte[] one = sealer.seal("due", "d1", 1, new byte[] {1});
        byte[] other = sealer.seal("due", "d2", 1, new byte[] {2});
        refused(sealer, "due", "d1", 1, other);
        refused(sealer, "due", "d2", 1, one);
    }

    @Test
    void noBitMayChangeAndNoByteMayBeMissingOrMore() {
        byte[] sealed = sealer.seal("due", "d1", 1, "ROSSI MARIO".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (int at = 0; at < sealed.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = sealed.clone();
                changed[at] ^= (byte) (1 << bit);
                refused(sealer, "due", "d1", 1, changed);
            }
        }
        for (int length = 0; length < sealed.length; length++) {
            refused(sealer, "due", "d1", 1, Arrays.copyOf(sealed, length));
        }
        refused(sealer, "due", "d1", 1, Arrays.copyOf(sealed, sealed.length + 1));
    }

    @Test
    void theSameValueIsNeverSealedTheSameWayTwice() {
        Set<String> seen = new HashSet<>();
        for (int round = 0; round < 500; round++) {
            assertTrue(seen.add(Arrays.toString(sealer.seal("due", "d1", 1, new byte[] {1}))));
        }
    }

    @Test
    void lookUpsAreEqualForEqualValuesOfOneKindAndKeyOnly() {
        Sealer other = new Sealer(DataKey.random(strong), strong);
        Set<String> seen = new HashSet<>();
        for (int round = 0; round < 200; round++) {
            String value = "value-" + round;
            String found = sealer.lookup("code", value);
            assertEquals(found, sealer.lookup("code", value));
            assertTrue(found.matches("[0-9a-f]{64}"));
            assertNotEquals(found, sealer.lookup("phone", value));
            assertNotEquals(found, other.lookup("code", value));
            assertTrue(seen.add(found));
        }
        assertNotEquals(sealer.lookup("co", "de1"), sealer.lookup("cod", "e1"), "kind and value do not run together");
    }

    @Test
    void aMarkHoldsEachColumnInItsPlace() {
        byte[] mark = sealer.mark("ledger", "T01", "1", "500");
        assertTrue(sealer.isMarked(mark, "ledger", "T01", "1", "500"));
        assertFalse(sealer.isMarked(mark, "ledger", "T01", "1", "501"));
        assertFalse(sealer.isMarked(mark, "ledger", "T01", "15", "00"));
        assertFalse(sealer.isMarked(mark, "ledger", "T0", "11", "500"));
        assertFalse(sealer.isMarked(mark, "ledger", "T01", "500", "1"));
        assertFalse(sealer.isMarked(mark, "ledger", "T01", "1"));
        assertFalse(sealer.isMarked(mark, "series", "T01", "1", "500"));
        assertFalse(sealer.isMarked(new byte[0], "ledger", "T01", "1", "500"));
        Sealer other = new Sealer(DataKey.random(strong), strong);
        assertFalse(other.isMarked(mark, "ledger", "T01", "1", "500"));
    }

    private byte[] bytes() {
        byte[] clear = new byte[random.nextInt(300)];
        random.nextBytes(clear);
        return clear;
    }

    private static void refused(Sealer with, String table, String id, long version, byte[] sealed) {
        StoreFault fault = assertThrows(StoreFault.class, () -> with.open(table, id, version, sealed));
        assertEquals(StoreFault.Code.TAMPERED, fault.code());
        assertFalse(String.valueOf(fault.getMessage()).contains(id + " "), "the message names no person's row");
    }
}
