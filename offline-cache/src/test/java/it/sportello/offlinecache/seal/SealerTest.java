package it.sportello.offlinecache.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.offlinecache.StoreFault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R-SEC-1")
class SealerTest {
    private static final byte[] CLEAR = "segreto".getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();
    private final Sealer sealer = new Sealer(DataKey.random(random), random);

    @Test
    void opensWhatItSealedAndNeverSealsTheSameTwice() {
        byte[] one = sealer.seal("person", "7", 1, CLEAR);
        assertArrayEquals(CLEAR, sealer.open("person", "7", 1, one));
        assertFalse(Arrays.equals(one, sealer.seal("person", "7", 1, CLEAR)));
    }

    @Test
    void aSealIsBoundToItsTableRowAndVersion() {
        byte[] one = sealer.seal("person", "7", 1, CLEAR);
        assertThrows(StoreFault.class, () -> sealer.open("due", "7", 1, one));
        assertThrows(StoreFault.class, () -> sealer.open("person", "8", 1, one));
        assertThrows(StoreFault.class, () -> sealer.open("person", "7", 2, one));
        Sealer other = new Sealer(DataKey.random(random), random);
        assertThrows(StoreFault.class, () -> other.open("person", "7", 1, one));
    }

    @Test
    void everyChangedByteIsSeen() {
        byte[] one = sealer.seal("person", "7", 1, CLEAR);
        for (int index = 0; index < one.length; index++) {
            byte[] changed = one.clone();
            changed[index] ^= 1;
            assertThrows(StoreFault.class, () -> sealer.open("person", "7", 1, changed));
        }
        assertThrows(StoreFault.class, () -> sealer.open("person", "7", 1, new byte[0]));
        assertThrows(StoreFault.class, () -> sealer.open("person", "7", 1, Arrays.copyOf(one, 10)));
    }

    @Test
    void lookUpsAreEqualOnlyForEqualKindAndValue() {
        assertEquals(sealer.lookup("code", "A"), sealer.lookup("code", "A"));
        assertNotEquals(sealer.lookup("code", "A"), sealer.lookup("phone", "A"));
        assertNotEquals(sealer.lookup("code", "A"), sealer.lookup("code", "B"));
        assertNotEquals(sealer.lookup("code", "A"), new Sealer(DataKey.random(random), random).lookup("code", "A"));
    }

    @Test
    void marksTellColumnsApart() {
        byte[] mark = sealer.mark("ledger", "1", "23");
        assertTrue(sealer.isMarked(mark, "ledger", "1", "23"));
        assertFalse(sealer.isMarked(mark, "ledger", "12", "3"));
        assertFalse(sealer.isMarked(mark, "series", "1", "23"));
    }
}
