/**
 * The twin of the health card and of its reader: a card that answers as a real one does, put into the virtual reader of
 * the real PC/SC daemon. It has its own encoder and shares no code with the driver, so that a mistake is not mirrored.
 */
package it.sportello.devices.twin.card;
