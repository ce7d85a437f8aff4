package it.sportello.devices.twin.command;

import it.sportello.domain.till.Denomination;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks at a validator's gate and container and tells what changed. */
final class NoteGate {
    private final Supplier<List<Denomination>> container;
    private final BooleanSupplier gate;
    private List<Denomination> before = List.of();
    private boolean open;

    NoteGate(Supplier<List<Denomination>> container, BooleanSupplier gate) {
        this.container = container;
        this.gate = gate;
    }

    List<String> news() {
        List<String> lines = new ArrayList<>();
        boolean nowOpen = gate.getAsBoolean();
        if (nowOpen != open) {
            open = nowOpen;
            lines.add(open ? "the gate is open" : "the gate is closed");
        }
        List<Denomination> now = container.get();
        if (now.size() < before.size()) {
            lines.add("the container was emptied");
            before = List.of();
        }
        now.subList(before.size(), now.size())
                .forEach(note -> lines.add("in the container: " + NoteWords.text(note) + ", total "
                        + now.stream().mapToLong(Denomination::cents).sum() / 100 + " euro"));
        before = now;
        return lines;
    }
}
