package it.sportello.app.service;

import it.sportello.app.service.StoredDrawerOpening.Cause;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.JournalTransaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * Every opening of the cash drawer that no sale explains, in the journal, under the till session of its moment. Written
 * before the pulse when the operator asks for it; when the drawer's switch tells of it, right after.
 */
public final class DrawerBook {
    private static final String FORM = "drawer-opening";
    private static final UUID NO_SESSION = new UUID(0, 0);

    private final Journal journal;
    private final PrintDesk prints;
    private final DeskContext desk;
    private final Executor lane;

    /** @param lane where the journal is written, never the window's thread */
    public DrawerBook(Journal journal, PrintDesk prints, DeskContext desk, Executor lane) {
        this.journal = journal;
        this.prints = prints;
        this.desk = desk;
        this.lane = lane;
    }

    /** Opens the drawer without a sale: written down first, with its reason. Waits for the disk. */
    public void openByHand(String reason) {
        String operator = desk.author().operatorId();
        journal.commit(transaction -> write(transaction, operator, Cause.ASKED, reason));
        prints.openDrawer();
    }

    /** The drawer moved; on the device's thread. */
    public void moved(boolean open, boolean asked) {
        if (open && !asked) {
            lane.execute(() -> journal.commit(transaction -> write(transaction, whoIsHere(), Cause.BY_HAND, "")));
        }
    }

    /** The openings without a sale of the till session now open, oldest first. Waits for the disk. */
    public List<StoredDrawerOpening> ofThisSession() {
        return journal.documentsOf(session(), FORM, StoredDrawerOpening.class);
    }

    private String write(JournalTransaction transaction, String operator, Cause cause, String reason) {
        String key = "DRAWER/" + UUID.randomUUID();
        transaction.putDocument(
                key, FORM, session(), new StoredDrawerOpening(transaction.at(), operator, cause, reason));
        return key;
    }

    private UUID session() {
        return desk.tillId()
                .flatMap(journal::openTillSession)
                .map(open -> open.id())
                .orElse(NO_SESSION);
    }

    private String whoIsHere() {
        return desk.isSignedIn() ? desk.author().operatorId() : "";
    }

    /** Whether there is a drawer that this desk can open. */
    public boolean exists() {
        return prints.hasDrawer();
    }

    /** Whether the drawer is open, where the printer tells. */
    public Optional<Boolean> isOpen() {
        return prints.drawerOpen();
    }
}
