package it.sportello.offlinecache.journal;

import it.sportello.domain.ledger.ChainLink;

/**
 * The newest record of a chained lane.
 *
 * @param count operations in the lane, which is also the sequence of the newest
 */
public record ChainHead(String lane, long count, ChainLink link) {}
