package it.sportello.devices.twin.printer;

/**
 * What the imitated model can do.
 *
 * @param dots of the head: 576 and 512 on 80 mm paper, 384 on 58 mm
 * @param custom whether it speaks as Custom models do: full status, its own automatic status
 * @param symbols whether it knows {@code 1D 28}: QR codes, stored pictures, process identifiers; a clone that does not
 *     prints the rest of such a command as text
 * @param empties whether it empties its memory on {@code 10 14 08} and says so
 * @param bytesPerSecond what its line carries; 0 for a line that is never the slowest part
 */
public record PrinterModel(int dots, boolean custom, boolean symbols, boolean empties, int bytesPerSecond) {

    /** 80 mm at 203 dpi, everything a newer Epson has. */
    public static final PrinterModel EPSON = new PrinterModel(576, false, true, true, 0);

    /** An Italian printer of the Kube and KPM families. */
    public static final PrinterModel CUSTOM = new PrinterModel(576, true, true, false, 0);

    /** A board of unknown make for 58 mm paper. */
    public static final PrinterModel CLONE_58 = new PrinterModel(384, false, false, false, 0);

    public PrinterModel {
        if (dots < 96 || bytesPerSecond < 0) {
            throw new IllegalArgumentException("a head has dots, and a line a speed");
        }
    }

    public PrinterModel withBytesPerSecond(int speed) {
        return new PrinterModel(dots, custom, symbols, empties, speed);
    }

    public PrinterModel withoutSymbols() {
        return new PrinterModel(dots, custom, false, empties, bytesPerSecond);
    }

    /** A model that does not know the emptying of its memory. */
    public PrinterModel keepingAll() {
        return new PrinterModel(dots, custom, symbols, false, bytesPerSecond);
    }
}
