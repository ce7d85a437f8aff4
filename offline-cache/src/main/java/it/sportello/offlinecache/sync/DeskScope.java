package it.sportello.offlinecache.sync;

/** What this desk wants to know of the server's world: the site it stands at. */
public record DeskScope(String deskId, String siteId) {}
