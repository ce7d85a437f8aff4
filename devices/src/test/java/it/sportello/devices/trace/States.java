package it.sportello.devices.trace;

import it.sportello.devices.DeviceListener;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.trace.TraceFrame.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * The states of a driver, each change once. How a line that went away is first met, as lost or as refused, is a matter of
 * microseconds: both are the state of a device that is not there.
 */
final class States implements DeviceListener {
    private static final String GONE = "DISCONNECTED";

    private final List<String> seen = new ArrayList<>();

    static List<String> of(TraceFile trace) {
        States states = new States();
        trace.frames().stream()
                .filter(frame -> frame.mark() == Mark.STATE)
                .map(TraceFrame::word)
                .forEach(states::add);
        return List.copyOf(states.seen);
    }

    @Override
    public synchronized void statusChanged(DeviceStatus status) {
        add((status.state() + " " + status.code()).strip());
    }

    private synchronized void add(String told) {
        String state = told.startsWith(GONE) ? GONE : told;
        if (seen.isEmpty() || !seen.getLast().equals(state)) {
            seen.add(state);
            notifyAll();
        }
    }

    /** The states seen, once there are so many, or once the patience of a busy machine is over. */
    synchronized List<String> first(int number) throws InterruptedException {
        long end = System.nanoTime() + 40_000_000_000L;
        while (seen.size() < number && System.nanoTime() < end) {
            wait(500);
        }
        return List.copyOf(seen.subList(0, Math.min(number, seen.size())));
    }

    synchronized void until(String state) throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while ((seen.isEmpty() || !seen.getLast().startsWith(state)) && System.nanoTime() < end) {
            wait(500);
        }
        if (!seen.getLast().startsWith(state)) {
            throw new AssertionError("not " + state + ": " + seen);
        }
    }
}
