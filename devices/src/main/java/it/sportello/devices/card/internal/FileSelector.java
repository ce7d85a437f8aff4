package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardApplications;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds a file by every way the lots of cards are known to need, in order: path from the master file, step by step, then
 * inside each known application. The way that worked is tried first for the next file of the same card.
 */
final class FileSelector {
    private static final int BY_ID = 0x00;
    private static final int BY_NAME = 0x04;
    private static final int PATH_FROM_MASTER = 0x08;
    private static final int PATH_FROM_HERE = 0x09;
    private static final byte[] MASTER_FILE = {0x3F, 0x00};

    @FunctionalInterface
    private interface Way {
        boolean leadsTo(CardFile file);
    }

    private final CardChannel channel;
    private final List<Way> ways = new ArrayList<>();

    FileSelector(CardChannel channel, CardApplications applications) {
        this.channel = channel;
        ways.add(file -> passes(PATH_FROM_MASTER, file.path()));
        ways.add(file -> passes(BY_ID, MASTER_FILE) && passes(BY_ID, file.folderId()) && passes(BY_ID, file.fileId()));
        for (byte[] application : applications.get()) {
            ways.add(file -> insideApplication(application, file));
        }
    }

    /** Makes the file the current one; false when no way leads to it. */
    boolean select(CardFile file) {
        for (int i = 0; i < ways.size(); i++) {
            if (ways.get(i).leadsTo(file)) {
                ways.addFirst(ways.remove(i));
                return true;
            }
        }
        return false;
    }

    /** Whether the card knows an application by this name. */
    boolean hasApplication(byte[] name) {
        return channel.select(BY_NAME, name, true).isOk();
    }

    private boolean insideApplication(byte[] application, CardFile file) {
        return hasApplication(application)
                && (passes(PATH_FROM_HERE, file.path()) || passes(PATH_FROM_MASTER, file.path()));
    }

    private boolean passes(int how, byte[] what) {
        CardAnswer answer = channel.select(how, what, false);
        if (answer.statusWord() == CardAnswer.INTERNAL_ERROR) {
            throw new CardFault(CardError.RESET, "6F00");
        }
        if (answer.statusWord() == CardAnswer.PROTECTED) {
            throw new CardFault(CardError.NOT_TSCNS, "6982");
        }
        return answer.isOk();
    }
}
