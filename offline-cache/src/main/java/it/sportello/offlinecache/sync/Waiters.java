package it.sportello.offlinecache.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Screens that wait for the answer to an operation. */
final class Waiters {
    private final Map<UUID, List<CompletableFuture<Delivery>>> waiting = new HashMap<>();

    CompletableFuture<Delivery> add(UUID operationId) {
        CompletableFuture<Delivery> future = new CompletableFuture<>();
        synchronized (waiting) {
            waiting.computeIfAbsent(operationId, id -> new ArrayList<>()).add(future);
        }
        return future;
    }

    void complete(UUID operationId, Delivery delivery) {
        @Nullable List<CompletableFuture<Delivery>> told;
        synchronized (waiting) {
            told = waiting.remove(operationId);
        }
        if (told != null) {
            told.forEach(future -> future.complete(delivery));
        }
    }

    void completeAll(Delivery delivery) {
        List<UUID> all;
        synchronized (waiting) {
            all = List.copyOf(waiting.keySet());
        }
        all.forEach(id -> complete(id, delivery));
    }
}
