package it.sportello.devices.twin.command;

import java.io.Serial;

/** Options or a command that make no sense; the message says what would. */
public final class WrongWords extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String text;

    public WrongWords(String text) {
        super(text);
        this.text = text;
    }

    /** What is wrong, and what would be right. */
    public String text() {
        return text;
    }
}
