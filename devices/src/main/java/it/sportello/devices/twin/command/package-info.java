/** The twins as programs of their own, so that other programs can be tried against them. */
package it.sportello.devices.twin.command;
