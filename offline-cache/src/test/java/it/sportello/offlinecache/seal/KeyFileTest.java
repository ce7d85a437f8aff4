package it.sportello.offlinecache.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.offlinecache.StoreFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("R-SEC-1")
class KeyFileTest {
    private static final Duration OFFLINE = Duration.ofDays(3);

    private final SecureRandom random = new SecureRandom();
    private Instant now = Instant.parse("2026-11-23T07:00:00Z");

    @TempDir
    private Path home;

    private DeviceSecret secret;
    private KeyFile keys;

    @BeforeEach
    void make() {
        secret = DeviceSecret.inFile(home.resolve("device.secret"), random);
        keys = reopened();
    }

    private KeyFile reopened() {
        return KeyFile.open(home.resolve("key.json"), secret, random, () -> now);
    }

    @Test
    void theMachineOpensTheSameKeyAgain() {
        byte[] first = keys.unlockByDevice().bytes();
        assertArrayEquals(first, reopened().unlockByDevice().bytes());
        assertEquals(DeviceSecret.Strength.WEAK_FILE, keys.strength());
    }

    @Test
    void severalOperatorsShareOneKey() {
        DataKey key = keys.unlockByDevice();
        keys.setOperator(key, "Rossi", "prima frase".toCharArray(), now.plus(OFFLINE));
        keys.setOperator(key, "bianchi", "seconda frase".toCharArray(), now.plus(OFFLINE));
        KeyFile again = reopened();
        assertArrayEquals(key.bytes(), unlocked(again.unlock("rossi ", "prima frase".toCharArray())));
        assertArrayEquals(key.bytes(), unlocked(again.unlock("BIANCHI", "seconda frase".toCharArray())));
        assertInstanceOf(OperatorUnlock.WrongPassphrase.class, again.unlock("bianchi", "prima frase".toCharArray()));
        assertInstanceOf(OperatorUnlock.Unknown.class, again.unlock("verdi", "prima frase".toCharArray()));
        again.removeOperator("Bianchi");
        assertFalse(again.knowsOperator("bianchi"));
        assertTrue(reopened().knowsOperator("rossi"));
    }

    @Test
    void fiveWrongTriesBlockAndARestartWinsNone() {
        DataKey key = keys.unlockByDevice();
        keys.setOperator(key, "rossi", "giusta".toCharArray(), now.plus(OFFLINE));
        for (int left = 4; left >= 1; left--) {
            OperatorUnlock wrong = reopened().unlock("rossi", "sbagliata".toCharArray());
            assertEquals(new OperatorUnlock.WrongPassphrase(left), wrong);
        }
        assertInstanceOf(OperatorUnlock.Blocked.class, reopened().unlock("rossi", "sbagliata".toCharArray()));
        assertInstanceOf(OperatorUnlock.Blocked.class, reopened().unlock("rossi", "giusta".toCharArray()));
        reopened().setOperator(key, "rossi", "nuova".toCharArray(), now.plus(OFFLINE));
        assertInstanceOf(OperatorUnlock.Unlocked.class, reopened().unlock("rossi", "nuova".toCharArray()));
    }

    @Test
    void aSlotExpiresUnlessTheServerSawTheOperator() {
        DataKey key = keys.unlockByDevice();
        keys.setOperator(key, "rossi", "giusta".toCharArray(), now.plus(OFFLINE));
        now = now.plus(OFFLINE);
        assertInstanceOf(OperatorUnlock.Expired.class, keys.unlock("rossi", "giusta".toCharArray()));
        keys.renewOperator(key, "rossi", now.plus(OFFLINE));
        assertInstanceOf(OperatorUnlock.Unlocked.class, reopened().unlock("rossi", "giusta".toCharArray()));
    }

    @Test
    void aCopiedProfileDoesNotOpenElsewhere() {
        keys.setOperator(keys.unlockByDevice(), "rossi", "giusta".toCharArray(), now.plus(OFFLINE));
        DeviceSecret other = DeviceSecret.inFile(home.resolve("other.secret"), random);
        KeyFile copied = KeyFile.open(home.resolve("key.json"), other, random, () -> now);
        assertEquals(
                StoreFault.Code.WRONG_KEY,
                assertThrows(StoreFault.class, copied::unlockByDevice).code());
        assertInstanceOf(OperatorUnlock.WrongPassphrase.class, copied.unlock("rossi", "giusta".toCharArray()));
    }

    @Test
    void theFilesAreTheOwnersAloneAndHoldNoKeyInClear() throws IOException {
        DataKey key = keys.unlockByDevice();
        for (String name : new String[] {"device.secret", "key.json"}) {
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(home.resolve(name)));
        }
        String file = Files.readString(home.resolve("key.json"));
        assertFalse(file.contains(HexFormat.of().formatHex(key.bytes())));
    }

    private static byte[] unlocked(OperatorUnlock outcome) {
        return assertInstanceOf(OperatorUnlock.Unlocked.class, outcome).key().bytes();
    }
}
