package it.sportello.devices.card;

import java.time.Duration;
import java.time.Instant;

/**
 * One reading of one card; a card is read once each time it is inserted.
 *
 * @param data what it says
 * @param reader name of the slot, as PC/SC calls it
 * @param at when it was read, UTC
 * @param took from the connection to the last byte
 */
public record CardReading(CardData data, String reader, Instant at, Duration took) {}
