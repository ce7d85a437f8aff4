package it.sportello.app.practice;

import it.sportello.api.OperationAnswer;
import it.sportello.app.service.AccessReason;
import it.sportello.app.service.PersonFiles;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OutboxItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Loads the exemptions of a person, the access being in the log before, and reads back what became of registrations left
 * open at an earlier visit. May wait for disk and network.
 */
public final class OpenExemptions {
    private final PersonFiles files;
    private final Journal journal;
    private final RegisterExemption register;

    public OpenExemptions(PersonFiles files, Journal journal, RegisterExemption register) {
        this.files = files;
        this.journal = journal;
        this.register = register;
    }

    /** What opening comes to. */
    sealed interface Result {
        /**
         * May be shown.
         *
         * @param settled registrations that got their protocol number since they were left
         * @param waiting registrations that still wait for it
         */
        record Page(
                PersonFiles.Result.Loaded loaded,
                List<RegisterExemption.Result.Registered> settled,
                List<ExemptionIntent> waiting)
                implements Result {
            public Page {
                settled = List.copyOf(settled);
                waiting = List.copyOf(waiting);
            }
        }

        /** Not found, refused or out of reach. */
        record Without(PersonFiles.Result why) implements Result {}

        /** The access could not be written down, so nothing may be shown. */
        record NotWritten(StoreFault.Code code) implements Result {}
    }

    Result open(String personId) {
        try {
            return switch (files.load(personId, "S39", AccessReason.EXEMPTION)) {
                case PersonFiles.Result.Loaded loaded -> page(loaded, personId);
                case PersonFiles.Result other -> new Result.Without(other);
            };
        } catch (StoreFault failed) {
            return new Result.NotWritten(failed.code());
        }
    }

    private Result page(PersonFiles.Result.Loaded loaded, String personId) {
        List<RegisterExemption.Result.Registered> settled = new ArrayList<>();
        List<ExemptionIntent> waiting = new ArrayList<>();
        for (ExemptionIntent intent : register.intents(personId).intents()) {
            Optional<OperationAnswer> answer = journal.outbox().answer(intent.operationId());
            if (answer.isPresent()) {
                settled.add(register.confirmed(intent, answer.get()));
            } else if (isStillToSend(intent)) {
                waiting.add(intent);
            } else {
                register.drop(intent);
            }
        }
        return new Result.Page(loaded, settled, waiting);
    }

    // One that was refused meanwhile stands in the list of tasks (S49).
    private boolean isStillToSend(ExemptionIntent intent) {
        return journal.outbox()
                .item(intent.operationId())
                .map(OutboxItem::state)
                .filter(state -> state.isToSend() || state == OutboxItem.State.HELD)
                .isPresent();
    }
}
