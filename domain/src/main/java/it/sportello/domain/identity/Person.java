package it.sportello.domain.identity;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assisted person (assistito). The internal id is the identity; codes come and go, and stay readable in the history.
 *
 * @param id internal id, opaque
 * @param codes every code held, the current one and the former ones
 * @param birthPlace Belfiore code, null when unknown
 */
public record Person(
        String id,
        List<HeldCode> codes,
        PersonName name,
        LocalDate birthDate,
        Sex sex,
        @Nullable String birthPlace) {
    public Person {
        codes = List.copyOf(codes);
    }

    /** The code in use, null when the person has none yet. */
    public @Nullable PersonCode currentCode() {
        return codes.stream()
                .filter(HeldCode::isCurrent)
                .map(HeldCode::code)
                .findFirst()
                .orElse(null);
    }

    /** True for any code the person holds or held, homocode forms of a tax code included only when recorded. */
    public boolean holds(PersonCode code) {
        return codes.stream().anyMatch(held -> held.code().equals(code));
    }

    /** Completed years on the day; somebody born on 29 February completes a year on 1 March of a common year. */
    public int ageOn(LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }

    @Override
    public String toString() {
        return "Person[" + id + ", " + name.initials() + "]";
    }
}
