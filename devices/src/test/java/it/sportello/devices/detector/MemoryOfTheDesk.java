package it.sportello.devices.detector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stands for the workstation's journal: outlives the drivers, and may be full. */
final class MemoryOfTheDesk implements ValidatorMemory {

    private final Map<String, String> positions = new HashMap<>();
    private final List<ValidatorEvent> events = new ArrayList<>();
    private boolean full;

    @Override
    public synchronized Optional<String> position(String device) {
        return Optional.ofNullable(positions.get(device));
    }

    @Override
    public synchronized void keep(ValidatorRecord entry) {
        if (full) {
            throw new UncheckedIOException(new IOException("the disk is full"));
        }
        positions.put(entry.device(), entry.position());
        events.addAll(entry.events());
    }

    synchronized void setFull(boolean full) {
        this.full = full;
    }

    /** The notes stored as kept, oldest first. */
    synchronized List<ValidatorEvent> stored() {
        return List.copyOf(events);
    }
}
