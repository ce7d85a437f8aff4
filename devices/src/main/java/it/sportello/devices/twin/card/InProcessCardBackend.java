package it.sportello.devices.twin.card;

import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One slot without a PC/SC service: for machines where no virtual reader can be installed, such as Windows, and for tests
 * that are not about PC/SC. The card is the same virtual card, and the driver above is the real one.
 */
public final class InProcessCardBackend implements CardBackend {
    private static final String SLOT = "Virtual slot";

    private @Nullable VirtualCard card;
    private int changes;
    private int told;

    /** An empty slot. */
    public InProcessCardBackend() {
        this.card = null;
    }

    /** Puts a card in; one that is still there comes out first. */
    public synchronized void insert(VirtualCard inserted) {
        inserted.reset();
        card = inserted;
        changed();
    }

    /** Pulls the card out. */
    public synchronized void remove() {
        card = null;
        changed();
    }

    private void changed() {
        changes++;
        notifyAll();
    }

    @Override
    public List<CardSlot> slots() {
        return List.of(new Slot());
    }

    @Override
    public synchronized boolean waitForChange(Duration atMost) {
        await(() -> told != changes, atMost);
        boolean something = told != changes;
        told = changes;
        return something;
    }

    @Override
    public void rebuild() {
        // There is no context here that could go stale.
    }

    private synchronized @Nullable VirtualCard present() {
        return card;
    }

    private synchronized void awaitLeaving(VirtualCard mute) {
        await(() -> !mute.equals(card), Duration.ofHours(1));
    }

    private synchronized void await(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toMillis();
        try {
            while (!condition.getAsBoolean() && left > 0) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException stopped) {
            throw new CardFault(CardError.TIMEOUT, stopped);
        }
    }

    private final class Slot implements CardSlot {
        @Override
        public String name() {
            return SLOT;
        }

        @Override
        public boolean isCardPresent() {
            return present() != null;
        }

        @Override
        public CardConnection connect() {
            VirtualCard connected = present();
            if (connected == null) {
                throw new CardFault(CardError.NO_CARD);
            }
            return new Connection(connected);
        }
    }

    private final class Connection implements CardConnection {
        private final VirtualCard connected;

        Connection(VirtualCard connected) {
            this.connected = connected;
        }

        @Override
        public byte[] atr() {
            return connected.atr();
        }

        @Override
        public byte[] transmit(byte[] command) {
            if (!connected.equals(present())) {
                throw new CardFault(CardError.REMOVED);
            }
            CardReply reply;
            try {
                reply = connected.obey(command);
            } catch (InterruptedException stopped) {
                throw new CardFault(CardError.TIMEOUT, stopped);
            }
            if (reply instanceof CardReply.Answer answer) {
                return answer.bytes();
            }
            if (reply instanceof CardReply.Silence) {
                awaitLeaving(connected);
            } else {
                remove();
            }
            throw new CardFault(CardError.REMOVED);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
