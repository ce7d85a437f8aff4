/** A barcode reader that exists only in the computer: somebody shows it codes. */
package it.sportello.devices.twin.scanner;
