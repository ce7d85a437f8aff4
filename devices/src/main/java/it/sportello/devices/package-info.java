/** The model every device of the desk shares: kind, state, status, fault, listener. */
package it.sportello.devices;
