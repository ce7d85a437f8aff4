/** The devices' twins: each speaks the real protocol over the real channel, with its own parser. */
package it.sportello.devices.twin;
