/** How bytes travel to a device, and the one thread that makes them travel. */
package it.sportello.devices.link;
