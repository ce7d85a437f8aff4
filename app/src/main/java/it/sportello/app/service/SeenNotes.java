package it.sportello.app.service;

import java.util.List;

/** The places of the suspect notes that were taken note of, as the setting keeps them. */
public record SeenNotes(List<Long> positions) {
    public SeenNotes {
        positions = List.copyOf(positions);
    }
}
