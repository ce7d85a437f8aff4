package it.sportello.quality.day.story;

/**
 * What the day itself reckoned for a till, without asking the program.
 *
 * @param expectedCents float and everything collected
 * @param collectedCents everything collected
 * @param missingCents what was missing at the blind count
 */
public record TillBalance(String tillId, String deskId, long expectedCents, long collectedCents, long missingCents) {}
