/** Existing ticket dispensers: what they say on their line when a number is printed. */
package it.sportello.devices.dispenser;
