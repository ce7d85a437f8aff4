/** What the screens' use cases share, and the adapters between the window, the journal and the devices. */
package it.sportello.app.wiring;
