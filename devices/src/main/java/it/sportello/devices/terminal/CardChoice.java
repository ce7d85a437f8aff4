package it.sportello.devices.terminal;

/** Which cards the terminal may accept for a payment (ECR17, position 23). */
public enum CardChoice {
    /** The terminal recognises the card; with two brands on it the holder chooses. */
    AUTOMATIC('0'),
    DEBIT('1'),
    CREDIT('2'),
    OTHER('3');

    private final char digit;

    CardChoice(char digit) {
        this.digit = digit;
    }

    char digit() {
        return digit;
    }
}
