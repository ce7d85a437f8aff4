package it.sportello.devices.terminal;

import java.time.Duration;

/**
 * How long a terminal is waited for.
 *
 * @param acknowledgement for the acknowledgement of one packet (2 s by the protocol)
 * @param answer for the answer to a question, and for the first sign of life after an unacknowledged payment
 * @param result for the end of an operation: the citizen looks for the card and types the code
 * @param receipt of silence between two packets of a receipt, and after its end for a further copy
 * @param beforeSecondLook between two requests of the last result after a lost answer
 * @param clockTolerance how far the terminal's clock may be from ours
 * @param keepAlive between two looks at an idle terminal: its status is asked for
 * @param knock between two knocks at an idle terminal, without a byte: one that is gone shows within 5 s
 */
public record TerminalTimings(
        Duration acknowledgement,
        Duration answer,
        Duration result,
        Duration receipt,
        Duration beforeSecondLook,
        Duration clockTolerance,
        Duration keepAlive,
        Duration knock) {

    public static final TerminalTimings USUAL = new TerminalTimings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(120),
            Duration.ofSeconds(2),
            Duration.ofSeconds(8),
            Duration.ofMinutes(3),
            Duration.ofSeconds(30),
            Duration.ofSeconds(3));
}
