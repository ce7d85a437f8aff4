/** A queue display that exists only in the computer. It shares nothing with the driver but the published protocols. */
package it.sportello.devices.twin.display;
