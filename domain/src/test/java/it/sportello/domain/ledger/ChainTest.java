package it.sportello.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R-TIL-1")
class ChainTest {
    private static final ChainLink GENESIS = Chain.genesis("till:T01", "A");

    private static List<ChainedRecord> records(int number) {
        Random random = new Random(7);
        List<ChainedRecord> records = new ArrayList<>();
        ChainLink previous = GENESIS;
        for (int i = 0; i < number; i++) {
            byte[] body = new byte[1 + random.nextInt(60)];
            random.nextBytes(body);
            ChainedRecord next = Chain.chained(previous, body, random.nextLong());
            records.add(next);
            previous = next.link();
        }
        return records;
    }

    private static ChainCheck.Broken broken(List<ChainedRecord> records) {
        return assertInstanceOf(ChainCheck.Broken.class, Chain.verify(GENESIS, records));
    }

    /** Computed outside with {@code sha256sum}, so that the format cannot drift unseen. */
    @Test
    void theFormatIsFixed() {
        assertEquals("927ac9523ed06593611a75924636610464aee8bf5b213a784254a1ec7555e110", GENESIS.hex());
        assertEquals(
                "40769b06c0fe32f61d6bd41f233a148fd1e17b9635b68607c63ee4dfe9f781ee",
                Chain.link(GENESIS, "{\"a\":1}".getBytes(StandardCharsets.UTF_8), 10_050)
                        .hex());
    }

    @Test
    void anUntouchedChainIsIntact() {
        List<ChainedRecord> records = records(50);
        assertEquals(new ChainCheck.Intact(50, records.get(49).link()), Chain.verify(GENESIS, records));
        assertEquals(new ChainCheck.Intact(0, GENESIS), Chain.verify(GENESIS, List.of()));
    }

    @Test
    void everyBitOfEveryByteOfEveryBodyCounts() {
        List<ChainedRecord> records = records(20);
        for (int position = 0; position < records.size(); position++) {
            ChainedRecord one = records.get(position);
            for (int at = 0; at < one.body().length; at++) {
                for (int bit = 0; bit < 8; bit++) {
                    byte[] body = one.body();
                    body[at] ^= (byte) (1 << bit);
                    List<ChainedRecord> changed = new ArrayList<>(records);
                    changed.set(position, new ChainedRecord(one.previous(), body, one.runningTotalCents(), one.link()));
                    assertEquals(new ChainCheck.Broken(position, ChainCheck.Reason.LINK), broken(changed));
                }
            }
        }
    }

    @Test
    void theTotalTheLinkAndThePreviousLinkCount() {
        List<ChainedRecord> records = records(10);
        ChainedRecord one = records.get(4);
        List<ChainedRecord> changed = new ArrayList<>(records);
        changed.set(4, new ChainedRecord(one.previous(), one.body(), one.runningTotalCents() + 1, one.link()));
        assertEquals(new ChainCheck.Broken(4, ChainCheck.Reason.LINK), broken(changed));
        for (int at = 0; at < ChainLink.LENGTH; at++) {
            byte[] bytes = one.link().bytes();
            bytes[at]++;
            changed.set(4, new ChainedRecord(one.previous(), one.body(), one.runningTotalCents(), ChainLink.of(bytes)));
            assertEquals(new ChainCheck.Broken(4, ChainCheck.Reason.LINK), broken(changed));
            changed.set(4, new ChainedRecord(ChainLink.of(bytes), one.body(), one.runningTotalCents(), one.link()));
            assertEquals(new ChainCheck.Broken(4, ChainCheck.Reason.PREVIOUS_LINK), broken(changed));
        }
    }

    @Test
    void aRecordForgedWithItsOwnLinkBreaksTheNext() {
        List<ChainedRecord> records = new ArrayList<>(records(10));
        records.set(4, Chain.chained(records.get(4).previous(), new byte[] {1}, 0));
        assertEquals(new ChainCheck.Broken(5, ChainCheck.Reason.PREVIOUS_LINK), broken(records));
    }

    @Test
    void swappedRemovedOrRepeatedRecordsShow() {
        for (int position = 0; position < 9; position++) {
            List<ChainedRecord> swapped = new ArrayList<>(records(10));
            Collections.swap(swapped, position, position + 1);
            assertEquals(new ChainCheck.Broken(position, ChainCheck.Reason.PREVIOUS_LINK), broken(swapped));
            List<ChainedRecord> removed = new ArrayList<>(records(10));
            removed.remove(position);
            assertEquals(new ChainCheck.Broken(position, ChainCheck.Reason.PREVIOUS_LINK), broken(removed));
            List<ChainedRecord> repeated = new ArrayList<>(records(10));
            repeated.add(position, repeated.get(position));
            assertEquals(new ChainCheck.Broken(position + 1, ChainCheck.Reason.PREVIOUS_LINK), broken(repeated));
        }
    }

    @Test
    void aTailCutOffShowsAgainstTheKnownHead() {
        List<ChainedRecord> records = records(10);
        ChainLink head = records.get(9).link();
        for (int kept = 0; kept < 10; kept++) {
            List<ChainedRecord> cut = records.subList(0, kept);
            assertInstanceOf(ChainCheck.Intact.class, Chain.verify(GENESIS, cut), "alone it looks whole");
            assertEquals(new ChainCheck.Broken(kept, ChainCheck.Reason.HEAD), Chain.verify(GENESIS, cut, 10, head));
        }
        assertInstanceOf(ChainCheck.Intact.class, Chain.verify(GENESIS, records, 10, head));
        assertInstanceOf(
                ChainCheck.Intact.class,
                Chain.verify(GENESIS, records, 7, records.get(6).link()),
                "records after the known head are newer");
    }

    @Test
    void aChainRewrittenAfterAnOldFileWasPutBackShows() {
        List<ChainedRecord> records = records(10);
        ChainLink known = records.get(9).link();
        List<ChainedRecord> rewritten = new ArrayList<>(records.subList(0, 6));
        for (int i = 6; i < 12; i++) {
            rewritten.add(Chain.chained(rewritten.get(i - 1).link(), new byte[] {(byte) i}, 0));
        }
        assertInstanceOf(ChainCheck.Intact.class, Chain.verify(GENESIS, rewritten));
        assertEquals(new ChainCheck.Broken(9, ChainCheck.Reason.HEAD), Chain.verify(GENESIS, rewritten, 10, known));
        assertEquals(new ChainCheck.Broken(0, ChainCheck.Reason.HEAD), Chain.verify(GENESIS, rewritten, 0, known));
    }

    @Test
    void laneAndEpochBeginAnotherChain() {
        assertNotEquals(GENESIS, Chain.genesis("till:T01", "B"));
        assertNotEquals(GENESIS, Chain.genesis("till:T02", "A"));
        assertNotEquals(Chain.genesis("till:T0", "1A"), Chain.genesis("till:T01", "A"));
        assertEquals(
                new ChainCheck.Broken(0, ChainCheck.Reason.PREVIOUS_LINK),
                Chain.verify(Chain.genesis("till:T01", "B"), records(3)));
    }

    @Test
    void linksReadBack() {
        assertEquals(GENESIS, ChainLink.parse(GENESIS.hex()));
        assertNull(ChainLink.parse("00"));
        assertNull(ChainLink.parse("z".repeat(64)));
        assertThrows(IllegalArgumentException.class, () -> ChainLink.of(new byte[31]));
        byte[] bytes = GENESIS.bytes();
        bytes[0]++;
        assertNotEquals(ChainLink.of(bytes), GENESIS, "a link does not change with an array handed out");
    }
}
