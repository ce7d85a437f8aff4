package it.sportello.devices.dispenser;

import it.sportello.devices.Device;

/** A ticket dispenser of another maker that tells of every number it prints. */
public interface TicketDispenser extends Device {

    void addTicketListener(TicketListener listener);

    void removeTicketListener(TicketListener listener);
}
