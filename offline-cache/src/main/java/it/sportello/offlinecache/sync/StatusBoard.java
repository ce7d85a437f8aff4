package it.sportello.offlinecache.sync;

import it.sportello.domain.operation.LaneKind;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OperatorTask;
import it.sportello.offlinecache.journal.OutboxSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Computes the state from line, outbox and tasks, and tells it when it changes. */
final class StatusBoard {
    private static final String TILL = LaneKind.TILL.wireName() + ":";

    private final Journal journal;
    private final LineMonitor line;
    private final DeskClock clock;
    private final SyncPolicy policy;
    private volatile SyncStatus last;
    private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean notRecognised;
    private volatile boolean storeFault;

    StatusBoard(Journal journal, LineMonitor line, DeskClock clock, SyncPolicy policy) {
        this.journal = journal;
        this.line = line;
        this.clock = clock;
        this.policy = policy;
        this.last = new SyncStatus(
                SyncStatus.LineState.OFFLINE, Optional.empty(), 0, Duration.ZERO, Optional.empty(), 0, Set.of());
    }

    void recognised(boolean known) {
        notRecognised = !known;
    }

    void storeWorks(boolean works) {
        storeFault = !works;
    }

    boolean isRecognised() {
        return !notRecognised;
    }

    SyncStatus status() {
        SyncStatus known = last;
        return new SyncStatus(
                lineState(known.waiting()),
                line.lastConfirmed(),
                known.waiting(),
                known.oldestWaiting(),
                clock.skew(),
                known.openTasks(),
                known.alarms());
    }

    /** Reads the store and tells the listeners if anything changed. */
    void refresh() {
        OutboxSummary summary = journal.outbox().summary();
        List<OperatorTask> tasks = journal.tasks().open();
        Instant now = clock.corrected();
        SyncStatus.LineState state = lineState(summary.count());
        SyncStatus next = new SyncStatus(
                state,
                line.lastConfirmed().map(at -> Instant.ofEpochSecond(at.getEpochSecond())),
                summary.count(),
                age(summary.oldest(), now),
                clock.skew().map(skew -> Duration.ofSeconds(skew.toSeconds())),
                tasks.size(),
                alarms(summary, tasks, now, state));
        SyncStatus before = last;
        last = next;
        if (!next.equals(before)) {
            listeners.forEach(listener -> listener.accept(next));
        }
    }

    Sync.Subscription listen(Consumer<SyncStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private SyncStatus.LineState lineState(int waiting) {
        if (!line.isUp()) {
            return SyncStatus.LineState.OFFLINE;
        }
        return waiting == 0 ? SyncStatus.LineState.ONLINE : SyncStatus.LineState.SENDING;
    }

    private Set<SyncStatus.Alarm> alarms(
            OutboxSummary summary, List<OperatorTask> tasks, Instant now, SyncStatus.LineState state) {
        Set<SyncStatus.Alarm> alarms = EnumSet.noneOf(SyncStatus.Alarm.class);
        boolean old = age(summary.oldestOfTill(), now).compareTo(policy.tillAlarm()) > 0;
        if (old && state != SyncStatus.LineState.OFFLINE) {
            alarms.add(SyncStatus.Alarm.TILL_QUEUE_OLD);
        }
        for (OperatorTask task : tasks) {
            if (task.kind().stopsLane()) {
                alarms.add(
                        task.lane().startsWith(TILL) ? SyncStatus.Alarm.TILL_STOPPED : SyncStatus.Alarm.LANE_STOPPED);
            }
        }
        if (clock.skew()
                .filter(skew -> skew.abs().compareTo(policy.skewAlarm()) > 0)
                .isPresent()) {
            alarms.add(SyncStatus.Alarm.CLOCK_SKEW);
        }
        if (notRecognised) {
            alarms.add(SyncStatus.Alarm.DESK_NOT_RECOGNISED);
        }
        if (storeFault) {
            alarms.add(SyncStatus.Alarm.STORE_FAULT);
        }
        return alarms;
    }

    private static Duration age(Optional<Instant> since, Instant now) {
        Duration age = since.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
        return age.isNegative() ? Duration.ZERO : Duration.ofSeconds(age.toSeconds());
    }
}
