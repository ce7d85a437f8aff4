package it.sportello.app.practice;

import it.sportello.api.Exemptions;
import it.sportello.app.print.ExemptionSheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A registration that was asked for and whose outcome is not known yet. It is stored with its operation, so that the
 * same wish never travels under a second identifier.
 *
 * @param facts what the prints say, with the desk's own number
 */
public record ExemptionIntent(UUID operationId, Exemptions.Register register, ExemptionSheets.Registered facts) {
    /** Neither person nor code. */
    @Override
    public String toString() {
        return "ExemptionIntent[" + operationId + "]";
    }

    /** The open wishes of one person, as the journal keeps them. */
    public record Open(List<ExemptionIntent> intents) {
        static final Open NONE = new Open(List.of());

        public Open {
            intents = List.copyOf(intents);
        }

        static String key(String personId) {
            return "exemption.intents:" + personId;
        }

        Open with(ExemptionIntent added) {
            List<ExemptionIntent> all = new ArrayList<>(intents);
            all.add(added);
            return new Open(all);
        }

        Open without(UUID operationId) {
            return new Open(intents.stream()
                    .filter(intent -> !intent.operationId().equals(operationId))
                    .toList());
        }

        Optional<ExemptionIntent> ofExemption(UUID exemptionId) {
            return intents.stream()
                    .filter(intent -> intent.register().exemptionId().equals(exemptionId))
                    .findFirst();
        }

        boolean holds(UUID operationId) {
            return intents.stream().anyMatch(intent -> intent.operationId().equals(operationId));
        }
    }
}
