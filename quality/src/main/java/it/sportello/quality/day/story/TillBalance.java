package it.sportello.quality.day.story;

/**
 * What the day itself reckoned for a till, without asking the program.
 *
 * @param expectedCents float and everything collected in cash
 * @param collectedCents everything collected in cash
 * @param cardCents everything paid by card
 * @param missingCents what was missing at the blind count
 */
public record TillBalance(
        String tillId, String deskId, long expectedCents, long collectedCents, long cardCents, long missingCents) {}
