package it.sportello.backend.person;

import it.sportello.api.Exemptions.ExemptionView;
import it.sportello.backend.store.Columns;
import it.sportello.domain.exemption.Exemption;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.exemption.ExemptionCode;
import it.sportello.domain.exemption.ExemptionOrigin;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The exemptions that persons hold, as stored. */
public final class ExemptionRows {
    private final ExemptionCatalogue catalogue;

    public ExemptionRows(ExemptionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All that a person holds, ended ones too. */
    public List<ExemptionView> ofPerson(Handle handle, String personId) {
        return handle.createQuery("""
                        select id, person_id, code, valid_from, valid_to, source, version from exemption
                        where person_id = :person and replaced_by is null order by valid_from, id""")
                .bind("person", personId)
                .map((row, context) -> new ExemptionView(
                        row.getString("id"),
                        row.getString("person_id"),
                        row.getString("code"),
                        description(row.getString("code")),
                        Columns.date(row, "valid_from"),
                        Columns.optionalDate(row, "valid_to"),
                        row.getString("source"),
                        row.getLong("version")))
                .list();
    }

    /** The same as the rules of the domain read them. */
    public List<Exemption> held(Handle handle, String personId) {
        return ofPerson(handle, personId).stream().map(this::held).toList();
    }

    Exemption held(ExemptionView view) {
        return new Exemption(
                view.code(),
                view.personId(),
                view.validFrom(),
                view.validTo().orElse(null),
                origin(view.code()),
                view.source());
    }

    ExemptionOrigin origin(String code) {
        ExemptionCode known = catalogue.find(code);
        return known == null ? ExemptionOrigin.OTHER : known.origin();
    }

    /** Text of the catalogue; the code itself when the catalogue does not know it. */
    String description(String code) {
        ExemptionCode known = catalogue.find(code);
        return known == null ? code : known.description();
    }
}
