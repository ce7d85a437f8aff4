package it.sportello.devices.dispenser;

import it.sportello.domain.queue.QueueNumber;
import java.time.Instant;

/**
 * A number that was printed.
 *
 * @param at when its line arrived, by the desk's clock: these machines seldom have a clock that is right
 */
public record DispensedTicket(QueueNumber number, Instant at) {}
