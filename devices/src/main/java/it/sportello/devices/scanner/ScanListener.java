package it.sportello.devices.scanner;

/** Hears every new reading, on the reader's thread; must return at once. */
@FunctionalInterface
public interface ScanListener {
    void scanned(Scan scan);
}
