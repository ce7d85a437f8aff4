package it.sportello.devices.trace;

/**
 * A reader's codes are people's tax codes and prescriptions, and a dispenser may name who took a number: only what kind
 * of characters they are remains.
 */
final class ScanMask implements FrameMask {
    @Override
    public byte[] toDevice(byte[] bytes) {
        return bytes;
    }

    @Override
    public byte[] fromDevice(byte[] bytes) {
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] = FrameMask.classOf(masked[i]);
        }
        return masked;
    }
}
