package it.sportello.app.till;

import it.sportello.app.service.DeskContext;
import it.sportello.app.service.StoredNoteEvent;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.devices.detector.ValidatorMemory;
import it.sportello.devices.detector.ValidatorRecord;
import it.sportello.domain.money.Money;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.NoteRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Keeps in the journal what validators tell, with operator and amount of the moment, before anybody hears of it: a note
 * that is in a container stands in the journal exactly once (R-ADD-13). On the devices' threads; waits for the disk.
 */
public final class NoteMemory implements ValidatorMemory {
    private final Journal journal;
    private final DeskContext desk;
    private final CashPhase phase;

    public NoteMemory(Journal journal, DeskContext desk, CashPhase phase) {
        this.journal = journal;
        this.desk = desk;
        this.phase = phase;
    }

    @Override
    public Optional<String> position(String device) {
        return journal.noteAccounts().place(device);
    }

    @Override
    public void keep(ValidatorRecord entry) {
        if (isThere(entry)) {
            return;
        }
        StoredNoteEvent.Moment moment = new StoredNoteEvent.Moment(
                entry.at(),
                desk.isSignedIn() ? Optional.of(desk.author().operatorId()) : Optional.empty(),
                phase.now().map(CashPhase.Open::payable).map(Money::cents));
        List<StoredNoteEvent> events = entry.events().stream()
                .map(event -> StoredNoteEvent.of(event, moment))
                .toList();
        NoteRecord record = new NoteRecord(entry.device(), entry.position(), events);
        try {
            journal.commit(transaction -> {
                transaction.putNotes(record);
                return record;
            });
        } catch (StoreFault refused) {
            throw new UncheckedIOException(new IOException(refused));
        }
    }

    /**
     * A commit whose outcome its caller never learned is told again by the driver: where a note was stacked the place has
     * moved, so the same place means the same notes.
     */
    private boolean isThere(ValidatorRecord entry) {
        return entry.events().stream().anyMatch(ValidatorEvent.Stacked.class::isInstance)
                && position(entry.device()).filter(entry.position()::equals).isPresent();
    }
}
