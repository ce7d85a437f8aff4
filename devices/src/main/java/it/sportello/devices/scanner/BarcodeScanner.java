package it.sportello.devices.scanner;

import it.sportello.devices.Device;

/** A barcode reader of the desk. It reads at any moment, whatever the screen. */
public interface BarcodeScanner extends Device {

    void addScanListener(ScanListener listener);

    void removeScanListener(ScanListener listener);
}
