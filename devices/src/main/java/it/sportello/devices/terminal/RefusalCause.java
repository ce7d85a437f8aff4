package it.sportello.devices.terminal;

/** Why an operation was refused, by the result code of ECR17. */
public enum RefusalCause {
    /** 01: bank, card, or the citizen who pressed the red key; the terminal's own words say which. */
    DECLINED("01"),
    /** 05: the payment was to begin with the card inserted, and there is none. */
    CARD_ABSENT("05"),
    /** 09: the bank's centre sent something that the terminal does not know. */
    UNKNOWN_TAG("09"),
    /** Another code: only 00 is a success. */
    OTHER("");

    private final String code;

    RefusalCause(String code) {
        this.code = code;
    }

    static RefusalCause of(String resultCode) {
        for (RefusalCause cause : values()) {
            if (cause.code.equals(resultCode)) {
                return cause;
            }
        }
        return OTHER;
    }

    /** Key of the operator's text; with {@code .action} what to do. */
    public String messageKey() {
        return "terminal.refused." + name();
    }
}
