package it.sportello.devices.detector;

/** Hears every line of a text-line device and what the rules made of it, on the device's thread; must return at once. */
@FunctionalInterface
public interface LineListener {
    void heard(String line, LineMeaning meaning);
}
