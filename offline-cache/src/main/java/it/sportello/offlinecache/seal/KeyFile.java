package it.sportello.offlinecache.seal;

import it.sportello.api.Json;
import it.sportello.offlinecache.StoreFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The file that holds the data key of a profile, wrapped once for each way to it.
 *
 * <p>The <b>device slot</b> is made with the key and opened by the secret of the machine alone. It lets the program send
 * what is in the outbox although nobody is signed in, and lets each operator who signs in on line add a slot; it is as
 * strong as the place of the {@link DeviceSecret}, and a secret in a file is called weak to the operator. An
 * <b>operator slot</b> is opened off-line by a passphrase together with that secret: it proves who sits there, at most
 * five wrong tries in a row and until a time that each on-line sign-in moves on. All slots wrap the same key, so that
 * several operators share one desk. The form leaves room for the slots of the server and of the authority's escrow.
 */
public final class KeyFile {
    /** Wrong passphrases in a row before the slot is blocked (architecture decision: five). */
    public static final int TRIES = 5;

    private static final int FORMAT = 1;
    private static final String BY_SECRET = "hmac-sha256";
    private static final String DEVICE_NAME = "device";
    private static final HexFormat HEX = HexFormat.of();
    private static final int SALT = 16;

    /** What stands in the file. */
    public record Content(int format, List<KeySlot> slots) {}

    private final Path file;
    private final DeviceSecret secret;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Stretching stretching;
    private Content content;

    private KeyFile(Path file, DeviceSecret secret, SecureRandom random, InstantSource clock, Content content) {
        this.file = file;
        this.secret = secret;
        this.random = random;
        this.clock = clock;
        this.stretching = new Stretching(secret);
        this.content = content;
    }

    /**
     * Opens the key file of a profile; the first time it makes the data key and its device slot.
     *
     * @throws StoreFault {@code DAMAGED} when it is not a key file, {@code NEWER_SCHEMA} when it is a later program's
     */
    public static KeyFile open(Path file, DeviceSecret secret, SecureRandom random, InstantSource clock) {
        try {
            if (Files.exists(file)) {
                return new KeyFile(file, secret, random, clock, read(Files.readAllBytes(file)));
            }
            KeyFile fresh = new KeyFile(file, secret, random, clock, new Content(FORMAT, List.of()));
            try (DataKey key = DataKey.random(random)) {
                fresh.put(fresh.deviceSlot(key));
            }
            return fresh;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Content read(byte[] bytes) {
        @Nullable Content content;
        try {
            content = Json.strict().readValue(bytes, Content.class);
        } catch (JacksonException unreadable) {
            // the parser's message may quote the file, so only its kind is told
            throw new StoreFault(
                    StoreFault.Code.DAMAGED,
                    "the key file: " + unreadable.getClass().getSimpleName());
        }
        if (content == null) {
            throw new StoreFault(StoreFault.Code.DAMAGED, "the key file is empty");
        }
        if (content.format() != FORMAT) {
            throw new StoreFault(StoreFault.Code.NEWER_SCHEMA, "key file of format " + content.format());
        }
        for (@Nullable KeySlot slot : content.slots()) {
            if (slot == null || !slot.isSound()) {
                throw new StoreFault(StoreFault.Code.DAMAGED, "a slot of the key file");
            }
        }
        return content;
    }

    /** How well the machine keeps the secret that every slot needs. */
    public DeviceSecret.Strength strength() {
        return secret.strength();
    }

    /**
     * Opens the device slot.
     *
     * @throws StoreFault {@code WRONG_KEY} when the secret is another machine's
     */
    public synchronized DataKey unlockByDevice() {
        KeySlot slot = slot(KeySlot.DEVICE, DEVICE_NAME)
                .orElseThrow(() -> new StoreFault(StoreFault.Code.WRONG_KEY, "no device slot"));
        DataKey key = unwrap(slot, DataKey.hmac(secret.bytes(), HEX.parseHex(slot.salt())));
        if (key == null) {
            throw new StoreFault(StoreFault.Code.WRONG_KEY, "the device slot does not open with this secret");
        }
        return key;
    }

    /** Sets the passphrase of an operator, at an on-line sign-in; replaces an earlier one and its failures. */
    public synchronized void setOperator(DataKey key, String userName, char[] passphrase, Instant until) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        KeySlot bare = new KeySlot(
                KeySlot.OPERATOR,
                normal(userName),
                Stretching.NAME,
                Stretching.MEMORY_KIB,
                Stretching.PASSES,
                Stretching.LANES,
                HEX.formatHex(salt),
                "",
                "",
                0,
                clock.instant());
        KeySlot slot = wrapped(bare, stretching.stretch(passphrase, bare), key);
        put(slot.withExpiry(sealedExpiry(key, slot.name(), until)));
    }

    /** Moves the end of an operator's slot on, at an on-line sign-in; nothing happens without a slot. */
    public synchronized void renewOperator(DataKey key, String userName, Instant until) {
        slot(KeySlot.OPERATOR, normal(userName))
                .ifPresent(slot -> put(slot.withExpiry(sealedExpiry(key, slot.name(), until))));
    }

    /** Opens the slot of an operator off-line. Takes about a tenth of a second by design. */
    public synchronized OperatorUnlock unlock(String userName, char[] passphrase) {
        KeySlot slot = slot(KeySlot.OPERATOR, normal(userName)).orElse(null);
        if (slot == null) {
            return new OperatorUnlock.Unknown();
        }
        if (slot.failures() >= TRIES) {
            return new OperatorUnlock.Blocked();
        }
        // counted before the try, so that ending the program does not win another one
        put(slot.withFailures(slot.failures() + 1));
        DataKey key = unwrap(slot, stretching.stretch(passphrase, slot));
        if (key == null) {
            int left = TRIES - slot.failures() - 1;
            return left == 0 ? new OperatorUnlock.Blocked() : new OperatorUnlock.WrongPassphrase(left);
        }
        put(slot.withFailures(0));
        Instant until = expiry(key, slot);
        if (!clock.instant().isBefore(until)) {
            key.close();
            return new OperatorUnlock.Expired(until);
        }
        return new OperatorUnlock.Unlocked(key);
    }

    public synchronized boolean knowsOperator(String userName) {
        return slot(KeySlot.OPERATOR, normal(userName)).isPresent();
    }

    /** Wipes the slot of an operator whose right was withdrawn. */
    public synchronized void removeOperator(String userName) {
        String name = normal(userName);
        List<KeySlot> rest = new ArrayList<>(content.slots());
        rest.removeIf(
                slot -> slot.kind().equals(KeySlot.OPERATOR) && slot.name().equals(name));
        write(rest);
    }

    private KeySlot deviceSlot(DataKey key) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        KeySlot bare = new KeySlot(
                KeySlot.DEVICE, DEVICE_NAME, BY_SECRET, 0, 0, 0, HEX.formatHex(salt), "", "", 0, clock.instant());
        return wrapped(bare, DataKey.hmac(secret.bytes(), salt), key);
    }

    private KeySlot wrapped(KeySlot bare, byte[] wrapping, DataKey key) {
        String wrapped = HEX.formatHex(Gcm.seal(wrapping, random, associated(bare), key.bytes()));
        return new KeySlot(
                bare.kind(),
                bare.name(),
                bare.derivation(),
                bare.memoryKib(),
                bare.passes(),
                bare.lanes(),
                bare.salt(),
                wrapped,
                bare.expiry(),
                bare.failures(),
                bare.createdAt());
    }

    private @Nullable DataKey unwrap(KeySlot slot, byte[] wrapping) {
        byte[] key = Gcm.open(wrapping, associated(slot), HEX.parseHex(slot.wrapped()), 0);
        return key == null ? null : new DataKey(key);
    }

    private String sealedExpiry(DataKey key, String name, Instant until) {
        byte[] text = until.toString().getBytes(StandardCharsets.UTF_8);
        return HEX.formatHex(new Sealer(key, random).seal("key-slot", name, 1, text));
    }

    private Instant expiry(DataKey key, KeySlot slot) {
        byte[] text = new Sealer(key, random).open("key-slot", slot.name(), 1, HEX.parseHex(slot.expiry()));
        return Instant.parse(new String(text, StandardCharsets.UTF_8));
    }

    private static byte[] associated(KeySlot slot) {
        String text = String.join(
                "|",
                String.valueOf(FORMAT),
                slot.kind(),
                slot.name(),
                slot.derivation(),
                slot.memoryKib() + "/" + slot.passes() + "/" + slot.lanes(),
                slot.salt());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Optional<KeySlot> slot(String kind, String name) {
        return content.slots().stream()
                .filter(slot -> slot.kind().equals(kind) && slot.name().equals(name))
                .findFirst();
    }

    private void put(KeySlot slot) {
        List<KeySlot> slots = new ArrayList<>(content.slots());
        slots.removeIf(other -> other.kind().equals(slot.kind()) && other.name().equals(slot.name()));
        slots.add(slot);
        write(slots);
    }

    private void write(List<KeySlot> slots) {
        Content next = new Content(FORMAT, List.copyOf(slots));
        try {
            PrivateFile.replace(file, Json.strict().writeValueAsBytes(next));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        content = next;
    }

    private static String normal(String userName) {
        return userName.strip().toLowerCase(Locale.ROOT);
    }
}
