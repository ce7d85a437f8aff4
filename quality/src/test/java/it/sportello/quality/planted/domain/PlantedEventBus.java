package it.sportello.quality.planted.domain;

import java.sql.Connection;
import java.time.Instant;

/** Planted: a singleton with static state, a wall clock, SQL and binary floating point in the domain. */
public final class PlantedEventBus {
    private static PlantedEventBus instance = new PlantedEventBus();

    private double amount;

    public static PlantedEventBus getInstance() {
        return instance;
    }

    public static void replace(PlantedEventBus other) {
        instance = other;
    }

    public Instant stamp(Connection connection) {
        amount = connection.hashCode();
        return Instant.now();
    }

    public double amount() {
        return amount;
    }
}
