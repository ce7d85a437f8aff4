package it.sportello.devices.detector;

/** Hears a detector, on the detector's own thread: must return at once and never call it back. */
@FunctionalInterface
public interface DetectorListener {
    void detected(DetectorEvent event);
}
