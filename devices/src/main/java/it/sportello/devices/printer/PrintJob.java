package it.sportello.devices.printer;

/**
 * One receipt to print, once.
 *
 * @param id the caller's name for it, such as the number of the document; it comes back with the outcome
 */
public record PrintJob(String id, ReceiptDocument document) {}
