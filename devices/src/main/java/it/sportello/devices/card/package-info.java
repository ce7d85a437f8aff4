/**
 * The reader of the Tessera Sanitaria with chip (TS-CNS): port, data, errors. It reads two free files and never asks for
 * the PIN: reading needs none, and three wrong tries block the citizen's card.
 */
package it.sportello.devices.card;
