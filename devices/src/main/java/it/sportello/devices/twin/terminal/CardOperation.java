package it.sportello.devices.twin.terminal;

/**
 * One operation the bank decided.
 *
 * @param cents that moved, or would have
 * @param stan its number
 */
public record CardOperation(boolean reversal, long cents, String stan, boolean approved) {}
