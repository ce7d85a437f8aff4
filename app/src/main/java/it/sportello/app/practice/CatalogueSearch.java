package it.sportello.app.practice;

import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.exemption.ExemptionCode;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The codes that fit what was typed so far: by code, by other spellings, by the words of the description. */
final class CatalogueSearch {
    private static final int MOST = 30;
    private static final int BY_CODE = 0;
    private static final int BY_ALIAS = 1;
    private static final int BY_WORDS = 2;
    private static final int NOT = 3;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final ExemptionCatalogue catalogue;
    private final List<ExemptionCode> offered;

    /** @param region whose own codes are offered beside the national ones */
    CatalogueSearch(ExemptionCatalogue catalogue, String region) {
        this.catalogue = catalogue;
        this.offered = catalogue.assignable(region);
    }

    /** Best first; nothing for an empty text. Codes that cannot be given are never offered. */
    List<ExemptionCode> matching(String typed) {
        String wanted = plain(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<ExemptionCode> found = offered.stream()
                .filter(code -> rank(code, wanted) < NOT)
                .sorted(Comparator.comparingInt(code -> rank(code, wanted)))
                .limit(MOST)
                .toList();
        return found.isEmpty() ? rare(typed).map(List::of).orElse(List.of()) : found;
    }

    /** The code that was meant beyond doubt: its own spelling, another spelling, or the only one that fits. */
    Optional<ExemptionCode> meant(String typed) {
        @Nullable ExemptionCode exact = catalogue.find(typed);
        if (exact != null && (offered.contains(exact) || exact.assignable())) {
            return offered.contains(exact) || isRare(exact) ? Optional.of(exact) : Optional.empty();
        }
        List<ExemptionCode> found = matching(typed);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The more than three hundred codes of rare diseases share one entry: a whole code finds it. */
    private Optional<ExemptionCode> rare(String typed) {
        return Optional.ofNullable(catalogue.find(typed)).filter(CatalogueSearch::isRare);
    }

    private static boolean isRare(ExemptionCode code) {
        return code.assignable() && code.origin() == it.sportello.domain.exemption.ExemptionOrigin.RARE;
    }

    private static int rank(ExemptionCode code, String wanted) {
        if (plain(code.code()).startsWith(wanted)) {
            return BY_CODE;
        }
        if (code.aliases().stream().anyMatch(alias -> plain(alias).startsWith(wanted))) {
            return BY_ALIAS;
        }
        String description = " " + plain(code.description()).replaceAll("[^a-z0-9]+", " ");
        for (String word : wanted.split("[^a-z0-9]+", -1)) {
            if (!description.contains(" " + word)) {
                return NOT;
            }
        }
        return BY_WORDS;
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
