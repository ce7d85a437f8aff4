package it.sportello.devices.twin.card;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * Writes the authentication certificate of a card (EF.C_Carta; AgID, structure of the CNS certificate): X.509 version 3,
 * RSA 2048, the common name made of tax code, card and a hash over the personal data file. An authority that exists only
 * here signs it, with a key that lives as long as the process.
 */
final class CitizenCertificate {
    private static final String RSA_SHA256 = "1.2.840.113549.1.1.11";
    private static final String COUNTRY = "2.5.4.6";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String POLICIES = "2.5.29.32";
    /** Policy of CNS authentication. */
    private static final String CNS_AUTHENTICATION = "1.3.76.16.2.1";

    private static final int EXPLICIT_0 = 0xA0;
    private static final int EXPLICIT_3 = 0xA3;
    private static final int UTC_TIME = 0x17;
    private static final byte[] DIGITAL_SIGNATURE = {0x03, 0x02, 0x07, (byte) 0x80};
    private static final byte[] TRUE = {0x01, 0x01, (byte) 0xFF};
    private static final byte[] NULL = {0x05, 0x00};

    private CitizenCertificate() {}

    /** Made once, when the first card needs it. */
    private static final class Keys {
        static final KeyPair AUTHORITY = make();
        static final KeyPair CARD = make();

        private static KeyPair make() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException everyRuntimeHasIt) {
                throw new IllegalStateException(everyRuntimeHasIt);
            }
        }
    }

    /** The certificate, DER. */
    static byte[] of(CardProfile profile, byte[] personalData) {
        byte[] algorithm = Der.sequence(Der.name(RSA_SHA256), NULL);
        byte[] body = Der.sequence(
                Der.value(EXPLICIT_0, Der.integer(2)),
                Der.integer(Long.parseLong(profile.cardId())),
                algorithm,
                named("Regione di prova - CA Cittadini"),
                Der.sequence(moment(profile.issued(), "000000Z"), moment(profile.expires(), "235959Z")),
                named(commonName(profile, personalData)),
                Keys.CARD.getPublic().getEncoded(),
                Der.value(EXPLICIT_3, Der.sequence(keyUsage(), policies())));
        return Der.sequence(body, algorithm, Der.bits(signed(body)));
    }

    /** Tax code, card, and the hash of the personal data file with its padding. */
    static String commonName(CardProfile profile, byte[] personalData) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(personalData);
            return profile.holder().taxCode() + "/" + profile.cardId() + "."
                    + Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }

    private static byte[] named(String commonName) {
        byte[] country = Der.value(0x13, "IT".getBytes(StandardCharsets.US_ASCII));
        return Der.sequence(
                Der.set(Der.sequence(Der.name(COUNTRY), country)),
                Der.set(Der.sequence(Der.name(COMMON_NAME), Der.text(commonName))));
    }

    private static byte[] moment(LocalDate date, String time) {
        String text = DateTimeFormatter.ofPattern("yyMMdd").format(date) + time;
        return Der.value(UTC_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] keyUsage() {
        return Der.sequence(Der.name(KEY_USAGE), TRUE, Der.octets(DIGITAL_SIGNATURE));
    }

    private static byte[] policies() {
        return Der.sequence(Der.name(POLICIES), Der.octets(Der.sequence(Der.sequence(Der.name(CNS_AUTHENTICATION)))));
    }

    private static byte[] signed(byte[] body) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(Keys.AUTHORITY.getPrivate());
            signature.update(body);
            return signature.sign();
        } catch (GeneralSecurityException ownKey) {
            throw new IllegalStateException(ownKey);
        }
    }
}
