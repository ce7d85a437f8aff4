package it.sportello.domain.prescription;

import it.sportello.domain.identity.CodiceFiscale;
import it.sportello.domain.identity.HeldCode;
import it.sportello.domain.identity.Nre;
import it.sportello.domain.identity.Person;
import it.sportello.domain.identity.PersonName;
import it.sportello.domain.identity.Sex;
import it.sportello.domain.money.Money;
import it.sportello.domain.parameter.Parameters;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** What the tests of prescriptions start from. */
final class Samples {
    static final LocalDate ISSUED = LocalDate.of(2026, 11, 2);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final CodiceFiscale CODE = new CodiceFiscale("RSSMRA80A41H501Y");
    static final Parameters PARAMETERS = Parameters.shipped();
    static final Person PERSON = new Person(
            "p-1",
            List.of(
                    new HeldCode(CODE, null, null, "TS"),
                    new HeldCode(new CodiceFiscale("RSSMRA80A41H50MQ"), null, ISSUED, "TS")),
            new PersonName("ROSSI", "MARIA"),
            LocalDate.of(1980, 1, 1),
            Sex.F,
            "H501");

    private Samples() {}

    static ServiceItem item(String code, String branch, long cents, int quantity) {
        return new ServiceItem(
                code,
                code + "_0",
                "test",
                quantity,
                branch,
                Money.ofCents(cents),
                AccessType.FIRST,
                ServiceKind.LABORATORY);
    }

    static Prescription prescribed(List<ServiceItem> rows) {
        return new Prescription(
                new Nre("0500A4001234567"),
                CODE,
                ISSUED,
                rows,
                PriorityClass.B,
                null,
                "250.0",
                PrescriptionStatus.toDeliver());
    }

    static Prescription plain() {
        return prescribed(List.of(item("90.62.2", "11", 420, 1)));
    }

    static CheckContext context() {
        return new CheckContext(PARAMETERS, TODAY, "US", PERSON, Set.of(), null, null);
    }

    static PrescriptionStatus status(PrescriptionState state, String who) {
        return new PrescriptionStatus(state, who, LocalDateTime.of(2026, 11, 20, 10, 30));
    }
}
