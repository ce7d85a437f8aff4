package it.sportello.devices.terminal;

import it.sportello.domain.money.Money;
import java.util.Optional;

/**
 * What the terminal counted since its last closing.
 *
 * @param local sum kept by the terminal
 * @param host sum kept by the bank, when the terminal asked it
 */
public record TerminalTotals(Money local, Optional<Money> host) {}
