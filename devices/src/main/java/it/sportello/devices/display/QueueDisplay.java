package it.sportello.devices.display;

import it.sportello.devices.Device;
import java.util.concurrent.CompletableFuture;

/**
 * The display above a desk or in the waiting room. It holds a state, not a list of events: after an interruption it shows
 * the latest call, whatever happened between.
 */
public interface QueueDisplay extends Device {

    /** Shows a call. Ends within two seconds, with an outcome in every case. */
    CompletableFuture<DisplayOutcome> show(QueueCall call);

    /** Takes the number away: the desk is closed. */
    CompletableFuture<DisplayOutcome> clear(long sequence);
}
