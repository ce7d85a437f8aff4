package it.sportello.app.till;

import it.sportello.app.service.StoredNoteEvent;
import it.sportello.devices.detector.NoteValidator;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Count;
import it.sportello.domain.till.Denomination;
import it.sportello.domain.till.NoteContainer;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.JournalTransaction;
import it.sportello.offlinecache.journal.NoteAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The container of the validators in the journal: expected from what they stacked, counted blind beside the drawer, its
 * difference kept apart (R-ADD-13). Methods that read may wait for the disk.
 */
final class ContainerBook {
    private final Journal journal;
    private final Supplier<List<NoteValidator>> validators;

    ContainerBook(Journal journal, Supplier<List<NoteValidator>> validators) {
        this.journal = journal;
        this.validators = validators;
    }

    /** Whether this desk has a container to count. */
    boolean isHere() {
        return !validators.get().isEmpty();
    }

    private record Standing(NoteContainer container, long position) {}

    private Standing standing() {
        StoredContainer.Base base = journal.setting(StoredContainer.Base.SETTING, StoredContainer.Base.class)
                .orElse(StoredContainer.Base.NEVER);
        List<Denomination> stacked = new ArrayList<>();
        boolean uncertain = false;
        long position = base.position();
        for (NoteAccounts.Told<StoredNoteEvent> told :
                journal.noteAccounts().after(base.position(), StoredNoteEvent.class)) {
            StoredNoteEvent event = told.detail();
            if (event.kind() == StoredNoteEvent.Kind.STACKED) {
                event.note().ifPresent(stacked::add);
            }
            uncertain |= event.movesContainer() && event.kind() != StoredNoteEvent.Kind.STACKED;
            position = told.position();
        }
        return new Standing(new NoteContainer(Money.ofCents(base.leftCents()), stacked, uncertain), position);
    }

    /** The count at opening; what is found stays inside. */
    void opened(JournalTransaction transaction, String sessionId, Count counted) {
        Standing now = standing();
        StoredContainer stored = StoredContainer.of(now.container(), counted, now.position());
        put(transaction, sessionId, true, stored);
        transaction.putSetting(
                StoredContainer.Base.SETTING,
                new StoredContainer.Base(counted.total().cents(), now.position()));
    }

    /** The blind count at closing, kept until it is booked: a killed program finds it again. */
    void counted(JournalTransaction transaction, String sessionId, Count counted) {
        Standing now = standing();
        transaction.putDraft(draft(sessionId), StoredContainer.of(now.container(), counted, now.position()));
    }

    /** The count of a closing that is not booked yet. */
    Optional<StoredContainer> waiting(String sessionId) {
        return journal.draft(draft(sessionId), StoredContainer.class);
    }

    /** The closing is booked: what was counted leaves with the takings, and the container begins empty. */
    void booked(JournalTransaction transaction, String sessionId, StoredContainer stored) {
        put(transaction, sessionId, false, stored);
        transaction.putSetting(StoredContainer.Base.SETTING, new StoredContainer.Base(0, stored.position()));
        transaction.removeDraft(draft(sessionId));
    }

    /** The drivers may stop warning of notes that nobody could attribute. */
    void tellDevices() {
        validators.get().forEach(NoteValidator::counted);
    }

    private static void put(JournalTransaction transaction, String sessionId, boolean opening, StoredContainer stored) {
        transaction.putDocument(
                StoredContainer.key(sessionId, opening), StoredContainer.FORM, UUID.fromString(sessionId), stored);
    }

    private static String draft(String sessionId) {
        return "container/" + sessionId;
    }
}
