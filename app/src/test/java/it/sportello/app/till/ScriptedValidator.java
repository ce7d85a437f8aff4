package it.sportello.app.till;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.StatusBoard;
import it.sportello.devices.detector.NoteValidator;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.devices.detector.ValidatorListener;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A validator whose gate is watched and whose events are said by the test. */
final class ScriptedValidator implements NoteValidator {
    private final StatusBoard board = new StatusBoard(DeviceKind.NOTE_DETECTOR, "validator", InstantSource.system());
    private final List<ValidatorListener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean accepting;
    int counted;

    void says(ValidatorEvent event) {
        listeners.forEach(listener -> listener.happened(event));
    }

    /** As one that was just made: nobody told it how the gate stands. */
    void shut() {
        accepting = false;
    }

    @Override
    public CompletableFuture<DeviceStatus> accept() {
        accepting = true;
        return CompletableFuture.completedFuture(status());
    }

    @Override
    public CompletableFuture<DeviceStatus> inhibit() {
        accepting = false;
        return CompletableFuture.completedFuture(status());
    }

    @Override
    public boolean isAccepting() {
        return accepting;
    }

    @Override
    public void counted() {
        counted++;
    }

    @Override
    public void addValidatorListener(ValidatorListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeValidatorListener(ValidatorListener listener) {
        listeners.remove(listener);
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.NOTE_DETECTOR;
    }

    @Override
    public String id() {
        return "validator";
    }

    @Override
    public DeviceStatus status() {
        return board.status();
    }

    @Override
    public void addListener(DeviceListener listener) {
        board.addListener(listener);
    }

    @Override
    public void removeListener(DeviceListener listener) {
        board.removeListener(listener);
    }

    @Override
    public void start() {
        board.become(DeviceState.READY, "");
    }

    @Override
    public void close() {
        board.become(DeviceState.DISABLED, "");
    }
}
