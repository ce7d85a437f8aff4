package it.sportello.offlinecache.journal;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The state of a till session as it is stored.
 *
 * @param accountingDay explicit day of the session, Europe/Rome
 * @param open false once the closing is committed
 * @param detail record with the rest: counts, float, step of a closing in course
 */
public record TillSessionState(UUID id, String tillId, LocalDate accountingDay, boolean open, Object detail) {}
