package it.sportello.backend.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The services of the sample with their dated tariffs. Codes are those of the national nomenclature. */
public final class Nomenclature {
    private final Map<String, Service> byCode = new LinkedHashMap<>();

    /**
     * A service.
     *
     * @param branch national branch code, two digits
     * @param kind VISIT, DIAGNOSTIC, LABORATORY or THERAPY
     * @param minutes usual length
     * @param monitored true when its waiting time is watched nationally, so that a priority class is mandatory
     * @param onlySex M or F, null for both
     */
    public record Service(
            String code,
            String catalogueCode,
            String description,
            String branch,
            String kind,
            int minutes,
            boolean monitored,
            @Nullable String onlySex,
            @Nullable String preparation,
            List<Tariff> tariffs) {

        /** Cents on a day; a day without a tariff is a mistake of the table. */
        public long cents(LocalDate day) {
            for (Tariff tariff : tariffs) {
                LocalDate until = tariff.validTo();
                if (!day.isBefore(tariff.validFrom()) && (until == null || !day.isAfter(until))) {
                    return tariff.cents();
                }
            }
            throw new IllegalStateException("no tariff of " + code + " on " + day);
        }

        /** Days that the preparation takes before the first possible date. */
        public int leadDays() {
            String text = preparation;
            return text == null ? 0 : text.startsWith("Dieta") ? 3 : text.contains("antistaminici") ? 7 : 0;
        }
    }

    /** A price with its validity and its source. */
    public record Tariff(
            long cents, LocalDate validFrom, @Nullable LocalDate validTo, String source) {}

    private Nomenclature() {}

    static Nomenclature read() {
        Nomenclature read = new Nomenclature();
        for (List<String> row : SampleResource.rows("services.csv")) {
            Service service = read.byCode.computeIfAbsent(row.get(0), code -> service(row));
            service.tariffs()
                    .add(new Tariff(
                            Long.parseLong(row.get(5)), LocalDate.parse(row.get(10)), date(row.get(11)), row.get(12)));
        }
        return read;
    }

    private static Service service(List<String> row) {
        return new Service(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                Integer.parseInt(row.get(6)),
                row.get(7).equals("1"),
                orNull(row.get(8)),
                orNull(row.get(9)),
                new ArrayList<>());
    }

    public List<Service> all() {
        return List.copyOf(byCode.values());
    }

    /** The service of a code that is known to be there. */
    public Service of(String code) {
        return Objects.requireNonNull(byCode.get(code), code);
    }

    public boolean has(String code) {
        return byCode.containsKey(code);
    }

    private static @Nullable String orNull(String field) {
        return field.isEmpty() ? null : field;
    }

    private static @Nullable LocalDate date(String field) {
        return field.isEmpty() ? null : LocalDate.parse(field);
    }
}
