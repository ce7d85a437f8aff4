/** Starts the workstation and wires it: the only place that knows every part. */
package it.sportello.app;
