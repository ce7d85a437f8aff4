package it.sportello.backend.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** Passwords are kept as Argon2id. */
class PasswordHashTest {
    /** Made with the reference program: {@code argon2 somesalt -id -t 2 -k 65536 -p 1 -l 24}. */
    private static final String OF_OTHERS =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void aHashMadeByTheReferenceProgramIsUnderstood() {
        assertTrue(PasswordHash.matches("password", OF_OTHERS));
        assertFalse(PasswordHash.matches("passwore", OF_OTHERS));
    }

    @Test
    void theSamePasswordNeverLooksTheSame() {
        SecureRandom random = new SecureRandom();
        String one = PasswordHash.of("segreta", random);
        assertTrue(PasswordHash.matches("segreta", one));
        assertNotEquals(one, PasswordHash.of("segreta", random));
        assertThrows(IllegalArgumentException.class, () -> PasswordHash.matches("segreta", "segreta"));
    }

    @Test
    void epochsAreLettersAsInASpreadsheet() {
        assertEquals("A", EnrolmentResource.letters(0));
        assertEquals("Z", EnrolmentResource.letters(25));
        assertEquals("AA", EnrolmentResource.letters(26));
        assertEquals("AZ", EnrolmentResource.letters(51));
    }
}
