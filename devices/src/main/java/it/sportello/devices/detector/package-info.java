/**
 * Devices that judge banknotes: desk detectors and counters that write lines, validators that keep notes, and the
 * operator's own eye. A verdict never pays a due; what a validator keeps is a container of its own.
 */
package it.sportello.devices.detector;
