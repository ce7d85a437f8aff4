package it.sportello.devices.card.internal;

import it.sportello.devices.ThreadGuard;
import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import it.sportello.devices.card.CardReaderSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import org.jspecify.annotations.Nullable;

/**
 * PC/SC through {@code java.smartcardio}. The factory is asked by name, never by default: the default one, made once
 * while the service was down, stays empty for the life of the process.
 */
public final class SunPcscBackend implements CardBackend {
    private static final String LIBRARY_PROPERTY = "sun.security.smartcardio.library";

    private static final List<Path> LIBRARIES = Stream.of(
                    "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib")
            .map(folder -> Path.of(folder, "libpcsclite.so.1"))
            .toList();

    private final ThreadGuard guard;
    private final PcscContext context = new PcscContext();
    private @Nullable CardTerminals terminals;
    private boolean everReached;

    public SunPcscBackend(CardReaderSettings.Pcsc where, ThreadGuard guard) {
        this.guard = guard;
        Path library = where.library() == null ? usualLibrary() : where.library();
        if (library != null && System.getProperty(LIBRARY_PROPERTY) == null && Files.exists(library)) {
            System.setProperty(LIBRARY_PROPERTY, library.toString());
        }
        Path socket = where.socket();
        if (socket != null) {
            PcscSocket.use(socket);
        }
    }

    /** Runtimes before 22 look for the name of the development package only, which no desk has. */
    private static @Nullable Path usualLibrary() {
        return LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
    }

    @Override
    public List<CardSlot> slots() {
        guard.check();
        try {
            List<CardSlot> slots = new ArrayList<>();
            for (CardTerminal terminal : terminals().list()) {
                slots.add(new SunPcscSlot(terminal, guard));
            }
            return slots;
        } catch (CardException failure) {
            if (isNoReader(failure)) {
                return List.of();
            }
            throw new CardFault(CardError.NO_SERVICE, failure);
        }
    }

    @Override
    public boolean waitForChange(Duration atMost) {
        guard.check();
        try {
            return terminals().waitForChange(Math.max(1, atMost.toMillis()));
        } catch (CardException failure) {
            if (isNoReader(failure)) {
                return true;
            }
            throw new CardFault(CardError.NO_SERVICE, failure);
        } catch (IllegalStateException noReaderAtAll) {
            // The runtime says so, instead of a CardException, when the last reader has just been unplugged.
            return true;
        }
    }

    @Override
    public void rebuild() {
        guard.check();
        terminals = null;
        // A service that was never reached has left no context behind: the runtime goes on trying by itself.
        if (everReached) {
            context.drop();
            everReached = false;
        }
    }

    private CardTerminals terminals() {
        CardTerminals known = terminals;
        if (known == null) {
            known = fresh();
            terminals = known;
            everReached = true;
        }
        return known;
    }

    /** Of the failures that do not concern a card, this one alone is not the service's. */
    private static boolean isNoReader(CardException failure) {
        return PcscErrors.classify(failure, CardError.NO_SERVICE).error() == CardError.NO_READER;
    }

    private static CardTerminals fresh() {
        try {
            return TerminalFactory.getInstance("PC/SC", null).terminals();
        } catch (NoSuchAlgorithmException noService) {
            throw new CardFault(CardError.NO_SERVICE, noService);
        }
    }

    /** The fault of a card exception; a card that left before it was touched has a class of its own. */
    static CardFault cardFault(CardException failure) {
        boolean gone = failure instanceof CardNotPresentException;
        return gone ? new CardFault(CardError.NO_CARD, failure) : PcscErrors.classify(failure, CardError.REMOVED);
    }
}
