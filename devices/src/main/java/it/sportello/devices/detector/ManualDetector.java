package it.sportello.devices.detector;

import it.sportello.devices.BoardedDevice;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceState;
import it.sportello.domain.till.Denomination;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A detector without a line, whose lamp the operator looks at: what is entered travels the same way as what a device
 * says, and stays marked as the operator's.
 */
public final class ManualDetector extends BoardedDevice implements CounterfeitDetector {

    private final InstantSource clock;
    private final List<DetectorListener> listeners = new CopyOnWriteArrayList<>();

    public ManualDetector(String id, InstantSource clock) {
        super(DeviceKind.NOTE_DETECTOR, id, clock);
        this.clock = clock;
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
