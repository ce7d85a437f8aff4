package it.sportello.backend.sample;

import it.sportello.backend.sample.Orders.HeldExemption;
import it.sportello.backend.sample.Registry.Citizen;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.exemption.ExemptionCode;
import it.sportello.domain.exemption.ValidityProposal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives citizens the exemptions that people of their age hold. */
final class ExemptionMaker {
    private static final List<String> DISEASES = List.of(
            "031", "0A31", "013", "027", "0A02", "0B02", "0C02", "019", "007", "048", "057", "006", "056", "025", "017",
            "023", "059", "046", "035", "016", "009", "038", "028", "021");
    private static final List<String> INVALIDITIES = List.of("C01", "C02", "C03", "L01", "L03", "G01", "S02", "C05");
    private static final List<String> RARE = List.of("RCG077", "RF0280", "RNG050");
    private static final String ISSUER = "Ospedale della Terraferma";

    private final Dice dice;
    private final OrderBook book;
    private final LocalDate today;
    private final ExemptionCatalogue catalogue = ExemptionCatalogue.shipped();

    ExemptionMaker(long seed, OrderBook book) {
        this.dice = Dice.of(seed, "exemptions");
        this.book = book;
        this.today = book.today();
    }

    void draw(Citizen person) {
        int age = person.ageOn(today);
        boolean entitled = person.codeKind().equals("CODICE_FISCALE");
        if (!entitled) {
            if (person.codeKind().equals("STP") && dice.perCent(70)) {
                hold(person, "X01", today.minusDays(dice.between(1, 90)), person.assistanceUntil());
            }
            return;
        }
        income(person, age);
        if (dice.perCent(age < 40 ? 4 : age < 60 ? 14 : 38)) {
            String first = dice.pickFrequent(DISEASES);
            hold(person, first, start(), null);
            String second = dice.pick(DISEASES);
            if (age > 60 && dice.perCent(30) && !second.equals(first)) {
                hold(person, second, start(), null);
            }
        }
        if (dice.perThousand(age > 60 ? 60 : 18)) {
            hold(
                    person,
                    dice.pick(INVALIDITIES),
                    start(),
                    dice.perCent(60) ? null : today.plusDays(dice.between(30, 1500)));
        }
        if (dice.perThousand(4)) {
            hold(person, dice.pick(RARE), start(), null);
        }
    }

    private void income(Citizen person, int age) {
        if ((age < 6 || age > 64) && dice.perCent(age < 6 ? 55 : 42)) {
            hold(person, "E01", yearStart(), yearEnd());
        } else if (age > 64 && dice.perCent(4)) {
            hold(person, "E03", yearStart(), yearEnd());
        } else if (age > 60 && dice.perCent(4)) {
            hold(person, "E04", yearStart(), yearEnd());
        } else if (age > 18 && age < 65 && dice.perCent(3)) {
            hold(person, "E02", dice.perCent(20) ? today.minusDays(dice.below(40)) : yearStart(), yearEnd());
        } else if (age < 65 && dice.perCent(2)) {
            hold(person, "7RQ", yearStart(), yearEnd());
        } else if (dice.perThousand(15) && age > 64) {
            hold(person, "E01", yearStart().minusYears(1), yearEnd().minusYears(1));
        }
    }

    void hold(Citizen person, String code, LocalDate from, @Nullable LocalDate to) {
        ExemptionCode entry = Objects.requireNonNull(catalogue.find(code), code);
        boolean declared = entry.duration().isYearly();
        boolean listed = declared && code.equals("E01") && dice.perCent(80);
        LocalDate start = from.isBefore(person.birthDate()) ? person.birthDate() : from;
        LocalDate end = to != null && to.isBefore(start) ? start : to;
        int number = book.exemptionCount() + 1;
        book.add(new HeldExemption(
                String.format(Locale.ROOT, "EX%06d", number),
                person.id(),
                entry.code(),
                start,
                end,
                declared ? listed ? "MINISTRY_LIST" : "SELF_DECLARATION" : "CERTIFICATE",
                declared ? null : ISSUER,
                declared ? null : start,
                declared ? start.getYear() - 1 : null,
                String.format(Locale.ROOT, "%d/%07d", start.getYear(), number)));
    }

    private LocalDate start() {
        return today.minusDays(dice.between(200, 4_000));
    }

    /** The income exemptions of this year run from 1 April to 31 March. */
    LocalDate yearEnd() {
        return ValidityProposal.yearEnd(today, book.parameters());
    }

    LocalDate yearStart() {
        return yearEnd().minusYears(1).plusDays(1);
    }
}
