package it.sportello.domain.identity;

import java.util.Set;

/**
 * The code of a foreigner temporarily present (STP) or of a European citizen who is not enrolled (ENI): three letters,
 * three digits of the region, three of the issuing structure, seven progressive (circular of the Ministry of Health of
 * 24 March 2000 no. 5). There is no check digit; the expiry is kept beside the code.
 */
public record StpEniCode(String value) implements PersonCode {
    private static final Set<String> REGIONS = Set.of(
            "010", "020", "030", "041", "042", "050", "060", "070", "080", "090", "100", "110", "120", "130", "140",
            "150", "160", "170", "180", "190", "200");

    public enum Kind {
        STP,
        ENI
    }

    public StpEniCode {
        if (value.length() != 16 || !looksLike(value) || !TypedText.isDigits(value.substring(3))) {
            throw new IllegalArgumentException("Not an STP or ENI code");
        }
    }

    /** True for a text that means to be such a code: a tax code has a letter where these have their first digit. */
    static boolean looksLike(String text) {
        return text.length() > 3
                && (text.startsWith("STP") || text.startsWith("ENI"))
                && TypedText.isDigit(text.charAt(3));
    }

    public Kind kind() {
        return value.startsWith("STP") ? Kind.STP : Kind.ENI;
    }

    /** The region that issued it, three digits, such as {@code 050}. */
    public String region() {
        return value.substring(3, 6);
    }

    /** The authority or structure that issued it, within the region, three digits. */
    public String issuer() {
        return value.substring(6, 9);
    }

    public boolean isRegionKnown() {
        return REGIONS.contains(region());
    }

    @Override
    public String masked() {
        return value.substring(0, 3) + "**********" + value.substring(13);
    }

    @Override
    public String toString() {
        return masked();
    }
}
