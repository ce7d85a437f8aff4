/** What passes between drivers and devices: seen live, counted, kept without personal data, and played again. */
package it.sportello.devices.trace;
