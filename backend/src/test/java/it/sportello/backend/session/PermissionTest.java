package it.sportello.backend.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Sessions.Desk;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, as the health-administration reference §11 has it, and the secrets that prove it. */
class PermissionTest {
    private static Desk desk(String... profiles) {
        return new Desk("D1", 1, "S1", "Sede", "L736", "Azienda", Optional.of("T1"), List.of("A"), List.of(profiles));
    }

    /** Columns: 1 has it, 0 has it not, M at a multifunction desk only. */
    @ParameterizedTest
    @CsvSource({
        "CASHIER,          1, 1, 1, 1, 1, 0, 0",
        "CUP,              1, 1, 1, 1, 0, 0, 0",
        "AUR,              1, 1, 1, M, M, 1, 0",
        "SUPERVISOR,       1, 1, 1, 0, 0, 0, 1",
        "CASH_RESPONSIBLE, 1, 1, 0, 0, 1, 0, 1",
        "AUDITOR,          1, 0, 0, 0, 0, 0, 1",
    })
    void theWholeMatrix(
            Role role,
            String work,
            String persons,
            String queue,
            String booking,
            String till,
            String exemptions,
            String control) {
        List<String> wanted = List.of(work, persons, queue, booking, till, exemptions, control);
        Permission[] permissions = Permission.values();
        assertEquals(wanted.size(), permissions.length, "a permission without its column");
        for (int index = 0; index < permissions.length; index++) {
            String cell = wanted.get(index);
            assertEquals(
                    cell.equals("1"),
                    permissions[index].isGiven(Set.of(role), desk("SSN")),
                    permissions[index] + " of " + role);
            assertEquals(
                    !cell.equals("0"),
                    permissions[index].isGiven(Set.of(role), desk("SSN", "MULTIFUNCTION")),
                    permissions[index] + " of " + role + " at a multifunction desk");
        }
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void nobodyMayAnything(Permission permission) {
        assertFalse(permission.isGiven(Set.of(), desk("SSN", "MULTIFUNCTION")));
        assertTrue(permission.isGiven(EnumSet.allOf(Role.class), desk()));
    }

    @Test
    void rolesOfAnotherVersionAreLeftOut() {
        assertEquals(Set.of(Role.CUP), Desks.roles(List.of("CUP", "ASTRONAUT", "cup", "")));
        assertEquals(Set.of(), Desks.roles(List.of()));
    }

    @Test
    void epochsGoOnAfterTheAlphabet() {
        assertEquals("A", EnrolmentResource.letters(0));
        assertEquals("Z", EnrolmentResource.letters(25));
        assertEquals("AA", EnrolmentResource.letters(26));
        assertEquals("AZ", EnrolmentResource.letters(51));
        assertEquals("BA", EnrolmentResource.letters(52));
        assertEquals("ZZ", EnrolmentResource.letters(701));
        assertEquals("AAA", EnrolmentResource.letters(702));
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < 2_000; index++) {
            assertTrue(seen.add(EnrolmentResource.letters(index)));
        }
    }

    @Test
    void secretsAreLongDifferentAndKnownByTheirDigestOnly() {
        Secrets secrets = new Secrets();
        Set<String> seen = new HashSet<>();
        for (int number = 0; number < 1_000; number++) {
            String secret = secrets.next();
            assertTrue(secret.matches("[A-Za-z0-9_-]{43}"), secret);
            assertTrue(seen.add(secret));
            assertTrue(Secrets.matches(secret, Secrets.sha256(secret)));
            assertFalse(Secrets.matches(secret + "x", Secrets.sha256(secret)));
        }
        assertFalse(Secrets.matches("", Secrets.sha256("x")));
        assertFalse(Secrets.matches("x", new byte[0]));
    }

    /** RFC 6234's example: the digest is SHA-256 and nothing of ours. */
    @Test
    void theDigestIsSha256() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                java.util.HexFormat.of().formatHex(Secrets.sha256("abc")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "$argon2i$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA",
                "$argon2id$v=16$m=19456,t=2,p=1$c2FsdA$aGFzaA",
                "$argon2id$v=19$m=x,t=2,p=1$c2FsdA$aGFzaA",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA"
            })
    void aStoredTextOfAnotherFormIsAnErrorAndNotAYes(String stored) {
        assertThrows(IllegalArgumentException.class, () -> PasswordHash.matches("password", stored));
    }
}
