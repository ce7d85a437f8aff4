/** What crosses the wire: operations and answers as records, problem codes, strict JSON mapping. */
@org.jspecify.annotations.NullMarked
module it.sportello.api {
    requires static org.jspecify;
    requires transitive it.sportello.domain;
    requires transitive tools.jackson.databind;

    exports it.sportello.api;
}
