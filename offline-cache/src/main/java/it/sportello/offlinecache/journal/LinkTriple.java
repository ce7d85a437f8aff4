package it.sportello.offlinecache.journal;

import it.sportello.domain.ledger.ChainLink;

/** What stands beside a chained body: previous link, own link, cash in the drawer after it in cents. */
public record LinkTriple(ChainLink previous, ChainLink link, long runningTotalCents) {}
