package it.sportello.app.prints;

/**
 * A document printed today at this desk.
 *
 * @param papers how many papers of it exist, in words
 */
public record PaperRow(String document, String at, String papers, String state) {}
