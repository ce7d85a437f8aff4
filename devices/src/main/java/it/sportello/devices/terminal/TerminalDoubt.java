package it.sportello.devices.terminal;

import it.sportello.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is needed to find out later what became of an operation: ECR17 has no number of the request that the terminal
 * would give back. To be kept with the stored attempt, before anything is sent.
 *
 * @param amount asked for; zero for a reversal
 * @param sentAt just before the first byte left, UTC
 * @param stanBefore number of the last operation the terminal had kept until then; empty when it could not say
 * @param reference what the request let the terminal print under its slip; empty for nothing, which a slip can never
 *     prove
 */
public record TerminalDoubt(
        TerminalOperation operation, Money amount, Instant sentAt, Optional<String> stanBefore, String reference) {}
