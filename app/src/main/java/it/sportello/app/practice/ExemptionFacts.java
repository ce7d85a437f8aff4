package it.sportello.app.practice;

import it.sportello.api.Exemptions;
import it.sportello.api.Persons;
import it.sportello.app.print.ExemptionSheets;
import java.time.Instant;

/** What the prints of a registration say, before and after the server's answer. */
final class ExemptionFacts {
    private ExemptionFacts() {}

    /** Under the desk's own number. */
    static ExemptionSheets.Registered provisional(RegisterExemption.Wish wish, String reference, Instant at) {
        Persons.PersonRecord person = wish.person();
        return new ExemptionSheets.Registered(
                reference,
                false,
                String.join(" ", person.surname(), person.names()),
                person.code(),
                person.birthDate(),
                person.birthPlace(),
                String.join(", ", person.address(), person.municipality()),
                wish.code().code(),
                wish.code().description(),
                wish.from(),
                wish.to(),
                wish.incomeYear(),
                wish.issuer(),
                wish.acting(),
                at);
    }

    /** Under the protocol number, with code and period as the server granted them. */
    static ExemptionSheets.Registered confirmed(ExemptionSheets.Registered before, Exemptions.Registered answer) {
        Exemptions.ExemptionView granted = answer.exemption();
        return new ExemptionSheets.Registered(
                answer.protocolNumber(),
                true,
                before.person(),
                before.code(),
                before.birthDate(),
                before.birthPlace(),
                before.address(),
                granted.code(),
                granted.description(),
                granted.validFrom(),
                granted.validTo(),
                before.incomeYear(),
                before.certifiedBy(),
                before.actingPerson(),
                before.at());
    }
}
