package it.sportello.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain hashed a second time from its sentence, and damaged in every way at random. */
@Tag("R-TIL-1")
@Tag("R-SEC-4")
class ChainEdgesTest {
    private static final ChainLink GENESIS = Chain.genesis("till:T01", "A");

    private static byte[] sha(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static List<ChainedRecord> chain(int length, long seed) {
        Random random = new Random(seed);
        List<ChainedRecord> records = new ArrayList<>();
        ChainLink previous = GENESIS;
        for (int i = 0; i < length; i++) {
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);
            ChainedRecord next = Chain.chained(previous, body, random.nextLong(1_000_000));
            records.add(next);
            previous = next.link();
        }
        return records;
    }

    @ParameterizedTest
    @CsvSource({"till:T01,A", "till:T01,B", "till:T02,A", "access:D1,''", "'',''", "till:è,ß"})
    void theGenesisIsTheHashOfLaneZeroAndEpoch(String lane, String epoch) throws NoSuchAlgorithmException {
        byte[] text = (lane + "\0" + epoch).getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(sha(text), Chain.genesis(lane, epoch).bytes());
    }

    @Test
    void laneAndEpochCannotBeCutElsewhere() {
        Set<ChainLink> links = new HashSet<>();
        for (String pair : List.of("ab|", "a|b", "|ab", "ab|c", "a|bc", "abc|", "|abc", "|")) {
            int bar = pair.indexOf('|');
            assertTrue(links.add(Chain.genesis(pair.substring(0, bar), pair.substring(bar + 1))), pair);
        }
    }

    @Test
    void aLinkIsTheHashOfVersionPreviousBodyAndTotal() throws NoSuchAlgorithmException {
        for (ChainedRecord record : chain(50, 1)) {
            String hex = "01" + record.previous().hex() + HexFormat.of().formatHex(record.body())
                    + "%016x".formatted(record.runningTotalCents());
            assertArrayEquals(sha(HexFormat.of().parseHex(hex)), record.link().bytes());
        }
        ChainedRecord negative = Chain.chained(GENESIS, new byte[0], -1);
        String hex = "01" + GENESIS.hex() + "ffffffffffffffff";
        assertArrayEquals(sha(HexFormat.of().parseHex(hex)), negative.link().bytes());
    }

    @Test
    void anyDamageToAnyRecordIsFoundWhereItIs() {
        Random random = new Random(2);
        for (int round = 0; round < 500; round++) {
            List<ChainedRecord> records = chain(1 + random.nextInt(12), round);
            int at = random.nextInt(records.size());
            ChainedRecord old = records.get(at);
            byte[] body = old.body();
            byte[] link = old.link().bytes();
            byte[] previous = old.previous().bytes();
            long total = old.runningTotalCents();
            ChainCheck.Reason reason = ChainCheck.Reason.LINK;
            switch (random.nextInt(4)) {
                case 0 ->
                    body = (new String(body, StandardCharsets.ISO_8859_1) + "x").getBytes(StandardCharsets.ISO_8859_1);
                case 1 -> link[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
                case 2 -> total ^= 1L << random.nextInt(64);
                default -> {
                    previous[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
                    reason = ChainCheck.Reason.PREVIOUS_LINK;
                }
            }
            records.set(at, new ChainedRecord(ChainLink.of(previous), body, total, ChainLink.of(link)));
            ChainCheck.Broken broken = new ChainCheck.Broken(at, reason);
            assertEquals(broken, Chain.verify(GENESIS, records));
            assertEquals(
                    broken,
                    Chain.verify(GENESIS, records, records.size(), old.link()),
                    "also when the head known outside is right");
        }
    }

    @Test
    void theHeadKnownOutsideAtEveryLength() {
        List<ChainedRecord> records = chain(6, 9);
        for (int known = 0; known <= 6; known++) {
            ChainLink head = known == 0 ? GENESIS : records.get(known - 1).link();
            ChainCheck.Intact intact =
                    assertInstanceOf(ChainCheck.Intact.class, Chain.verify(GENESIS, records, known, head));
            assertEquals(6, intact.records());
            assertEquals(records.get(5).link(), intact.head());
            assertEquals(
                    known == 0 ? new ChainCheck.Intact(0, GENESIS) : new ChainCheck.Broken(0, ChainCheck.Reason.HEAD),
                    Chain.verify(GENESIS, List.of(), known, head),
                    "all records gone");
            assertEquals(
                    new ChainCheck.Broken(Math.max(0, known - 1), ChainCheck.Reason.HEAD),
                    Chain.verify(GENESIS, records, known, Chain.genesis("other", "A")));
        }
        assertEquals(
                new ChainCheck.Broken(6, ChainCheck.Reason.HEAD),
                Chain.verify(GENESIS, records, Long.MAX_VALUE, GENESIS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "zz00000000000000000000000000000000000000000000000000000000000000",
                "000000000000000000000000000000000000000000000000000000000000000",
                "00000000000000000000000000000000000000000000000000000000000000000",
                "００00000000000000000000000000000000000000000000000000000000000000",
                "0x00000000000000000000000000000000000000000000000000000000000000"
            })
    void whatIsNoLinkIsNotRead(String hex) {
        assertNull(ChainLink.parse(hex));
    }

    @Test
    void linksAreValuesAndCannotBeChangedFromOutside() {
        byte[] bytes = GENESIS.bytes();
        ChainLink same = ChainLink.of(bytes);
        bytes[0] ^= 1;
        assertEquals(GENESIS, same);
        assertEquals(GENESIS.hashCode(), same.hashCode());
        assertNotEquals(0, GENESIS.hashCode());
        assertNotEquals(GENESIS, ChainLink.of(bytes));
        assertEquals(GENESIS, ChainLink.parse(GENESIS.hex().toUpperCase(java.util.Locale.ROOT)));
        assertEquals(GENESIS.hex(), GENESIS.toString());
        assertThrows(IllegalArgumentException.class, () -> ChainLink.of(new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> ChainLink.of(new byte[33]));
    }

    @Test
    @Tag("R-SEC-2")
    void aRecordTellsItsLinkAndNotItsBody() {
        byte[] body = "ROSSI MARIA".getBytes(StandardCharsets.UTF_8);
        ChainedRecord record = Chain.chained(GENESIS, body, 5);
        assertEquals("ChainedRecord[" + record.link().hex() + "]", record.toString());
        assertFalse(record.toString().contains("ROSSI"));
        body[0] = 'X';
        assertEquals('R', record.body()[0]);
        record.body()[0] = 'X';
        assertEquals('R', record.body()[0]);
    }
}
