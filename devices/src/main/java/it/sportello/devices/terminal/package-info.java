/** The payment terminal of the desk: the port, the ECR17 driver, its codec, and what a card payment may end in. */
package it.sportello.devices.terminal;
