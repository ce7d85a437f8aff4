package it.sportello.devices.printer;

/**
 * The socket of the cash drawer on the printer.
 *
 * @param pins which pins get the pulse
 * @param on and off in units of 2 ms
 * @param statusAfter whether a status question must follow the pulse, as some models open only then, while others break on
 *     it
 * @param sensor what the level of pin 3 says; it depends on the switch inside the drawer and is learnt at the set-up
 * @param realTime whether {@code 10 14 01} opens it also while paper end stops the printer
 */
public record DrawerPort(Pins pins, int on, int off, boolean statusAfter, Sensor sensor, boolean realTime) {

    /** Pin 2, 50 ms on and 500 ms off, without a switch that can be asked. */
    public static final DrawerPort USUAL = new DrawerPort(Pins.PIN_2, 0x19, 0xFA, false, Sensor.NONE, false);

    /** The pins of the socket. */
    public enum Pins {
        /** No drawer can be attached. */
        NONE,
        PIN_2,
        PIN_5,
        /** One after the other: whichever the drawer's cable uses. */
        BOTH
    }

    /** The switch inside the drawer. */
    public enum Sensor {
        /** None: whether it is open nobody can know from here. */
        NONE,
        HIGH_WHEN_OPEN,
        LOW_WHEN_OPEN
    }

    public DrawerPort {
        if (on < 1 || on > 255 || off < 1 || off > 255) {
            throw new IllegalArgumentException("a pulse is 1 to 255 units of 2 ms");
        }
    }

    public boolean exists() {
        return pins != Pins.NONE;
    }

    /** {@code 1B 70 m t1 t2}, in the queue of what is to be printed. */
    byte[] pulse() {
        return switch (pins) {
            case NONE -> new byte[0];
            case PIN_2 -> pulse(0);
            case PIN_5 -> pulse(1);
            case BOTH -> new byte[] {0x1B, 0x70, 0, (byte) on, (byte) off, 0x1B, 0x70, 1, (byte) on, (byte) off};
        };
    }

    private byte[] pulse(int pin) {
        return new byte[] {0x1B, 0x70, (byte) pin, (byte) on, (byte) off};
    }

    /** {@code 10 14 01 m t}, at once, past whatever waits; t counts in 100 ms. */
    byte[] pulseNow() {
        int length = Math.clamp((on * 2 + 99) / 100, 1, 8);
        return switch (pins) {
            case NONE -> new byte[0];
            case PIN_2 -> new byte[] {0x10, 0x14, 1, 0, (byte) length};
            case PIN_5 -> new byte[] {0x10, 0x14, 1, 1, (byte) length};
            case BOTH -> new byte[] {0x10, 0x14, 1, 0, (byte) length, 0x10, 0x14, 1, 1, (byte) length};
        };
    }
}
