package it.sportello.offlinecache.remote;

/** An answer without content. */
public record Nothing() {}
