package it.sportello.devices.card.internal;

import it.sportello.devices.ThreadGuard;
import it.sportello.devices.card.CardBackend.CardConnection;
import it.sportello.devices.card.CardBackend.CardSlot;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A slot of {@code java.smartcardio}. */
final class SunPcscSlot implements CardSlot {
    private static final Logger LOG = LoggerFactory.getLogger(SunPcscSlot.class);
    private static final int LONGEST_ANSWER = 258;

    private final CardTerminal terminal;
    private final ThreadGuard guard;

    SunPcscSlot(CardTerminal terminal, ThreadGuard guard) {
        this.terminal = terminal;
        this.guard = guard;
    }

    @Override
    public String name() {
        return terminal.getName();
    }

    @Override
    public boolean isCardPresent() {
        guard.check();
        try {
            return terminal.isCardPresent();
        } catch (CardException failure) {
            CardFault fault = PcscErrors.classify(failure, CardError.NO_SERVICE);
            if (fault.error() == CardError.NO_SERVICE) {
                throw fault;
            }
            return false;
        }
    }

    @Override
    public CardConnection connect() {
        guard.check();
        Card card;
        try {
            card = terminal.connect("*");
        } catch (CardException failure) {
            throw SunPcscBackend.cardFault(failure);
        }
        try {
            card.beginExclusive();
        } catch (CardException failure) {
            disconnect(card);
            throw SunPcscBackend.cardFault(failure);
        }
        return new Connection(card, guard);
    }

    private static void disconnect(Card card) {
        try {
            card.disconnect(false);
        } catch (CardException gone) {
            LOG.trace("card left before it was let go", gone);
        }
    }

    private record Connection(Card card, ThreadGuard guard) implements CardConnection {
        @Override
        public byte[] atr() {
            return card.getATR().getBytes();
        }

        @Override
        public byte[] transmit(byte[] command) {
            guard.check();
            ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
            try {
                int length = card.getBasicChannel().transmit(ByteBuffer.wrap(command), answer);
                return Arrays.copyOf(answer.array(), length);
            } catch (CardException failure) {
                throw SunPcscBackend.cardFault(failure);
            } catch (IllegalArgumentException | IllegalStateException vanished) {
                // What the runtime throws when the card goes in the middle of an exchange: the answer has no bytes.
                throw new CardFault(CardError.REMOVED, vanished);
            }
        }

        @Override
        public void close() {
            try {
                card.endExclusive();
            } catch (CardException | IllegalStateException gone) {
                LOG.trace("card left before its transaction ended", gone);
            }
            disconnect(card);
        }
    }
}
