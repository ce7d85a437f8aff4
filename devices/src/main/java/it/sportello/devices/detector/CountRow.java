package it.sportello.devices.detector;

import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A line of a counter's report: so many notes of one kind, or of all kinds together.
 *
 * @param note the kind; empty for the sum of everything
 * @param count how many, when told
 * @param amount their value, when told
 */
public record CountRow(Optional<Denomination> note, OptionalInt count, Optional<Money> amount) {}
