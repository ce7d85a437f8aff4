package it.sportello.offlinecache.remote;

/** The server answers; its state in its own words, such as {@code UP}. */
public record Health(String status) {}
