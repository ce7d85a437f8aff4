package it.sportello.domain.identity;

/** As the registry records it and as the tax code carries it. */
public enum Sex {
    F,
    M
}
