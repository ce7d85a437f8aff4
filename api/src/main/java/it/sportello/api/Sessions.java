package it.sportello.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Desks, sign-in, parameters. */
public final class Sessions {
    private Sessions() {}

    /** Asks the server to recognise an installation of the program on a desk. */
    public record EnrolDesk(String deskId, String installationId, String enrolmentCode) {}

    /**
     * An installation recognised.
     *
     * @param secret secret of the installation, shown once
     * @param epoch letter of the series of this installation: a second installation gets the next one
     */
    public record EnrolledDesk(Desk desk, String secret, String epoch) {}

    /** A counter of a site. */
    public record Desk(
            String id,
            int number,
            String siteId,
            String siteName,
            String municipalityCode,
            String authorityName,
            Optional<String> tillId,
            List<String> queueCategories,
            List<String> profiles) {}

    /** Sign-in by user name and password. */
    public record SignIn(String userName, String password) {
        @Override
        public String toString() {
            return "SignIn[***]";
        }
    }

    /** A signed-in operator. The token goes into {@code Authorization: Bearer}. */
    public record SignedIn(String token, String sessionId, Instant expiresAt, Operator operator, Instant serverTime) {
        @Override
        public String toString() {
            return "SignedIn[" + sessionId + "]";
        }
    }

    /** An operator: the badge number stands on citizen copies, never the name. */
    public record Operator(String id, String userName, String badge, String displayName, List<String> roles) {}

    /**
     * Opens a desk for the day.
     *
     * @param profile SSN, PRIVATE_PRACTICE or MULTIFUNCTION
     * @param takeOverReason present to take over a desk in use
     */
    public record OpenDesk(String deskId, String profile, Optional<String> takeOverReason) {}

    /** A desk opened, with what the operator should know of the day. */
    public record DeskOpened(Desk desk, String profile, List<String> notices) {}

    /** The dated parameters in force for a desk. */
    public record ParameterTable(List<ParameterRow> rows) {}

    /** One dated value; layer is national, region, authority or site. */
    public record ParameterRow(
            String layer,
            String scope,
            String key,
            String value,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            String source) {}
}
