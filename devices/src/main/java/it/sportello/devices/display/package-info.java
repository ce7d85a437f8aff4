/** The queue display: the number that is called and the desk that calls it. */
package it.sportello.devices.display;
