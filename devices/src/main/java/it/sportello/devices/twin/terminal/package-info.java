/** A payment terminal that exists only in the computer, with a bank behind it that does what it is told. */
package it.sportello.devices.twin.terminal;
