package it.sportello.devices.card;

/** What the operator should know of data that were read and accepted all the same. */
public enum CardWarning {
    /** The card is past its date: the tax code still holds, the entitlement is to be seen in the registry. */
    EXPIRED,
    /** The header counts without itself; met on some cards, of no importance. */
    HEADER_EXCLUSIVE,
    /** The header's length is not the length of the fields. */
    LENGTH_MISMATCH,
    /** The date of issue is no date. */
    ISSUE_DATE,
    /** The date of expiry is no date. */
    EXPIRY_DATE,
    /** The date of birth is no date. */
    BIRTH_DATE,
    /** The sex is neither M nor F. */
    SEX,
    /** The date of birth is not the one in the tax code. */
    BIRTH_DATE_MISMATCH,
    /** The sex is not the one in the tax code. */
    SEX_MISMATCH,
    /** Neither the municipality nor the foreign state of birth is the one in the tax code. */
    BIRTH_PLACE_MISMATCH,
    /** The issuer of the personal data is not the issuer in the card's identifier. */
    ISSUER_MISMATCH,
    /** The card's identifier is missing or is not sixteen digits. */
    CARD_ID_UNREADABLE,
    /** The check digit of the card's identifier is wrong. */
    CARD_ID_CHECK_DIGIT,
    /** The certificate is not given freely, or is none. */
    CERTIFICATE_UNREADABLE,
    /** The certificate is not valid today. */
    CERTIFICATE_EXPIRED,
    /** The certificate is that of another person or another card. */
    CERTIFICATE_MISMATCH,
    /** A name or another text holds characters no card should. */
    ODD_CHARACTERS
}
