/** The window «Dispositivi virtuali»: a person plays with the twins of the desk's devices, in a process of its own. */
package it.sportello.app.virtual;
