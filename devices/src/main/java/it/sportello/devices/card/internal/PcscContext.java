package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardError;
import it.sportello.devices.card.CardFault;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Map;

/**
 * The one native PC/SC context of the Java runtime. {@code sun.security.smartcardio.PCSCTerminals} makes it once and
 * never again, so that after a restart of the service every call fails for the life of the process. This class empties
 * the two static fields behind that, which makes the runtime establish a new context at its next use. It needs
 * {@code --add-opens java.smartcardio/sun.security.smartcardio}.
 */
final class PcscContext {
    /**
     * Drops the old context. It is not handed back: the runtime has no call for that, its service is gone, or a thread is
     * stuck inside it. One dead handle stays until the end of the process.
     *
     * @throws CardFault {@link CardError#RESTART_NEEDED} when the runtime does not let us
     */
    void drop() {
        try {
            Class<?> terminals = Class.forName("sun.security.smartcardio.PCSCTerminals");
            Field context = open(terminals.getDeclaredField("contextId"));
            Field known = open(terminals.getDeclaredField("terminals"));
            context.setLong(null, 0);
            if (known.get(null) instanceof Map<?, ?> map) {
                synchronized (terminals) {
                    map.clear();
                }
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException closedRuntime) {
            throw new CardFault(CardError.RESTART_NEEDED, closedRuntime);
        }
    }

    private static Field open(Field field) {
        field.setAccessible(true);
        return field;
    }
}
