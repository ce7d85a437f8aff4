package it.sportello.devices.printer;

/** Where a line stands between the edges of the paper. */
public enum Alignment {
    LEFT(0),
    CENTER(1),
    RIGHT(2);

    private final int code;

    Alignment(int code) {
        this.code = code;
    }

    /** The parameter of {@code 1B 61 n}. */
    int code() {
        return code;
    }
}
