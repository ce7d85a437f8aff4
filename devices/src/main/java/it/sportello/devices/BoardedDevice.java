package it.sportello.devices;

import java.time.InstantSource;

/** What every driver has in common: the name of its device, and the board on which the device's status stands. */
public abstract class BoardedDevice implements Device {
    protected final String id;
    protected final StatusBoard board;
    private final DeviceKind kind;

    /** @param id the name the desk's settings give it */
    protected BoardedDevice(DeviceKind kind, String id, InstantSource clock) {
        this.kind = kind;
        this.id = id;
        this.board = new StatusBoard(kind, id, clock);
    }

    @Override
    public final DeviceKind kind() {
        return kind;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final DeviceStatus status() {
        return board.status();
    }

    @Override
    public final void addListener(DeviceListener listener) {
        board.addListener(listener);
    }

    @Override
    public final void removeListener(DeviceListener listener) {
        board.removeListener(listener);
    }
}
