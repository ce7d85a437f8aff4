package it.sportello.app.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One thread for each printer, so that one without paper holds up no other, and one for the decisions. */
public interface PrintLanes {

    /** Where the jobs of a printer wait for their turn. */
    Executor of(String printer);

    /** Where decisions of the operator are written down. */
    Executor decisions();

    /** Everything one after the other. */
    static PrintLanes one(Executor lane) {
        return new PrintLanes() {
            @Override
            public Executor of(String printer) {
                return lane;
            }

            @Override
            public Executor decisions() {
                return lane;
            }
        };
    }

    /** Threads that end with the program. */
    static PrintLanes threads() {
        Map<String, ExecutorService> lanes = new ConcurrentHashMap<>();
        return new PrintLanes() {
            @Override
            public Executor of(String printer) {
                return lanes.computeIfAbsent(
                        "prints-" + printer,
                        name -> Executors.newSingleThreadExecutor(
                                Thread.ofPlatform().daemon().name(name).factory()));
            }

            @Override
            public Executor decisions() {
                return of("decisions");
            }
        };
    }
}
