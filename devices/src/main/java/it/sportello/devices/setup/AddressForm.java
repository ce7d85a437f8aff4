package it.sportello.devices.setup;

/** How a driver's address is written. */
public enum AddressForm {
    /** A {@link it.sportello.devices.link.LinkAddress}. */
    LINK,
    /** Part of the PC/SC name of a reader, or {@code any}. */
    READER,
    /** Name of a print queue of the operating system, or {@code default}. */
    QUEUE,
    /** The device has no line. */
    NONE
}
