package it.sportello.backend.sample;

import it.sportello.api.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Who plays which case in the sample, with all that a counter needs to play it; synthetic data, written beside the
 * backend's home for whoever drives a desk from another process.
 *
 * @param today the day for which the sample was made: its appointments of today are on it
 */
public record SampleCast(
        long seed,
        LocalDate today,
        String authorityCode,
        String password,
        List<Desk> desks,
        List<Operator> operators,
        List<Persona> personas) {
    /** Name of the file beside the backend's home. */
    public static final String FILE_NAME = "sample-cast.json";

    /** A desk with the code that enrols a workstation on it. */
    public record Desk(
            String id,
            int number,
            String siteId,
            String siteName,
            Optional<String> tillId,
            List<String> profiles,
            List<String> queueCategories,
            String enrolmentCode) {}

    /** An operator; all have the same password. */
    public record Operator(String userName, String badge, List<String> roles) {}

    /**
     * A person of the cast.
     *
     * @param role name of a {@link CastRole}
     * @param cardNumber twenty digits on the back of the health card
     * @param chipNumber sixteen digits in its chip
     */
    public record Persona(
            String role,
            String personId,
            String code,
            String codeKind,
            String surname,
            String names,
            LocalDate birthDate,
            String sex,
            String birthPlaceCode,
            String municipalityCode,
            Optional<String> cardNumber,
            Optional<String> chipNumber,
            List<PersonaPrescription> prescriptions,
            List<PersonaDue> dues,
            List<PersonaBooking> bookings) {
        @Override
        public String toString() {
            return "Persona[" + role + "]";
        }
    }

    /** A prescription of a person of the cast; the two parts are the two bar codes of its reminder. */
    public record PersonaPrescription(
            String number,
            String firstPart,
            String secondPart,
            String support,
            int state,
            Optional<String> priorityClass,
            Optional<String> exemptionCode,
            List<String> serviceCodes) {}

    /** Something that a person of the cast owes. */
    public record PersonaDue(
            String id, String kind, String regime, long amountCents, String state, Optional<String> exemptionCode) {}

    /** An appointment of a person of the cast; time of Europe/Rome. */
    public record PersonaBooking(String id, String number, String siteId, LocalDateTime startsAt) {}

    /** Everybody who plays a role, in order. */
    public List<Persona> of(CastRole role) {
        return personas.stream()
                .filter(persona -> persona.role().equals(role.name()))
                .toList();
    }

    /** Writes the file into a folder, in one move. */
    public Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path partial = folder.resolve(FILE_NAME + ".part");
        Files.writeString(partial, Json.strict().writeValueAsString(this), StandardCharsets.UTF_8);
        return Files.move(partial, folder.resolve(FILE_NAME), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether a folder has the file. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE_NAME));
    }

    public static SampleCast read(Path folder) throws IOException {
        String text = Files.readString(folder.resolve(FILE_NAME), StandardCharsets.UTF_8);
        return Json.strict().readValue(text, SampleCast.class);
    }
}
