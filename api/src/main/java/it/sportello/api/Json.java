package it.sportello.api;
/** x. */
public final class Json {
    private Json() {}
}
