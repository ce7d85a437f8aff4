package it.sportello.devices.detector.internal;

import it.sportello.devices.detector.DetectorTrouble;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.devices.detector.ValidatorSettings;
import java.util.List;
import java.util.Optional;

/** What the protocol of a validator finds around itself. All calls come from the device's thread. */
public interface ValidatorDesk {

    ValidatorSettings settings();

    /** Whether the gate is to be open. */
    boolean wanted();

    Optional<String> position(String device);

    /** Stores position and events, then tells the events. */
    void keep(String device, String position, List<ValidatorEvent> events);

    /** Tells what need not be stored. */
    void tell(ValidatorEvent event);

    /** How the device stands after an exchange; empty when it is well. */
    void stands(Optional<DetectorTrouble> trouble, String detail);

    /** It has not answered for a while; the question is asked on. */
    void silent();
}
