package it.sportello.offlinecache.journal;

import java.util.UUID;

/**
 * An attempt to be paid by card as it is stored, whole: each step replaces the one before.
 *
 * @param tillSessionId session in which the money was asked for
 * @param open true until it is known whether money moved
 * @param detail record with the rest: amount, dues, payer, terminal, how it stands and why; sealed
 */
public record CardAttemptState(UUID id, String tillId, UUID tillSessionId, boolean open, Object detail) {}
