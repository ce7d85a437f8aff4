package it.sportello.offlinecache.journal;

/**
 * How a note validator stands in the journal, as it is sealed.
 *
 * @param place how far the device's own account has been read
 * @param events how many of its events are stored
 */
public record NoteHead(String place, long events) {}
