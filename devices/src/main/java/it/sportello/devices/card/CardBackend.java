package it.sportello.devices.card;

import java.time.Duration;
import java.util.List;

/**
 * The way to the slots and the cards in them: PC/SC, or a slot in this process. Used by one thread; every call may wait.
 * All failures are {@link CardFault}s.
 */
public interface CardBackend extends AutoCloseable {
    /** The slots there are now; empty when no reader is plugged in. */
    List<CardSlot> slots();

    /**
     * Waits until something changed at a slot, or the time is over.
     *
     * @return true when something changed; spurious ones are allowed
     */
    boolean waitForChange(Duration atMost);

    /** Drops everything and begins anew with a fresh context; a thread may still be stuck inside the old one. */
    void rebuild();

    /** Gives back what is held for all readers, such as a port; never fails. */
    @Override
    default void close() {}

    /** One place for one card. */
    interface CardSlot {
        /** The slot's name as its reader gives it. */
        String name();

        boolean isCardPresent();

        /** Powers the card and takes it for this thread alone until {@link CardConnection#close()}. */
        CardConnection connect();
    }

    /** A powered card; the thread that connected must close it. */
    interface CardConnection extends AutoCloseable {
        /** Answer to reset. */
        byte[] atr();

        /**
         * Sends a command and waits for the answer.
         *
         * @return data, then the two bytes of the status word
         */
        byte[] transmit(byte[] command);

        /** Lets the card go without resetting it; never fails. */
        @Override
        void close();
    }
}
