package it.sportello.backend.session;

import it.sportello.api.Sessions;
import it.sportello.backend.store.Columns;
import it.sportello.domain.parameter.ParameterRow;
import it.sportello.domain.parameter.ParameterScope;
import it.sportello.domain.parameter.Parameters;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The dated parameters: those that come with the product, and above them those of this authority's table. */
public final class ParameterTables {
    /** Stands for "always was" on the wire, where every row has a first day. */
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private final Parameters shipped = Parameters.shipped();

    /** The values as seen from a site. */
    public Parameters at(Handle handle, String siteId) {
        List<ParameterRow> rows = handle.createQuery(
                        "select layer, scope, key, value, valid_from, valid_to, source from parameter")
                .map((row, context) -> new ParameterRow(
                        row.getString("layer"),
                        row.getString("scope"),
                        row.getString("key"),
                        row.getString("value"),
                        Columns.date(row, "valid_from"),
                        Columns.nullableDate(row, "valid_to"),
                        row.getString("source")))
                .list();
        String authority = handle.createQuery("select code from authority")
                .mapTo(String.class)
                .findOne()
                .orElse("");
        ParameterScope place = authority.isEmpty() ? ParameterScope.NATIONAL : ParameterScope.ofAuthority(authority);
        return shipped.plus(rows).within(place.atSite(siteId));
    }

    /** Every row that concerns a site, as the wire tells it. */
    public Sessions.ParameterTable table(Handle handle, String siteId) {
        Parameters all = at(handle, siteId);
        return new Sessions.ParameterTable(all.rows().stream()
                .filter(row -> concerns(row, all.scope()))
                .map(row -> new Sessions.ParameterRow(
                        row.layer(),
                        row.scope(),
                        row.key(),
                        row.value(),
                        row.validFrom() == null ? ALWAYS : row.validFrom(),
                        java.util.Optional.ofNullable(row.validTo()),
                        row.source()))
                .toList());
    }

    private static boolean concerns(ParameterRow row, ParameterScope place) {
        return switch (row.layer()) {
            case "region" -> row.scope().equals(place.region());
            case "authority" -> row.scope().equals(place.authority());
            case "site" -> row.scope().equals(place.site());
            default -> true;
        };
    }
}
