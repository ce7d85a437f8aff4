package it.sportello.devices.scanner;

import java.util.List;

/**
 * What the window does with the key event just handed to the decoder.
 *
 * @param <E> the toolkit's event
 */
public sealed interface WedgeVerdict<E> {

    /** Not a matter of the reader: let it go where it goes. */
    record Pass<E>() implements WedgeVerdict<E> {}

    /** Consume it: it belongs to a reading, or may; the decoder says later what becomes of it. */
    record Hold<E>() implements WedgeVerdict<E> {}

    /**
     * It was a person after all. Consume the present event and send these, in this order, to where the keyboard points; the
     * present one is among them when it belongs there. Sent events must not come to the decoder again.
     */
    record Release<E>(List<E> events) implements WedgeVerdict<E> {
        public Release {
            events = List.copyOf(events);
        }
    }

    /** A reading is complete. Consume the present event. */
    record Read<E>(RawScan scan) implements WedgeVerdict<E> {}
}
