package it.sportello.domain.exemption;

import it.sportello.domain.internal.CsvTable;
import it.sportello.domain.prescription.AccessType;
import it.sportello.domain.prescription.Coverage;
import it.sportello.domain.prescription.CoverageReason;
import it.sportello.domain.prescription.ServiceItem;
import it.sportello.domain.prescription.ServiceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The codes of exemption and the services that each covers. Immutable; load once and keep. */
public final class ExemptionCatalogue {
    /** The entry that stands for every rare disease. */
    private static final String ANY_RARE = "R*";

    private static final Pattern RARE = Pattern.compile("R[A-Z][G0-9][0-9]{3}");
    /** Codes of diseases from before 1999, which the ministry's lists still hold. */
    private static final Pattern LEGACY = Pattern.compile("P[0-4][0-9]");

    private static final Set<String> DENTAL_BRANCHES = Set.of("17", "35");

    private final Map<String, ExemptionCode> byCode;
    private final Map<String, ExemptionCode> bySpelling;
    private final Map<String, Set<String>> services;

    /** A catalogue of these codes; the services are national codes, a star at the end stands for subdivisions. */
    public ExemptionCatalogue(Collection<ExemptionCode> codes, Map<String, Set<String>> services) {
        Map<String, ExemptionCode> canonical = new LinkedHashMap<>();
        Map<String, ExemptionCode> spelled = new HashMap<>();
        for (ExemptionCode code : codes) {
            canonical.put(code.code(), code);
            code.aliases().forEach(alias -> spelled.put(alias, code));
        }
        spelled.putAll(canonical);
        this.byCode = java.util.Collections.unmodifiableMap(canonical);
        this.bySpelling = Map.copyOf(spelled);
        this.services = Map.copyOf(services);
    }

    /** The tables that come with the product. */
    public static ExemptionCatalogue shipped() {
        List<ExemptionCode> codes = new ArrayList<>();
        for (List<String> row : CsvTable.read(ExemptionCatalogue.class, "exemptions.csv")) {
            codes.add(new ExemptionCode(
                    row.get(0),
                    words(row.get(1)),
                    row.get(2),
                    ExemptionOrigin.valueOf(row.get(3)),
                    ExemptionScope.valueOf(row.get(4)),
                    DurationRule.parse(row.get(5)),
                    Boolean.parseBoolean(row.get(6)),
                    row.get(7),
                    words(row.get(8))));
        }
        Map<String, Set<String>> services = new HashMap<>();
        for (List<String> row : CsvTable.read(ExemptionCatalogue.class, "exemption-services.csv")) {
            services.put(row.get(0), words(row.get(1)));
        }
        return new ExemptionCatalogue(codes, services);
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    /**
     * The entry of a code in any of its spellings; the part of the classification of diseases after the point does not
     * matter ({@code 013.250}). Null when the catalogue has none.
     */
    public @Nullable ExemptionCode find(String typed) {
        String text = typed.strip().toUpperCase(Locale.ROOT);
        int point = text.indexOf('.');
        String root = point < 0 ? text : text.substring(0, point);
        ExemptionCode found = root.equals(ANY_RARE) ? null : bySpelling.get(root);
        ExemptionCode rare = byCode.get(ANY_RARE);
        return found == null && rare != null && RARE.matcher(root).matches() ? rare.named(root) : found;
    }

    /** The canonical spelling; the text itself when the catalogue does not know it. */
    public String canonical(String typed) {
        ExemptionCode found = find(typed);
        return found == null ? typed.strip().toUpperCase(Locale.ROOT) : found.code();
    }

    /** True for codes of before 1999 and for those closed since: readable on old data, never to be given. */
    public boolean isClosed(String typed) {
        ExemptionCode found = find(typed);
        return found == null
                ? LEGACY.matcher(typed.strip().toUpperCase(Locale.ROOT)).matches()
                : found.isClosed();
    }

    /** What a desk of this region may register: national codes and the region's own. */
    public List<ExemptionCode> assignable(String region) {
        return byCode.values().stream()
                .filter(code -> code.assignable() && !code.code().equals(ANY_RARE))
                .filter(code -> code.region().isEmpty() || code.region().equals(region))
                .toList();
    }

    public Collection<ExemptionCode> all() {
        return byCode.values();
    }

    /** The national codes of the services linked to a code; empty when it has no table here. */
    public Set<String> servicesOf(String code) {
        return services.getOrDefault(canonical(code), Set.of());
    }

    /** What an exemption, valid at its reference date, means for the rows of a prescription. */
    public Coverage coverage(String code) {
        ExemptionCode entry = find(code);
        return entry == null ? item -> CoverageReason.UNKNOWN_CODE : item -> reason(entry, item);
    }

    private CoverageReason reason(ExemptionCode entry, ServiceItem item) {
        return switch (entry.scope()) {
            case ALL -> CoverageReason.COVERS_ALL;
            case APPROPRIATE -> CoverageReason.APPROPRIATE;
            case LINKED -> linked(entry, item);
            case DENTISTRY -> of(DENTAL_BRANCHES.contains(item.branch()));
            case FIRST_VISIT -> of(item.kind() == ServiceKind.VISIT && item.accessType() == AccessType.FIRST);
            case DRUGS -> CoverageReason.OTHER_KIND;
        };
    }

    private static CoverageReason of(boolean covered) {
        return covered ? CoverageReason.LINKED : CoverageReason.OTHER_KIND;
    }

    private CoverageReason linked(ExemptionCode entry, ServiceItem item) {
        Set<String> table = services.get(entry.code());
        if (table == null) {
            return CoverageReason.TABLE_MISSING;
        }
        return matches(table, item.code()) ? CoverageReason.LINKED : CoverageReason.NOT_LINKED;
    }

    private static boolean matches(Set<String> table, String service) {
        if (table.contains(service) || table.contains(service + "*")) {
            return true;
        }
        int point = service.lastIndexOf('.');
        return point > 0 && table.contains(service.substring(0, point) + "*");
    }
}
