/** The virtual ticket dispenser. */
package it.sportello.devices.twin.dispenser;
