package it.sportello.offlinecache.journal;

import it.sportello.api.Json;
import it.sportello.offlinecache.seal.Sealer;

/** Records as sealed strict JSON. */
final class SealedJson {
    private final Sealer sealer;

    SealedJson(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] seal(String table, String id, long version, Object record) {
        return sealer.seal(table, id, version, Json.strict().writeValueAsBytes(record));
    }

    <T> T open(String table, String id, long version, byte[] sealed, Class<T> form) {
        return Json.strict().readValue(sealer.open(table, id, version, sealed), form);
    }
}
