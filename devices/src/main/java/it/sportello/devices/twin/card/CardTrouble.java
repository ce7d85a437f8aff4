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

    /** Answers with bytes that mean nothing, from so many commands on; the seed makes them the same each time. */
    record GarbageAfter(int commands, long seed) implements CardTrouble {}

    /** Begins one answer and never ends it. */
    record PartialAfter(int commands) implements CardTrouble {}

    /** Says one answer twice. */
    record TwiceAfter(int commands) implements CardTrouble {}

    /** Is reset by itself before one command: it forgets which file was selected. */
    record ResetAfter(int commands) implements CardTrouble {}

    /** Sends every answer byte by byte with a pause before each. */
    record Trickle(Duration pause) implements CardTrouble {}

    /** Takes this long for a command, and this long for a reading of many bytes; real cards take 22 and 100 ms. */
    record Slow(Duration command, Duration reading) implements CardTrouble {}
}
