package it.sportello.devices.printer;

import java.time.Duration;

/**
 * How long a printer is waited for.
 *
 * @param answer for one answer to a status question
 * @param tries how often a status question is asked before the printer counts as mute
 * @param betweenPolls while a job waits for its confirmation
 * @param confirmation for the end of a job, beyond the time its bytes take on the line
 * @param recovery for a person to see to paper or cover, before the job is given up as uncertain
 * @param heartbeat between two looks at an idle printer
 */
public record PrinterTimings(
        Duration answer,
        int tries,
        Duration betweenPolls,
        Duration confirmation,
        Duration recovery,
        Duration heartbeat) {

    public static final PrinterTimings USUAL = new PrinterTimings(
            Duration.ofMillis(500),
            5,
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMinutes(30),
            Duration.ofSeconds(5));
}
