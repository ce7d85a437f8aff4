package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.detector.ManualDetector;
import java.util.List;

/** Detectors without a line, whose lamp the operator looks at. */
final class ManualDetectorMaker implements DeviceMaker {
    @Override
    public String driver() {
        return "manual";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.NOTE_DETECTOR;
    }

    @Override
    public AddressForm address() {
        return AddressForm.NONE;
    }

    @Override
    public List<DriverOption> options() {
        return List.of();
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        return new ManualDetector(entry.id(), parts.clock());
    }
}
