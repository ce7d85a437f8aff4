package it.sportello.devices.detector.internal;

import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;

/**
 * How one family of validators is spoken to. Each call is an exchange or several, bounded in time; a
 * {@link it.sportello.devices.DeviceFault} means that the line is to be opened anew.
 */
public interface ValidatorProtocol {

    /** The first exchange on a new line: who are you, which notes do you know; ends with {@link #gate}. */
    void begin(Link link) throws LinkException;

    /** Opens or closes the gate as is wanted. */
    void gate(Link link) throws LinkException;

    /** Asks what happened. */
    void poll(Link link) throws LinkException;
}
