package it.sportello.devices.twin.card;

import java.time.Duration;

/** What may go wrong with a card while it is read. */
public sealed interface CardTrouble {
    CardTrouble NONE = new None();

    /** All goes well. */
    record None() implements CardTrouble {}

    /** Answers no command any more after so many; the line stays open. */
    record MuteAfter(int commands) implements CardTrouble {}

    /** Is pulled out when the next command after so many arrives. */
    record PulledAfter(int commands) implements CardTrouble {}

    /** Takes this long for a command, and this long for a reading of many bytes; real cards take 22 and 100 ms. */
    record Slow(Duration command, Duration reading) implements CardTrouble {}
}
