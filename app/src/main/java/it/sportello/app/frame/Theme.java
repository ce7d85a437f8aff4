package it.sportello.app.frame;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** The three themes; the Italian name is {@code theme.NAME} in the frame's texts. */
public enum Theme {
    LIGHT,
    DARK,
    CONTRAST;

    /** The base theme under our own sheets. */
    String base() {
        return this == LIGHT ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet();
    }

    /** File of the theme's colours in the theme folder. */
    public String file() {
        return name().toLowerCase(java.util.Locale.ROOT) + ".css";
    }

    public String textKey() {
        return "theme." + name();
    }
}
