package it.sportello.devices.printer;

/** A piece of text in one style. It may hold personal data: not for logs. */
public record Span(String text, TextStyle style) {

    @Override
    public String toString() {
        return "Span[" + text.length() + " characters]";
    }
}
