package it.sportello.devices.trace;

import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardFault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A way to cards that tells the trace what passes: the answer to reset, commands, status words. What a card answers
 * becomes as many {@code x}.
 */
final class WatchedCards implements CardBackend {
    private static final int SELECT = 0xA4;
    private static final int HEADER = 5;
    private static final int STATUS_WORD = 2;

    private final CardBackend real;
    private final DeviceTrace trace;

    WatchedCards(CardBackend real, DeviceTrace trace) {
        this.real = real;
        this.trace = trace;
    }

    @Override
    public List<CardSlot> slots() {
        return real.slots().stream().<CardSlot>map(Slot::new).toList();
    }

    @Override
    public boolean waitForChange(Duration atMost) {
        return real.waitForChange(atMost);
    }

    @Override
    public void rebuild() {
        trace.lost();
        real.rebuild();
    }

    @Override
    public void close() {
        real.close();
    }

    private final class Slot implements CardSlot {
        private final CardSlot slot;

        Slot(CardSlot slot) {
            this.slot = slot;
        }

        @Override
        public String name() {
            return slot.name();
        }

        @Override
        public boolean isCardPresent() {
            return slot.isCardPresent();
        }

        @Override
        public CardConnection connect() {
            try {
                CardConnection card = slot.connect();
                trace.opened();
                trace.received(card.atr());
                return new Connection(card);
            } catch (CardFault fault) {
                trace.refused(fault.code());
                throw fault;
            }
        }
    }

    private final class Connection implements CardConnection {
        private final CardConnection card;

        Connection(CardConnection card) {
            this.card = card;
        }

        @Override
        public byte[] atr() {
            return card.atr();
        }

        @Override
        public byte[] transmit(byte[] command) {
            boolean select = command.length > 1 && (command[1] & 0xFF) == SELECT;
            trace.sent(select ? command : hidden(command, HEADER, command.length));
            byte[] answer = card.transmit(command);
            trace.received(hidden(answer, 0, Math.max(0, answer.length - STATUS_WORD)));
            return answer;
        }

        private static byte[] hidden(byte[] bytes, int from, int to) {
            byte[] masked = bytes.clone();
            if (from < to) {
                Arrays.fill(masked, from, to, (byte) 'x');
            }
            return masked;
        }

        @Override
        public void close() {
            trace.closed();
            card.close();
        }
    }
}
