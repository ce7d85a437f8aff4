/** The settings of the desk's devices, and the catalogue of drivers that makes them. */
package it.sportello.devices.setup;
