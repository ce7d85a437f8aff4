package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardBackend.CardConnection;
import it.sportello.devices.card.CardBackend.CardSlot;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import it.sportello.devices.card.CardReaderSettings;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one card, again where the kind of failure makes that worth while; the lane's deadline bounds the whole. */
final class ReadAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(ReadAttempts.class);
    private static final Map<CardError, Integer> RETRIES =
            Map.of(CardError.MUTE, 1, CardError.BUSY, 3, CardError.RESET, 1, CardError.FORMAT, 1);

    private final CardReaderSettings settings;

    ReadAttempts(CardReaderSettings settings) {
        this.settings = settings;
    }

    /** What is done with a card that is connected. */
    @FunctionalInterface
    interface Work<T> {
        T with(CardSession card);
    }

    <T> T read(CardSlot slot, Work<T> work) throws InterruptedException {
        Map<CardError, Integer> failures = new EnumMap<>(CardError.class);
        while (true) {
            byte[] atr = new byte[0];
            try (CardConnection connection = slot.connect()) {
                atr = connection.atr();
                return work.with(new CardSession(connection, settings.applications()));
            } catch (CardFault fault) {
                int failed = failures.merge(fault.error(), 1, Integer::sum);
                if (failed > RETRIES.getOrDefault(fault.error(), 0)) {
                    throw atr.length == 0 ? fault : fault.about(AtrRules.diagnose(atr));
                }
                LOG.debug("{}: {} {}, trying again", settings.id(), fault.error(), fault.details());
            }
            Thread.sleep(settings.timing().busyPause().toMillis());
        }
    }
}
