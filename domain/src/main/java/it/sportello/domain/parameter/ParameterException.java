package it.sportello.domain.parameter;

import java.time.LocalDate;

/** A parameter has no value on a day, or a value that cannot be read: the configuration has to be put right. */
public final class ParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String key;
    private final LocalDate day;

    ParameterException(String key, LocalDate day, String reason) {
        super("Parameter " + key + " on " + day + ": " + reason);
        this.key = key;
        this.day = day;
    }

    /** The name of the parameter. */
    public String key() {
        return key;
    }

    /** The reference date for which it was wanted. */
    public LocalDate day() {
        return day;
    }
}
