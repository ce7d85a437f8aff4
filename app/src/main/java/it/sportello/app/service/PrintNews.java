package it.sportello.app.service;

import it.sportello.devices.printer.PrinterCause;
import it.sportello.offlinecache.journal.PrintJob;
import java.util.Optional;

/**
 * Where a print stands.
 *
 * @param waitingFor what the printer waits for while the job is under way
 */
public record PrintNews(PrintJob job, Optional<PrinterCause> waitingFor) {}
