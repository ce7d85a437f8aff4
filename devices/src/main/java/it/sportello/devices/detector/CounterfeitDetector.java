package it.sportello.devices.detector;

import it.sportello.devices.Device;

/**
 * Judges notes and gives them back. What it says goes with the receipt; it never counts as money received
 * (R-ADD-13, R-TIL-19).
 */
public interface CounterfeitDetector extends Device {

    void addDetectorListener(DetectorListener listener);

    void removeDetectorListener(DetectorListener listener);
}
