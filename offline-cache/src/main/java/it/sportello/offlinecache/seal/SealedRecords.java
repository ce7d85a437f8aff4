package it.sportello.offlinecache.seal;

import it.sportello.api.Json;
import tools.jackson.core.JacksonException;

/** Records as sealed strict JSON. What does not fit the form is told without its content. */
public final class SealedRecords {
    private final Sealer sealer;

    public SealedRecords(Sealer sealer) {
        this.sealer = sealer;
    }

    public byte[] seal(String table, String id, long version, Object record) {
        return sealer.seal(table, id, version, Json.strict().writeValueAsBytes(record));
    }

    /**
     * Opens a record.
     *
     * @throws IllegalStateException when another form was stored under the key
     */
    public <T> T open(String table, String id, long version, byte[] sealed, Class<T> form) {
        byte[] clear = sealer.open(table, id, version, sealed);
        try {
            return Json.strict().readValue(clear, form);
        } catch (JacksonException unreadable) {
            // the parser's message may quote a value, so it is not carried on
            throw new IllegalStateException("a row of " + table + " is not a " + form.getSimpleName());
        }
    }
}
