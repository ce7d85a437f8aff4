package it.sportello.app.virtual;

import it.sportello.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The part of the sample's cast file that the twins need: who holds which card, prescriptions and appointments. */
public final class SampleFile {
    /** What the file holds, as far as it matters here. */
    public record Cast(
            LocalDate today, String password, List<Desk> desks, List<Operator> operators, List<Persona> personas) {}

    /** A desk and the code that enrols a workstation on it. */
    public record Desk(
            String id,
            int number,
            String siteId,
            String siteName,
            Optional<String> tillId,
            List<String> queueCategories,
            String enrolmentCode) {}

    /** Somebody who works at a desk. */
    public record Operator(String userName, List<String> roles) {}

    /** Somebody who may come to the counter. */
    public record Persona(
            String role,
            String code,
            String codeKind,
            String surname,
            String names,
            LocalDate birthDate,
            String sex,
            String birthPlaceCode,
            String municipalityCode,
            Optional<String> chipNumber,
            List<Prescription> prescriptions,
            List<Booking> bookings) {
        @Override
        public String toString() {
            return "Persona[" + role + "]";
        }
    }

    /** A prescription on paper: its two bar codes. */
    public record Prescription(String firstPart, String secondPart, int state) {}

    /** An appointment on a reminder. */
    public record Booking(String number) {}

    private SampleFile() {}

    /** The cast; nobody when there is no file, as with another server. */
    static Optional<Cast> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.feed().readValue(Files.readString(file), Cast.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
