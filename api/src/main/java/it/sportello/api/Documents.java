package it.sportello.api;

/** What became of the paper of fiscal documents. */
public final class Documents {
    private Documents() {}

    /**
     * Payload of {@code document.printed}.
     *
     * @param documentNumber printed number of the document
     * @param copy whether the paper says that it is a copy
     * @param outcome PRINTED, NOT_PRINTED or UNCERTAIN
     */
    public record Printed(String documentNumber, boolean copy, String outcome) {}
}
