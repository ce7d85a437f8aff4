/**
 * Detectors and validators of notes that exist only in the computer. They share nothing with the drivers but the published
 * protocols.
 */
package it.sportello.devices.twin.detector;
