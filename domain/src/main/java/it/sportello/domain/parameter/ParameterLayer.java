package it.sportello.domain.parameter;

import java.util.Locale;

/** The four layers of the parameters, the most general first: the most specific one that has a value wins. */
public enum ParameterLayer {
    NATIONAL,
    REGION,
    AUTHORITY,
    SITE;

    /** The name in rows and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ParameterLayer of(String code) {
        for (ParameterLayer layer : values()) {
            if (layer.code().equals(code)) {
                return layer;
            }
        }
        throw new IllegalArgumentException("No such layer of parameters: " + code);
    }
}
