/** S55: the devices of the desk, how they are, what passes on their lines, and how they are set up. */
package it.sportello.app.device;
