package it.sportello.backend.person;

import it.sportello.api.Prescriptions.Lookup;
import it.sportello.api.Prescriptions.PrescriptionView;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.session.Caller;
import it.sportello.backend.session.ParameterTables;
import it.sportello.backend.session.QueryLog;
import it.sportello.backend.store.Database;
import it.sportello.backend.store.Rome;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.prescription.ExemptionStanding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Looking prescriptions up by number. */
public final class PrescriptionResource {
    private final Database database;
    private final Clock clock;
    private final ParameterTables parameters;
    private final ExemptionCatalogue catalogue;
    private final ExemptionRows exemptions;

    public PrescriptionResource(
            Database database, Clock clock, ParameterTables parameters, ExemptionCatalogue catalogue) {
        this.database = database;
        this.clock = clock;
        this.parameters = parameters;
        this.catalogue = catalogue;
        this.exemptions = new ExemptionRows(catalogue);
    }

    /** POST prescriptions/lookup. */
    public Answer lookup(Caller caller, Call call) {
        Lookup lookup = call.body(Lookup.class);
        return Answer.ok(database.inTransaction(handle -> {
            PrescriptionRows.Row found = PrescriptionRows.find(handle, lookup.number())
                    .orElseThrow(() -> Refusal.of(ProblemCode.PRESCRIPTION_UNKNOWN, "no such prescription"));
            if (lookup.personId().filter(it -> !it.equals(found.personId())).isPresent()) {
                throw ProblemMapper.broken(ProblemCode.PRESCRIPTION_NOT_BOOKABLE, "number", "PERSON_MISMATCH");
            }
            QueryLog.Entry shown = QueryLog.Entry.of(QueryLog.Kind.PRESCRIPTION, List.of(found.personId()));
            QueryLog.write(handle, caller, clock.instant(), shown);
            return view(handle, caller, found);
        }));
    }

    private PrescriptionView view(Handle handle, Caller caller, PrescriptionRows.Row found) {
        LocalDate today = Rome.day(clock.instant());
        ExemptionStanding standing = PrescriptionRows.standing(
                handle, found, exemptions, catalogue, parameters.at(handle, caller.siteId()), today);
        boolean active = standing.status() == ExemptionStanding.Status.ACTIVE
                || standing.status() == ExemptionStanding.Status.ON_PRESCRIPTION;
        return new PrescriptionView(
                found.number(),
                found.support(),
                found.personId(),
                PersonRows.brief(handle, found.personId()).orElseThrow().code(),
                found.issuedOn(),
                found.prescriber(),
                found.priorityClass(),
                found.accessType(),
                found.exemptionCode(),
                active,
                found.state(),
                found.takenBy(),
                found.takenAt(),
                PrescriptionRows.openBooking(handle, found.number()),
                ServiceRows.ofPrescription(handle, found.number(), today));
    }
}
