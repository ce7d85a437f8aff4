package it.sportello.devices.dispenser;

/** Hears of every number printed, on the dispenser's thread; must return at once. */
@FunctionalInterface
public interface TicketListener {
    void printed(DispensedTicket ticket);
}
