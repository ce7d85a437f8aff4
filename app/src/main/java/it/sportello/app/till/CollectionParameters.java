package it.sportello.app.till;

import it.sportello.app.service.DeskContext;
import it.sportello.domain.document.VatTreatment;
import it.sportello.domain.parameter.ParameterKey;
import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.till.CollectionRules;
import it.sportello.domain.till.DueKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Reads the rules of collecting off the dated parameters, for the accounting day. */
public final class CollectionParameters {
    private static final int NO_ROUNDING = 1;

    /** The rules in force today at this desk. */
    CollectionRules today(DeskContext desk, Clock clock) {
        return on(LocalDate.now(clock), desk.parameters(), desk.offline());
    }

    CollectionRules on(LocalDate day, Parameters parameters, boolean offline) {
        int step = parameters.get(ParameterKeys.CASH_ROUNDING, day)
                ? Math.toIntExact(
                        parameters.get(ParameterKeys.CASH_ROUNDING_STEP, day).cents())
                : NO_ROUNDING;
        Map<DueKind, VatTreatment> vat = new EnumMap<>(DueKind.class);
        for (DueKind kind : DueKind.values()) {
            vat.put(kind, vat(kind, day, parameters));
        }
        return new CollectionRules(
                parameters.get(ParameterKeys.STAMP_THRESHOLD, day),
                parameters.get(ParameterKeys.STAMP_AMOUNT, day),
                step,
                parameters.get(ParameterKeys.CASH_LIMIT, day),
                parameters.get(ParameterKeys.PRIVATE_PRACTICE_CASH, day),
                !offline || parameters.get(ParameterKeys.NOTICE_OFFLINE, day),
                vat);
    }

    private static VatTreatment vat(DueKind kind, LocalDate day, Parameters parameters) {
        ParameterKey<Integer> rate = ParameterKeys.vatRate(kind.name());
        ParameterKey<String> wording = ParameterKeys.vatText(kind.name());
        return new VatTreatment(parameters.get(rate, day), parameters.get(wording, day));
    }
}
