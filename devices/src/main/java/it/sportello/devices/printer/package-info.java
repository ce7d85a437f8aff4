/** The receipt printer: what a receipt is, how it becomes ESC/POS, and the proof that it came out. */
package it.sportello.devices.printer;
