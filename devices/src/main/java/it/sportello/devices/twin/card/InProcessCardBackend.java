package it.sportello.devices.twin.card;

import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One slot without a PC/SC service: for machines where no virtual reader can be installed, such as Windows, and for tests
 * that are not about PC/SC. The card is the same virtual card, and the driver above is the real one.
 */
public final class InProcessCardBackend implements CardBackend {
    private static final String SLOT = "Virtual slot";
    /** The two ways an answer to reset may begin, ISO 7816-3; PC/SC gives up on every other. */
    private static final byte DIRECT = 0x3B;

    private static final byte INVERSE = 0x3F;

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
            byte[] atr = connected.atr();
            if (atr[0] != DIRECT && atr[0] != INVERSE) {
                throw new CardFault(CardError.MUTE, "PROTO_MISMATCH");
            }
            return new Connection(connected);
        }
    }

    private final class Connection implements CardConnection {
        private final VirtualCard connected;
        private final Queue<byte[]> saidTwice = new ArrayDeque<>();

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
            byte[] late = saidTwice.poll();
            try {
                return switch (connected.obey(command)) {
                    case CardReply.Answer answer -> inTurn(late, answer.bytes());
                    case CardReply.Twice twice -> {
                        saidTwice.add(twice.bytes());
                        yield inTurn(late, twice.bytes());
                    }
                    case CardReply.Trickled trickled -> {
                        byte[] answer = trickled.bytes();
                        Thread.sleep(trickled.pause().toMillis() * (answer.length + 2));
                        yield inTurn(late, answer);
                    }
                    case CardReply.Half half -> gone(true);
                    case CardReply.Silence silence -> gone(true);
                    case CardReply.Pulled pulled -> gone(false);
                };
            } catch (InterruptedException stopped) {
                throw new CardFault(CardError.TIMEOUT, stopped);
            }
        }

        /** Once an answer came twice, every answer comes one command late, as on a line. */
        private byte[] inTurn(byte @Nullable [] late, byte[] answer) {
            if (late == null) {
                return answer;
            }
            saidTwice.add(answer);
            return late;
        }

        private byte[] gone(boolean stillThere) {
            if (stillThere) {
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
