package it.sportello.offlinecache.database;

import java.util.List;

/**
 * The tables of a file, as numbered steps that are never changed once released.
 *
 * @param applicationId number that marks the file as ours
 * @param steps statements of each version, the first makes version 1
 */
public record Schema(int applicationId, List<List<String>> steps) {
    public Schema {
        steps = steps.stream().map(List::copyOf).toList();
    }

    public int newest() {
        return steps.size();
    }
}
