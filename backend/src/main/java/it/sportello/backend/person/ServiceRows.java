package it.sportello.backend.person;

import it.sportello.api.Prescriptions.ServiceRow;
import it.sportello.domain.money.Money;
import it.sportello.domain.prescription.AccessType;
import it.sportello.domain.prescription.ServiceItem;
import it.sportello.domain.prescription.ServiceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Services with the tariff of a day. */
public final class ServiceRows {
    private static final String TARIFF = """
            coalesce((select t.cents from tariff t
                      where t.service_code = s.code and t.valid_from <= :day
                      order by t.valid_from desc limit 1), 0) as tariff_cents""";

    private ServiceRows() {}

    /**
     * The rows of a prescription.
     *
     * @param day the day whose tariff counts; a list that lapsed goes on counting, the desk is told of it at opening
     */
    public static List<ServiceRow> ofPrescription(Handle handle, String number, LocalDate day) {
        return handle.createQuery("select s.*, p.quantity, " + TARIFF + """
                         from prescription_row p join service s on s.code = p.service_code
                        where p.prescription_number = :number order by p.row_number""")
                .bind("number", number)
                .bind("day", day)
                .map((row, context) -> service(row))
                .list();
    }

    /** Services by code, once each, in no particular order; unknown codes are left out. */
    public static List<ServiceRow> ofCodes(Handle handle, List<String> codes, LocalDate day) {
        return handle.createQuery("select s.*, 1 as quantity, " + TARIFF + " from service s where s.code = any(:codes)")
                .bind("codes", codes.toArray(String[]::new))
                .bind("day", day)
                .map((row, context) -> service(row))
                .list();
    }

    /** The row as the rules of the domain read it. */
    public static ServiceItem item(ServiceRow row, @Nullable AccessType access) {
        return new ServiceItem(
                row.code(),
                row.catalogueCode(),
                row.description(),
                row.quantity(),
                row.branch(),
                Money.ofCents(row.tariffCents()),
                access,
                ServiceKind.valueOf(row.kind()));
    }

    /** The access type of a code of the national schema, null for none. */
    public static @Nullable AccessType access(@Nullable String code) {
        for (AccessType type : AccessType.values()) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        return null;
    }

    private static ServiceRow service(ResultSet row) throws SQLException {
        return new ServiceRow(
                row.getString("code"),
                row.getString("catalogue_code"),
                row.getString("description"),
                row.getInt("quantity"),
                row.getString("branch"),
                row.getString("kind"),
                row.getLong("tariff_cents"));
    }
}
