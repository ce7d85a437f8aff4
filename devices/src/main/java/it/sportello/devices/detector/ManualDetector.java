package it.sportello.devices.detector;

import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.StatusBoard;
import it.sportello.domain.till.Denomination;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A detector without a line, whose lamp the operator looks at: what is entered travels the same way as what a device
 * says, and stays marked as the operator's.
 */
public final class ManualDetector implements CounterfeitDetector {

    private final String id;
    private final InstantSource clock;
    private final StatusBoard board;
    private final List<DetectorListener> listeners = new CopyOnWriteArrayList<>();

    public ManualDetector(String id, InstantSource clock) {
        this.id = id;
        this.clock = clock;
        this.board = new StatusBoard(DeviceKind.NOTE_DETECTOR, id, clock);
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.NOTE_DETECTOR;
    }

    @Override
    public String id() {
        return id;
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
    public void addDetectorListener(DetectorListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeDetectorListener(DetectorListener listener) {
        listeners.remove(listener);
    }

    /**
     * The operator says what the detector showed; listeners hear it on the calling thread.
     *
     * @param noteSerial empty when not noted down
     */
    public NoteReading enter(NoteVerdict verdict, Optional<Denomination> note, String noteSerial) {
        NoteReading reading = new NoteReading(
                verdict, note, NoteReading.EURO, noteSerial, NoteReading.Origin.OPERATOR, clock.instant());
        listeners.forEach(listener -> listener.detected(new DetectorEvent.NoteRead(reading)));
        return reading;
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
