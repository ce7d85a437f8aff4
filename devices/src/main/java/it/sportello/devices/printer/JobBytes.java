package it.sportello.devices.printer;

/**
 * A job as the printer gets it.
 *
 * @param brokenOff what marks and cuts off a piece that is not whole, before the document comes again
 */
record JobBytes(EncodedReceipt document, EncodedReceipt brokenOff) {}
