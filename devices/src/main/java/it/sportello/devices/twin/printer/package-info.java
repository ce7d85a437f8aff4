/** A receipt printer that exists only in the computer. It shares nothing with the driver but the published protocol. */
package it.sportello.devices.twin.printer;
