package it.sportello.app.prescription;

import it.sportello.api.Prescriptions;
import it.sportello.app.service.FakeBackend;
import it.sportello.app.service.TestDesk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Prescriptions for the tests in a window. */
public final class PrescriptionPictures {
    private PrescriptionPictures() {}

    /** One that can be used. */
    public static void put(FakeBackend server) {
        add(server, 3, Optional.empty());
    }

    /** One that somebody else has. */
    public static void taken(FakeBackend server) {
        add(server, 5, Optional.of("Casa di cura di prova"));
    }

    private static void add(FakeBackend server, int state, Optional<String> takenBy) {
        server.prescriptions.put(
                "050A12345678901",
                new Prescriptions.PrescriptionView(
                        "050A12345678901",
                        "ELECTRONIC",
                        "P1",
                        TestDesk.ROSSI,
                        TestDesk.TODAY.minusDays(174),
                        "dott.ssa GIANFRANCESCA MARIA DELL'ACQUA VISCONTI",
                        Optional.of("B"),
                        Optional.of("1"),
                        Optional.of("048"),
                        false,
                        state,
                        takenBy,
                        takenBy.map(who -> Instant.parse("2026-03-02T08:05:00Z")),
                        Optional.empty(),
                        List.of(
                                row("89.7A.3", "Prima visita cardiologica, incluso ECG", 1),
                                row("88.72.2", "Ecocolordopplergrafia cardiaca a riposo", 2))));
    }

    private static Prescriptions.ServiceRow row(String code, String description, int quantity) {
        return new Prescriptions.ServiceRow(code, code, description, quantity, "02", "VISIT", 2250);
    }
}
