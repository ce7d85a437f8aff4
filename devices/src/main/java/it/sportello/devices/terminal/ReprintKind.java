package it.sportello.devices.terminal;

/** Which receipt is to be had again. */
public enum ReprintKind {
    /** Of the last payment or reversal. */
    FINANCIAL('0'),
    /** Of the last service operation: totals, closing. */
    SERVICE('1');

    private final char digit;

    ReprintKind(char digit) {
        this.digit = digit;
    }

    char digit() {
        return digit;
    }
}
