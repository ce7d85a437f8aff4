package it.sportello.devices.detector;

import java.time.Instant;
import java.util.List;

/**
 * What is to be stored of a validator in one piece: the events and how far the device's own account has been read.
 *
 * @param device family and serial number of the device
 * @param position where reading goes on; only the driver understands it
 * @param events in order; empty when only the position moved
 * @param at UTC
 */
public record ValidatorRecord(String device, String position, List<ValidatorEvent> events, Instant at) {

    public ValidatorRecord {
        events = List.copyOf(events);
    }
}
